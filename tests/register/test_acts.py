"""Acts on one person: each thing that an act may write, each reason not to do it, doing it once, taking it back.

The one idea: acts made for these tests, on the small register's person, on both databases; what is refused has written nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.entry import Component
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions import _act_drafts
from saiken.register.actions.assess import assess
from saiken.register.actions.carry_out_act import Overtaken
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.order_halt import NewHalt, order_halt
from saiken.register.actions.receive import receive
from saiken.register.actions.register_receivable import NewReceivable, register_receivable
from saiken.register.actions.reverse_act import reverse_act
from saiken.register.actions.reverse_case_event import reverse_case_event
from saiken.register.models import (
    Act,
    ActClaim,
    AuditRow,
    CaseEvent,
    CaseEventParty,
    CaseFile,
    ClaimBalance,
    ClaimStanding,
    Entry,
    Obligor,
)
from saiken.register.queries.act_plan import seen_token
from saiken.register.queries.scope import Scope
from saiken.register.queries.verify import differences
from tests.support.engine import DAY, SCOPE, Doer, lay_engine_acts
from tests.support.law import BOOK
from tests.support.small_register import WHO, SmallRegister

UNDOING = {"scope": SCOPE, "lawbook": BOOK, "by": "kakari", "on": DAY}


@pytest.fixture(autouse=True)
def _acts_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    lay_engine_acts(monkeypatch)


@pytest.fixture
def doer(small: SmallRegister) -> Doer:
    """Acts on the small register's first person."""
    return Doer(small.obligor)


def _owed(claim_id: int) -> dict[str, int]:
    rows = ClaimBalance.objects.filter(claim_id=claim_id, balance_yen__gt=0)
    return dict(rows.values_list("component", "balance_yen"))


def _claim(small: SmallRegister, number: str, yen: dict[Component, int], *, fiscal_year: int = 2018) -> int:
    """A claim of several components."""
    assessment = replace(small.assessment(number, fiscal_year=fiscal_year), yen=yen)
    (claim_id,) = assess(assessments=[assessment], lawbook=BOOK, by="kakari", on=date(fiscal_year, 6, 1))
    return claim_id


def _loan(small: SmallRegister, number: str) -> int:
    """A claim of private law."""
    return small.claim(number, receivable_id=small.loan, legal_class=LegalClass.PRIVATE_LAW)


def _written() -> tuple[int, ...]:
    models = (Act, ActClaim, CaseEvent, Entry, AuditRow)
    return tuple(model.objects.count() for model in models)


def _refused(doing: Callable[[], object], words: str, *, error: type[Exception] = Refused) -> str:
    """The refusal, which leaves everything as it was."""
    before = _written()
    with pytest.raises(error, match=words) as caught:
        doing()
    assert _written() == before
    return str(caught.value)


def test_an_event_is_written_on_every_claim_of_the_stroke(small: SmallRegister, doer: Doer) -> None:
    first, second = small.claim("1"), small.claim("2")
    next_on = DAY + timedelta(days=10)
    act_id = doer.do("demand", first, second, document_number="督1", next_on=next_on.isoformat(), note="封書")
    act = Act.objects.get(pk=act_id)
    assert (act.on, act.next_on, act.note, act.document_number, act.office_id) == (
        DAY,
        next_on,
        "封書",
        "督1",
        small.bureau,
    )
    rows = CaseEvent.objects.filter(act_claim__act=act).order_by("claim_id")
    told = [(row.claim_id, row.kind, row.on, row.document_number, row.note) for row in rows]
    assert told == [(claim_id, "formal_demand", DAY, "督1", "封書") for claim_id in (first, second)]
    assert CaseEventParty.objects.count() == 0  # the principal is not named
    file = CaseFile.objects.get(obligor_id=small.obligor)
    assert (file.last_act_on, file.next_on) == (DAY, next_on)
    assert list(differences(lawbook=BOOK)) == []


def test_an_act_that_writes_nothing_is_kept_with_its_claims(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    act_id = doer.do("remark", claim_id, note="電話の折返しを待つ")
    assert list(ActClaim.objects.filter(act_id=act_id).values_list("claim_id", "case_event", "entry_sequence")) == [
        (claim_id, None, None)
    ]
    assert CaseEvent.objects.count() == 0


def test_a_conclusion_ends_the_chosen_event_on_the_claims_of_its_stroke(small: SmallRegister, doer: Doer) -> None:
    claims = [small.claim("1"), small.claim("2")]
    doer.do("pledge", *claims, instalment_yen=1_000)
    doer.do("demand", *claims)
    later = DAY + timedelta(days=20)
    for number, claim_id in enumerate(claims):
        doer.do("attachment", claim_id, on=later + timedelta(days=number), document_number=f"差{number}")
    doer.do("attachment", *claims, on=later + timedelta(days=5), document_number="差9")
    end_on = later + timedelta(days=9)
    running = f"{(later + timedelta(days=5)).isoformat()} 差9"
    act_id = doer.do("attachment_end", *claims, on=end_on, running=running)
    rows = CaseEvent.objects.filter(act_claim__act_id=act_id)
    assert {(row.claim_id, row.outcome, row.on, row.concludes.document_number) for row in rows if row.concludes} == {
        (claim_id, "released", end_on, "差9") for claim_id in claims
    }
    assert CaseEvent.objects.exclude(concludes=None).count() == 2
    assert list(differences(lawbook=BOOK)) == []


def test_a_conclusion_whose_event_does_not_run_on_a_claim_is_refused_whole(small: SmallRegister, doer: Doer) -> None:
    claims = [small.claim("1"), small.claim("2")]
    doer.do("demand", claims[0])
    end = {"running": f"{DAY.isoformat()}", "delivery": "delivered"}
    _refused(lambda: doer.do("demand_delivery", *claims, **end), "対象がありません")
    doer.do("demand_delivery", claims[0], **end, delivered_on=DAY.isoformat())
    _refused(lambda: doer.do("demand_delivery", claims[0], **end), "対象がありません")


def test_a_returned_letter_has_no_day_of_delivery(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    doer.do("demand", claim_id)
    later = DAY + timedelta(days=5)
    doer.do("demand_delivery", claim_id, on=later, running=DAY.isoformat(), delivery="returned")
    row = CaseEvent.objects.exclude(concludes=None).get()
    assert (row.delivery, row.delivered_on, row.outcome) == ("returned", None, "")


def test_a_receipt_is_shared_by_the_law_of_allocation(small: SmallRegister, doer: Doer) -> None:
    old = _claim(small, "1", {Component.PRINCIPAL: 5_000, Component.LATE_CHARGE: 700}, fiscal_year=2017)
    new = _claim(small, "2", {Component.PRINCIPAL: 9_000, Component.LATE_CHARGE: 300})
    act_id = doer.do("receipt", new, old, yen=8_000, channel="counter")
    # 地税法20条の9の4・国税通則法62条の例: the principals in the order of their due days, then the late charges
    assert (_owed(old), _owed(new)) == ({"late_charge": 700}, {"principal": 6_000, "late_charge": 300})
    doer.do("receipt", new, old, yen=6_600, channel="counter")
    assert (_owed(old), _owed(new)) == ({"late_charge": 100}, {"late_charge": 300})
    kept = {
        row.claim_id: (row.entry_sequence, row.last_entry_sequence) for row in ActClaim.objects.filter(act_id=act_id)
    }
    assert all(first is not None and first == last for first, last in kept.values())


def test_a_receipt_beyond_what_is_owed_is_refused(small: SmallRegister, doer: Doer) -> None:
    claims = [small.claim("1", yen=3_000), small.claim("2", yen=4_000)]
    _refused(lambda: doer.do("receipt", *claims, yen=7_001, channel="counter"), "残高を1円超えています")
    doer.do("receipt", *claims, yen=7_000, channel="counter")
    assert [_owed(claim_id) for claim_id in claims] == [{}, {}]


def test_public_and_private_claims_are_not_paid_in_one_stroke(small: SmallRegister, doer: Doer) -> None:
    claims = [small.claim("1"), _loan(small, "2")]
    _refused(lambda: doer.do("receipt", *claims, yen=100, channel="counter"), "充当の順序が違います")


def test_a_write_off_without_a_sum_takes_whole_balances(small: SmallRegister, doer: Doer) -> None:
    claims = [_claim(small, "1", {Component.PRINCIPAL: 5_000, Component.LATE_CHARGE: 700}), small.claim("2")]
    doer.do("clearance", *claims, cause="prescription_completed")
    assert [_owed(claim_id) for claim_id in claims] == [{}, {}]
    assert sorted(Entry.objects.filter(kind="written_off").values_list("yen", flat=True)) == [700, 5_000, 10_000]


def test_a_reduction_falls_on_one_claim_alone(small: SmallRegister, doer: Doer) -> None:
    first, second = small.claim("1"), small.claim("2")
    _refused(lambda: doer.do("lowering", first, second, yen=100), "一件ずつ")
    _refused(lambda: doer.do("lowering", first, yen=10_001), "残高を1円超えて")
    _refused(lambda: doer.do("lowering", first), "額がありません")
    doer.do("lowering", first, yen=10_000)
    assert (_owed(first), _owed(second)) == ({}, {"principal": 10_000})


def test_a_long_note_fits_every_row_that_keeps_it(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    note = "折衝の記録。" * 300
    assert Act.objects.get(pk=doer.do("receipt", claim_id, yen=1, channel="counter", note=note)).note == note
    doer.do("demand", claim_id, note=note)
    assert len(Entry.objects.get(kind="received").note) == 200
    assert len(CaseEvent.objects.get().note) == 500


def test_an_act_on_a_guarantor_names_the_guarantor(small: SmallRegister) -> None:
    claim_id = _loan(small, "1")
    guarantor = FurtherObligor(small.other_obligor, PartyRole.GUARANTOR, cap_yen=5_000)
    name_obligor(claim_id=claim_id, further=guarantor, lawbook=BOOK, **WHO)
    Doer(small.other_obligor).do("pledge", claim_id, instalment_yen=500)
    assert list(CaseEventParty.objects.values_list("obligor_id", flat=True)) == [small.other_obligor]


def test_the_parties_that_the_form_names_are_those_concerned(small: SmallRegister, doer: Doer) -> None:
    claim_id = _loan(small, "1")
    heir = FurtherObligor(small.other_obligor, PartyRole.HEIR, share=(1, 2))
    name_obligor(claim_id=claim_id, further=heir, lawbook=BOOK, **WHO)
    doer.do("demand", claim_id, parties=[small.obligor, small.other_obligor])
    assert set(CaseEventParty.objects.values_list("obligor_id", flat=True)) == {small.obligor, small.other_obligor}
    assert list(differences(lawbook=BOOK)) == []


def test_a_stranger_to_the_claim_is_refused(small: SmallRegister) -> None:
    claim_id = small.claim()
    stranger = Doer(small.other_obligor)
    _refused(lambda: stranger.do("demand", claim_id), "この債務者の債権ではありません", error=InvalidInput)
    _refused(lambda: stranger.do("demand"), "債権が選ばれていません", error=InvalidInput)


def test_a_death_stands_at_the_person_and_its_reversal_takes_it_away(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    act_id = doer.do("death", claim_id, on=date(2018, 7, 20), source="register")
    assert Obligor.objects.get(pk=small.obligor).died_on == date(2018, 7, 20)
    assert list(differences(lawbook=BOOK)) == []
    reverse_act(act_id=act_id, note="同姓同名の別人", submission="undo", **UNDOING)
    assert Obligor.objects.get(pk=small.obligor).died_on is None
    assert list(differences(lawbook=BOOK)) == []


def test_the_law_refuses_in_the_rules_own_words(small: SmallRegister, doer: Doer) -> None:
    good, bad = small.claim("1"), small.claim("2")
    small.event(bad, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
    refusal = _refused(lambda: doer.do("demand", good, bad), "満たさない要件: この債権についてまだ督促をしていない")
    assert "自治法231条の3第1項" in refusal
    assert "納期限までに完納されない債権には" in refusal


def test_the_class_and_missing_terms_of_law_are_refused(small: SmallRegister, doer: Doer) -> None:
    loan = _loan(small, "1")
    _refused(lambda: doer.do("attachment", loan), "この債権区分の債権には行えない")
    receivable = NewReceivable(
        bureau_id=small.bureau,
        number="999",
        name="定めのない債権",
        section_id=small.bureau,
        allowed_classes=[LegalClass.PUBLIC_ENFORCEABLE],
        claim_based_from=2010,
    )
    without_terms = small.claim("9", receivable_id=register_receivable(receivable=receivable, **WHO))
    _refused(lambda: doer.do("remark", without_terms), "登録されていません")


def test_claims_of_another_office_are_refused(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    elsewhere = Scope(by="kakari", offices=frozenset({small.ward}))
    _refused(lambda: doer.do("remark", claim_id, scope=elsewhere), "所属の異なる債権")


@pytest.mark.parametrize("measure", ["demand", "engine"])
def test_a_halt_of_the_act_or_of_its_group_is_refused(small: SmallRegister, doer: Doer, measure: str) -> None:
    claim_id = small.claim()
    halt = NewHalt("台風の被害", DAY, None, until_on=DAY + timedelta(days=3), measures=(measure,))
    order_halt(halt=halt, **WHO)
    _refused(lambda: doer.do("demand", claim_id), "台風の被害")
    doer.do("demand", claim_id, on=DAY + timedelta(days=4))


def test_what_needs_approval_is_not_done_without_it(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 10))
    _refused(lambda: doer.do("seizure", claim_id), "決裁が必要です")
    doer.do("attachment", claim_id)


def test_days_that_cannot_be_are_refused(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    tomorrow, yesterday = ((DAY + timedelta(days=days)).isoformat() for days in (1, -1))
    _refused(lambda: _on(doer, claim_id, tomorrow), "今日より後", error=InvalidInput)
    _refused(lambda: doer.do("remark", claim_id, next_on=yesterday), "処理の日より前", error=InvalidInput)
    act = Act.objects.get(pk=_on(doer, claim_id, yesterday))
    assert act.on == DAY - timedelta(days=1)


def _on(doer: Doer, claim_id: int, day: str) -> int:
    """A remark that names its own day."""
    order = doer.order("remark", claim_id)
    return doer.done(replace(order, form={"on": day}))


def test_the_same_form_sent_twice_is_one_act(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    order = doer.order("receipt", claim_id, yen=3_000, channel="counter")
    seen = seen_token(small.obligor)
    assert doer.done(order, seen=seen) == doer.done(order, seen=seen)
    assert (Act.objects.count(), _owed(claim_id)) == (1, {"principal": 7_000})
    keyless = replace(order, submission="")
    _refused(lambda: doer.done(keyless), "送信の番号", error=InvalidInput)


def test_what_somebody_wrote_in_between_is_a_conflict(small: SmallRegister, doer: Doer) -> None:
    claim_id, other = small.claim("1"), small.claim("2")
    written: list[Callable[[], Any]] = [
        lambda: doer.do("remark", other),
        lambda: small.event(claim_id, EventKind.CONTACT, DAY),
        lambda: receive(claim_id=other, yen=1, lawbook=BOOK, by="cashier", on=DAY),
    ]
    for write in written:
        seen = seen_token(small.obligor)
        write()
        _refused(
            lambda seen=seen: doer.done(doer.order("remark", claim_id), seen=seen), "ほかの人が記録", error=Overtaken
        )  # type: ignore[misc]
    small.event(small.claim("3", obligor_id=small.other_obligor), EventKind.CONTACT, DAY)
    seen = seen_token(small.obligor)
    small.event(CaseEvent.objects.latest("pk").claim_id, EventKind.CONTACT, DAY)
    doer.done(doer.order("remark", claim_id), seen=seen)  # somebody else's claims are no conflict


def test_a_failure_on_the_last_claim_leaves_nothing(
    small: SmallRegister, doer: Doer, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = [small.claim(str(number)) for number in range(3)]
    book, told = _act_drafts.write_off, []

    def failing(**given: Any) -> int:
        told.append(given["claim_id"])
        if len(told) == len(claims):
            raise RuntimeError("the machine stops")
        return book(**given)

    monkeypatch.setattr(_act_drafts, "write_off", failing)
    _refused(lambda: doer.do("clearance", *claims, cause="prescription_completed"), "stops", error=RuntimeError)
    assert (sorted(told), [_owed(claim_id) for claim_id in claims]) == (claims, [{"principal": 10_000}] * 3)


def test_an_act_is_taken_back_with_all_it_wrote(small: SmallRegister, doer: Doer) -> None:
    claims = [_claim(small, "1", {Component.PRINCIPAL: 5_000, Component.LATE_CHARGE: 700}), small.claim("2")]
    demand, receipt = doer.do("demand", *claims), doer.do("clearance", *claims, cause="prescription_completed")
    for number, act_id in enumerate((receipt, demand)):
        undone = reverse_act(act_id=act_id, note="誤入力", submission=f"undo{number}", **UNDOING)
        assert reverse_act(act_id=act_id, note="誤入力", submission=f"undo{number}", **UNDOING) == undone
        assert Act.objects.get(pk=undone).reverses_id == act_id
    assert [_owed(claim_id) for claim_id in claims] == [
        {"principal": 5_000, "late_charge": 700},
        {"principal": 10_000},
    ]
    stands = ClaimStanding.objects.values_list("standing", "state_id", "completes_on")
    assert set(stands) == {("open", "S01", date(2020, 7, 1))}  # as if nobody had ever demanded
    _refused(lambda: reverse_act(act_id=demand, note="もう一度", submission="more", **UNDOING), "すでに取り消されて")
    _refused(lambda: reverse_act(act_id=undone, note="もう一度", submission="more", **UNDOING), "取消しの記録")
    assert list(differences(lawbook=BOOK)) == []


def test_entries_of_the_next_act_on_the_same_claim_stay(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    first = doer.do("receipt", claim_id, yen=1_000, channel="counter")
    doer.do("receipt", claim_id, yen=2_000, channel="counter")
    reverse_act(act_id=first, note="二重に記録した", submission="undo", **UNDOING)
    assert _owed(claim_id) == {"principal": 8_000}


def test_an_act_whose_event_has_ended_since_is_not_taken_back(small: SmallRegister, doer: Doer) -> None:
    claim_id = small.claim()
    demand = doer.do("demand", claim_id)
    delivery = doer.do("demand_delivery", claim_id, running=DAY.isoformat(), delivery="delivered")
    undo = {"note": "誤入力", **UNDOING}
    _refused(lambda: reverse_act(act_id=demand, submission="a", **undo), "その終わりや到達の結果が記録されています")
    _refused(lambda: reverse_act(act_id=delivery, submission="b", **undo), "元の経過を取り消して")
    _refused(lambda: reverse_act(act_id=demand, submission="c", **{**undo, "note": " "}), "理由", error=InvalidInput)
    elsewhere = Scope(by="kakari", offices=frozenset({small.ward}))
    _refused(lambda: reverse_act(act_id=demand, submission="d", **{**undo, "scope": elsewhere}), "所属の異なる債権")
    (event_id,) = CaseEvent.objects.filter(concludes=None).values_list("pk", flat=True)
    reverse_case_event(event_id=event_id, note="誤り", lawbook=BOOK, by="kakari", on=DAY)
    doer.do("demand", claim_id)
