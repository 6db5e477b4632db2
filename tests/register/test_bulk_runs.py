"""Bulk runs: previewed, carried out person by person, stopped and gone on with, never twice, taken back while it may be.

The one idea: three persons with due claims, one of whom the rules refuse.
"""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from saiken.domain.claim.asset import AnswerResult
from saiken.domain.claim.case_event import EventKind
from saiken.domain.errors import Refused
from saiken.register.actions import _act_orders
from saiken.register.actions.answer_inquiry import AnswerNote, answer_inquiry
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.carry_on_run import carry_on_run
from saiken.register.actions.create_user import create_user
from saiken.register.actions.interrupt_run import interrupt_run
from saiken.register.actions.prepare_run import NewRun, prepare_run
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.send_run import send_run
from saiken.register.actions.start_run import start_run
from saiken.register.actions.start_taking_back import start_taking_back
from saiken.register.actions.take_back_run import take_back_run
from saiken.register.models import (
    Act,
    AwaitedAnswer,
    BulkRow,
    BulkRun,
    CaseEvent,
    Claim,
    Investigation,
    Obligor,
    WorkItem,
)
from saiken.register.models.obligor import ObligorKind
from saiken.register.queries.bulk_candidates import candidates
from saiken.register.queries.bulk_runs import run_page, runs_of
from saiken.register.queries.scope import Scope, everything
from saiken.register.queries.verify import differences
from saiken.register.queries.work_filter import WorkFilter
from saiken.register.roles import Role
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister

ON = date(2018, 7, 10)
BY = {"by": "kakari", "on": ON}
SCOPE = everything("kakari", purpose="bulk")
ACTING = {"scope": SCOPE, "lawbook": BOOK, **BY}


def _persons(small: SmallRegister) -> list[int]:
    """Three persons with a claim that has fallen due; the last was demanded yesterday."""
    more = NewObligor(kind=ObligorKind.PERSON, name="架空 三郎")
    persons = [small.obligor, small.other_obligor, register_obligor(obligor=more, **WHO)]
    for number, obligor_id in enumerate(persons):
        claim_id = small.claim(str(number), obligor_id=obligor_id)
        small.event(claim_id, EventKind.CONTACT, date(2018, 7, 2))
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 9))
    return persons


def _run(small: SmallRegister, *, kind: str = "formal_demand", key: str = "k1", **form: str) -> int:
    found = WorkFilter(offices=(small.bureau,), on=date(2019, 2, 1), by="kakari")
    _, persons = candidates("untouched", found, chosen=None, scope=SCOPE, sort="day")
    run = NewRun(key=key, kind=kind, list_id="untouched", office_id=small.bureau, candidates=persons, form=form)
    return prepare_run(run=run, lawbook=BOOK, **BY)


def _states(run_id: int) -> list[str]:
    return list(BulkRow.objects.filter(run_id=run_id).order_by("obligor_id").values_list("state", flat=True))


def _finish(run_id: int) -> None:
    start_run(run_id=run_id, **BY)
    while carry_on_run(run_id=run_id, **ACTING):
        pass


def _undo(run_id: int) -> None:
    start_taking_back(run_id=run_id, **BY)
    while take_back_run(run_id=run_id, **ACTING):
        pass


def test_the_preview_says_whom_the_rule_refuses_and_does_nothing(small: SmallRegister) -> None:
    _persons(small)
    run_id = _run(small)
    assert _run(small) == run_id
    page = run_page(run_id, scope=SCOPE, at=timezone.now())
    counts = [(count.state, count.persons, count.yen) for count in page.counts]
    assert counts == [("waiting", 2, 20_000), ("refused", 1, 0)]
    assert "まだ督促をしていない" in next(line.reason for line in page.lines if line.state == "refused")
    assert CaseEvent.objects.filter(kind="formal_demand").count() == 1
    assert [run.run_id for run in runs_of(SCOPE)] == [run_id]


def test_a_run_killed_in_the_middle_goes_on_and_repeats_nothing(
    small: SmallRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    _persons(small)
    run_id = _run(small)
    assert not carry_on_run(run_id=run_id, **ACTING)
    start_run(run_id=run_id, **BY)
    assert carry_on_run(run_id=run_id, **ACTING)
    with monkeypatch.context() as killed:
        killed.setattr(_act_orders, "write_act", _dies)
        with pytest.raises(KeyboardInterrupt):
            carry_on_run(run_id=run_id, **ACTING)
    assert _states(run_id) == ["carried_out", "waiting", "refused"]
    interrupt_run(run_id=run_id, **BY)
    assert not carry_on_run(run_id=run_id, **ACTING)
    assert _states(run_id) == ["carried_out", "waiting", "refused"]
    _finish(run_id)
    assert _states(run_id) == ["carried_out", "carried_out", "refused"]
    acts = Act.objects.filter(run="k1").order_by("pk")
    assert [act.claims.count() for act in acts] == [1, 1]
    assert len({act.document_number for act in acts}) == 2
    demands = CaseEvent.objects.filter(kind="formal_demand", document_number__startswith="督")
    assert [row.designated_on for row in demands] == [ON + timedelta(days=10)] * 2
    with pytest.raises(Refused):
        start_run(run_id=run_id, **BY)
    assert list(differences(lawbook=BOOK)) == []


def _dies(*_given: object, **_named: object) -> None:
    raise KeyboardInterrupt


def test_one_person_gets_one_letter_a_day_at_the_highest_level(small: SmallRegister) -> None:
    _persons(small)
    _finish(_run(small))
    assert set(_states(_run(small, kind="informal_demand", key="k2", designated_on="2018-07-31"))) == {
        "excluded",
        "waiting",
    }


def test_a_run_is_taken_back_by_new_rows_until_it_is_sent(small: SmallRegister) -> None:
    _persons(small)
    run_id = _run(small)
    _finish(run_id)
    before = set(WorkItem.objects.filter(list_id="first_demand").values_list("obligor_id", flat=True))
    _undo(run_id)
    assert _states(run_id) == ["taken_back", "taken_back", "refused"]
    assert before == set()
    assert WorkItem.objects.filter(list_id="first_demand").count() == 2
    assert Act.objects.filter(reverses__isnull=False).count() == 2
    assert list(differences(lawbook=BOOK)) == []


def test_a_day_that_has_passed_before_the_run_is_refused_for_each_person(small: SmallRegister) -> None:
    _persons(small)
    run_id = _run(small, kind="next_contact", next_on=ON.isoformat())
    start_run(run_id=run_id, **BY)
    later = {**ACTING, "on": ON + timedelta(days=1)}
    while carry_on_run(run_id=run_id, **later):
        pass
    reasons = BulkRow.objects.filter(state="refused").values_list("reason", flat=True)
    assert set(reasons) == {"次の連絡の日を過ぎています"}
    assert len(reasons) == 3
    assert not Act.objects.exists()


def test_what_was_sent_or_is_too_old_is_not_taken_back(small: SmallRegister) -> None:
    _persons(small)
    first, second = _run(small), _run(small, kind="next_contact", key="k2", next_on="2018-08-01")
    _finish(first)
    send_run(run_id=first, **BY)
    _finish(second)
    BulkRun.objects.filter(pk=second).update(undo_until=timezone.now() - timedelta(seconds=1))
    for run_id in (first, second):
        with pytest.raises(Refused):
            start_taking_back(run_id=run_id, **BY)
        assert not take_back_run(run_id=run_id, **ACTING)


def test_anybody_of_the_office_goes_on_and_nobody_else(small: SmallRegister) -> None:
    _persons(small)
    run_id = _run(small)
    for username, office_id in (("colleague", small.bureau), ("stranger", small.ward)):
        create_user(username=username, display_name=username, password="aB3-long-enough-9", **BY)
        assign_role(username=username, office_id=office_id, role=Role.CASE_OFFICER, **BY)
    with pytest.raises(Refused, match="所属の人"):
        start_run(run_id=run_id, by="stranger", on=ON)
    start_run(run_id=run_id, by="colleague", on=ON)
    assert BulkRun.objects.get().carried_on_by == "colleague"
    preparer = Scope("kakari", frozenset({small.ward}))
    assert [run.run_id for run in runs_of(preparer)] == [run_id]
    assert run_page(run_id, scope=preparer, at=timezone.now()).is_own


def test_marks_and_days_are_set_and_taken_back(small: SmallRegister) -> None:
    _persons(small)
    for kind, form in (("mark", {"mark": "managers_case"}), ("next_contact", {"next_on": "2018-08-01"})):
        run_id = _run(small, kind=kind, key=kind, **form)
        _finish(run_id)
        assert set(_states(run_id)) == {"carried_out"}
        _undo(run_id)
        assert set(_states(run_id)) == {"taken_back"}
    assert list(differences(lawbook=BOOK)) == []


def test_a_letter_is_an_act_of_the_engine_with_its_form(small: SmallRegister) -> None:
    _persons(small)
    run_id = _run(small)
    _finish(run_id)
    act = Act.objects.filter(run="k1").order_by("pk").first()
    assert act is not None
    assert (act.kind, act.form["designated_on"]) == ("formal_demand", (ON + timedelta(days=10)).isoformat())
    assert act.document_number == act.form["document_number"] == act.claims.get().case_event.document_number


def test_whoever_keeps_a_plan_or_is_protected_gets_no_letter(small: SmallRegister) -> None:
    persons = _persons(small)
    for number, obligor_id in enumerate(persons):
        claim_id = small.claim(f"h{number}", obligor_id=obligor_id)
        small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 3))
    held = Claim.objects.get(assessment_number="h0").pk
    small.event(held, EventKind.PAYMENT_PLEDGE, date(2018, 7, 4))
    Obligor.objects.filter(pk=persons[1]).update(protected=True)
    run_id = _run(small, kind="informal_demand", designated_on="2018-07-31")
    page = run_page(run_id, scope=SCOPE, at=timezone.now())
    told = {line.obligor_id: (line.state, line.reason) for line in page.lines}
    assert told[persons[0]][0] == "refused"  # one claim is held, the other was never demanded
    assert "分納を履行中です" in told[persons[0]][1]
    assert told[persons[1]][0] == "excluded" or "支援措置" in told[persons[1]][1]
    assert told[persons[2]][0] == "waiting"
    assert {reason.state for reason in page.reasons} == {told[persons[0]][0], told[persons[1]][0]}
    assert sum(reason.persons for reason in page.reasons) == 2


def test_inquiries_that_were_not_sent_are_taken_back(small: SmallRegister) -> None:
    persons = _persons(small)
    form = {"institution": "架空銀行", "property_kind": "bank_deposit", "designated_on": "2018-08-31"}
    run_id = _run(small, kind="property_investigation", **form)
    _finish(run_id)
    assert AwaitedAnswer.objects.count() == len(persons)
    answered = Investigation.objects.order_by("pk").first()
    assert answered is not None
    answer = AnswerNote(AnswerResult.NONE, ON)
    answer_inquiry(investigation_id=answered.pk, answer=answer, **ACTING)
    _undo(run_id)
    assert AwaitedAnswer.objects.count() == 0
    assert sorted(_states(run_id)) == ["refused", "taken_back", "taken_back"]
    assert "回答が記録されています" in BulkRow.objects.get(state="refused").reason
    assert list(differences(lawbook=BOOK)) == []
