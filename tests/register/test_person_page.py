"""What the page of a person asks: claims with their totals, what runs, the history page by page, promises followed by the money."""

from datetime import date, datetime, time
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.claim.party import PartyRole
from saiken.domain.person.fact import FactKind
from saiken.domain.person.promise import PromiseResult
from saiken.register.actions._facts import NewFact
from saiken.register.actions.add_party import NewParty, add_party
from saiken.register.actions.begin_protection import NewProtection, begin_protection
from saiken.register.actions.conclude_case_event import Conclusion, conclude_case_event
from saiken.register.actions.end_fact import end_fact
from saiken.register.actions.put_mark import NewMark, put_mark
from saiken.register.actions.receive import receive
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.actions.remove_mark import remove_mark
from saiken.register.actions.reverse_case_event import reverse_case_event
from saiken.register.actions.state_fact import state_fact
from saiken.register.actions.withdraw_party import withdraw_party
from saiken.register.models import Act, ActClaim, CaseEvent, ClaimStanding, Obligor, ObligorRole
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.queries import person_owed
from saiken.register.queries.case import case_of
from saiken.register.queries.person_history import PAGE_SIZE, HistoryItem, Place, history_of
from saiken.register.queries.person_owed import charged, owed
from saiken.register.queries.promises import promises_due, promises_of
from saiken.register.queries.running_events import running_events
from saiken.register.queries.scope import Scope, everything
from saiken.register.queries.standing import stand_of
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

ALL = everything("test")
DAY = date(2019, 4, 1)


def _act(small: SmallRegister, on: date, **facts: object) -> Act:
    """A contact as the act engine writes it."""
    plain = {
        "kind": "contact",
        "obligor_id": small.obligor,
        "office_id": small.bureau,
        "on": on,
        "at": time(10, 0),
        "recorded_at": datetime.combine(on, time(10, 5), ZoneInfo("Asia/Tokyo")),
        "recorded_by": "kakari",
        "submission": str(uuid4()),
    }
    return Act.objects.create(**(plain | facts))


def _history(small: SmallRegister, scope: Scope = ALL, **narrowed: object) -> tuple[HistoryItem, ...]:
    claim_ids = owed([small.obligor], scope=scope, on=DAY, most_shown=10).claim_ids
    return history_of((small.obligor,), claim_ids, scope=scope, **narrowed).items  # type: ignore[arg-type]


def test_claims_are_added_up_whole_and_charged_as_far_as_asked(small: SmallRegister) -> None:
    ids = [small.claim(str(number), yen=10_000) for number in range(1, 5)]
    receive(claim_id=ids[0], yen=10_000, lawbook=BOOK, by="kakari", on=date(2018, 7, 1))
    found = charged(owed([small.obligor], scope=ALL, on=DAY, most_shown=2), on=DAY, lawbook=BOOK, most=1)
    assert (found.open_count, found.balance_yen, found.settled_count, found.shown) == (3, 30_000, 1, 2)
    assert (found.charged, found.is_fully_charged) == (1, False)
    (group,) = found.groups
    assert (group.claim_count, len(group.claims), group.balance_yen) == (3, 2, 30_000)
    assert [claim.charge_yen is not None for claim in group.claims] == [True, False]


def test_a_state_whose_days_have_passed_is_computed_anew_for_the_day(small: SmallRegister) -> None:
    claim_id = small.claim("1")
    kept = ClaimStanding.objects.get(claim_id=claim_id)
    assert kept.next_change_on is not None
    assert kept.next_change_on <= DAY
    (before,) = owed([small.obligor], scope=ALL, on=kept.as_of_on, most_shown=1).groups[0].claims
    assert (before.is_stale, before.standing, before.state_id) == (False, kept.standing, kept.state_id)
    found = owed([small.obligor], scope=ALL, on=DAY, most_shown=1)
    assert found.groups[0].claims[0].is_stale
    (line,) = charged(found, on=DAY, lawbook=BOOK, most=0).groups[0].claims
    stand = stand_of(case_of(claim_id), DAY, lawbook=BOOK)
    assert (line.is_stale, line.standing, line.state_id) == (False, stand.standing, stand.state_id)
    assert (line.standing, line.state_id) != (before.standing, before.state_id)
    assert (line.ends_on, line.charge_yen) == (stand.completes_on, None)


def test_no_more_states_are_computed_than_a_page_can_bear(
    small: SmallRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_owed, "MOST_STATES", 1)
    small.claim("1")
    small.claim("2")
    found = charged(owed([small.obligor], scope=ALL, on=DAY, most_shown=9), on=DAY, lawbook=BOOK, most=0)
    assert [claim.is_stale for claim in found.groups[0].claims] == [False, True]


def test_claims_outside_the_scope_are_counted_and_not_shown(small: SmallRegister) -> None:
    small.claim("1")
    small.claim("2", office_id=small.ward, receivable_id=small.premium)
    found = owed([small.obligor], scope=Scope("test", frozenset({small.ward})), on=DAY, most_shown=10)
    assert (len(found.claim_ids), found.elsewhere) == (1, 1)
    assert owed([small.obligor], scope=ALL, on=DAY, most_shown=10).elsewhere == 0


def test_a_lasting_event_runs_until_it_ends_and_holds_its_claim(small: SmallRegister) -> None:
    ids = [small.claim("1"), small.claim("2")]
    graces = [NewEvent(pk, EventKind.CONVERSION_GRACE, date(2018, 9, 1), until=date(2019, 8, 31)) for pk in ids]
    events = record_case_events(events=graces, lawbook=BOOK, by="kakari", on=date(2018, 9, 1))
    (item,) = running_events((small.obligor,), ALL, on=DAY)
    assert (item.kind, item.label, item.until_on) == ("conversion_grace", "債権2件", date(2019, 8, 31))
    holds = [claim.holds for claim in owed([small.obligor], scope=ALL, on=DAY, most_shown=10).groups[0].claims]
    assert holds == [("conversion_grace",)] * 2
    ended = Conclusion(EventKind.CONVERSION_GRACE, outcome=Outcome.RELEASED)
    conclude_case_event(event_id=events[0], conclusion=ended, lawbook=BOOK, by="kakari", on=date(2019, 3, 1))
    reverse_case_event(event_id=events[1], note="別の債権", lawbook=BOOK, by="kakari", on=date(2019, 3, 1))
    assert running_events((small.obligor,), ALL, on=DAY) == []
    assert running_events((small.obligor,), ALL, on=date(2019, 9, 1)) == []


def test_the_history_tells_each_stroke_once_and_strikes_what_was_taken_back(small: SmallRegister) -> None:
    ids = [small.claim("1"), small.claim("2")]
    letters = [NewEvent(pk, EventKind.FORMAL_DEMAND, date(2018, 8, 20), document_number="督促1") for pk in ids]
    sent = record_case_events(events=letters, lawbook=BOOK, by="kakari", on=date(2018, 8, 20))
    act = _act(small, date(2019, 3, 1), note="分割を希望", result="spoke", next_on=date(2019, 3, 15))
    told = small.event(ids[0], EventKind.CONTACT, date(2019, 3, 1))
    ActClaim.objects.create(act=act, claim_id=ids[0], case_event=CaseEvent.objects.get(pk=told))
    receive(claim_id=ids[0], yen=1_000, lawbook=BOOK, by="kakari", on=date(2019, 3, 20))
    lines = _history(small)
    assert [(line.kind, line.claim_count) for line in lines] == [
        ("received", 1),
        ("contact", 1),
        ("formal_demand", 2),
        ("assessed", 1),
        ("assessed", 1),
    ]
    assert (lines[1].note, lines[1].next_on, lines[0].yen) == ("分割を希望", date(2019, 3, 15), 1_000)
    for event_id in sent:
        reverse_case_event(event_id=event_id, note="宛先誤り", lawbook=BOOK, by="kakari", on=DAY)
    struck = next(line for line in _history(small) if line.kind == "formal_demand")
    assert (struck.is_taken_back, struck.taken_back) == (True, "宛先誤り")
    assert [line.kind for line in _history(small, category="documents")] == ["formal_demand"]
    assert [line.kind for line in _history(small, category="contacts")] == ["contact"]
    assert {line.kind for line in _history(small, category="money")} == {"received", "assessed"}


def test_the_talks_of_another_office_are_not_told(small: SmallRegister) -> None:
    claim_id = small.claim("1")
    _act(small, DAY, office_id=small.ward, note="他の所属の連絡")
    own = Scope("test", frozenset({small.bureau}))
    assert [line.note for line in _history(small, own) if line.kind == "contact"] == []
    ActClaim.objects.create(act=_act(small, DAY, office_id=small.ward, note="この債権の連絡"), claim_id=claim_id)
    assert [line.note for line in _history(small, own) if line.kind == "contact"] == ["この債権の連絡"]


def test_what_is_written_down_about_the_person_is_told_without_its_content(small: SmallRegister) -> None:
    ids = [small.claim("1"), small.claim("2")]
    who = {"by": "kakari", "on": DAY}
    fact = NewFact(FactKind.TELEPHONE_NUMBER, "090-0000-1111", DAY, source_office_id=small.bureau)
    fact_id = state_fact(obligor_id=small.obligor, fact=fact, **who)
    end_fact(fact_id=fact_id, last_on=DAY, **who)
    mark = NewMark("residence_doubtful", office_id=small.bureau, note="表札なし")
    remove_mark(mark_id=put_mark(obligor_id=small.obligor, mark=mark, **who), **who)
    measure = NewProtection(small.obligor, ProtectionGround.STALKING, reason="申出", review_on=date(2020, 3, 31))
    begin_protection(protection=measure, **who)
    named = NewParty(role=PartyRole.GUARANTOR, obligor_id=small.other_obligor)
    add_party(claim_ids=ids, party=named, lawbook=BOOK, **who)
    roles = tuple(ObligorRole.objects.values_list("pk", flat=True))
    withdraw_party(role_ids=roles, reason="別の人", lawbook=BOOK, **who)
    lines = _history(small, category="persons")
    assert [(line.kind, line.mode, line.claim_count) for line in lines] == [
        ("party_withdrawn", "guarantor", 2),
        ("party_added", "guarantor", 2),
        ("protection_begun", "", 0),
        ("mark_removed", "", 0),
        ("mark_put", "", 0),
        ("fact_ended", "telephone_number", 0),
        ("fact_stated", "telephone_number", 0),
    ]
    assert not any("090" in f"{line.label}{line.note}" or "申出" in line.note for line in lines)
    assert [line.note for line in lines if line.note] == ["別の人", "表札なし"]
    assert {line.kind for line in _history(small)} >= {line.kind for line in lines}
    assert [line.kind for line in _history(small, category="measures")] == []


def test_what_holds_from_an_earlier_day_tells_it_apart_from_the_name(small: SmallRegister) -> None:
    party = NewParty(role=PartyRole.HEIR, obligor_id=small.other_obligor)
    add_party(claim_ids=[small.claim("1")], party=party, lawbook=BOOK, by="kakari", on=DAY)
    name = Obligor.objects.get(pk=small.other_obligor).name
    assert [line.label for line in _history(small, category="persons")] == [f"{name}（2019-04-01 から）"]


def test_pages_of_the_history_follow_each_other_without_gap_or_repeat(small: SmallRegister) -> None:
    claim_id = small.claim("1")
    for number in range(60):
        _act(small, date(2019, 1, 1 + number % 3), note=f"{number}")
        small.event(claim_id, EventKind.INFORMAL_DEMAND, date(2019, 1, 1 + number % 3))
    seen: list[Place] = []
    before: Place | None = None
    while True:
        page = history_of((small.obligor,), (claim_id,), scope=ALL, before=before)
        seen += [item.place for item in page.items]
        before = page.next_place
        if before is None:
            break
        assert len(page.items) == PAGE_SIZE
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) == len(seen) == 60 + 60 + 1


def test_a_promise_is_kept_or_broken_by_the_receipts_of_the_person(small: SmallRegister) -> None:
    claim_id = small.claim("1")
    for on, due_on in ((date(2019, 4, 1), "2019-04-30"), (date(2019, 5, 7), "2019-05-31")):
        form = {"promised_on": due_on, "promised_yen": 5_000}
        _act(small, on, result="promised_payment", form=form)
    receive(claim_id=claim_id, yen=5_000, lawbook=BOOK, by="kakari", on=date(2019, 4, 26))
    found = promises_of([small.obligor], on=date(2019, 6, 1))
    assert [(each.promise.due_on.month, each.result) for each in found] == [
        (5, PromiseResult.PROMISE_BROKEN),
        (4, PromiseResult.PROMISE_KEPT),
    ]
    due = promises_due(date(2019, 4, 1), date(2019, 5, 1), on=date(2019, 6, 1), office_ids=[small.bureau])
    assert [each.result for each in due] == [PromiseResult.PROMISE_KEPT]
    assert promises_due(date(2019, 4, 1), date(2019, 5, 1), on=DAY, office_ids=[small.ward]) == ()


def test_hundreds_of_claims_are_asked_with_as_many_statements_as_one(small: SmallRegister) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            found = owed([small.obligor], scope=ALL, on=DAY, most_shown=40)
            charged(found, on=DAY, lawbook=BOOK, most=20)
            running_events((small.obligor,), ALL, on=DAY)
            history_of((small.obligor,), found.claim_ids, scope=ALL)
        return len(captured)

    small.claim("0")
    few = statements()
    for number in range(1, 30):
        small.event(small.claim(str(number)), EventKind.FORMAL_DEMAND, date(2018, 8, 20))
    assert statements() == few
