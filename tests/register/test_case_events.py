"""Case events in the register: recorded, concluded, reversed, refused, and what of them is a fact at which moment.

The one idea: what the rules see is asked of `case_of`, never of the tables; every refusal is a sentence.
"""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import DeliveryResult, EventKind, Outcome
from saiken.domain.claim.channel import Channel
from saiken.domain.claim.entry import Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PRINCIPAL_KEY, PartyRole
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions.conclude_case_event import Conclusion, conclude_case_event
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.actions.record_case_event import record_case_event
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.actions.reverse import reverse
from saiken.register.actions.reverse_case_event import reverse_case_event
from saiken.register.actions.set_receivable_terms import NewTerms, set_receivable_terms
from saiken.register.models import AuditRow, CaseEvent, ClaimStanding, Obligor, StateSpan
from saiken.register.queries.as_of import AsOf, freeze
from saiken.register.queries.case import case_of, cases_of
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

DAY = date(2018, 9, 1)
BY = {"lawbook": BOOK, "by": "kakari", "on": DAY}


def _kinds(case: Case) -> list[str]:
    return [event.kind.value for event in case.events]


def test_a_claim_is_read_with_its_terms_its_money_its_parties_and_its_events(small: SmallRegister) -> None:
    claim_id = small.claim(yen=10_000)
    joint = FurtherObligor(small.other_obligor, PartyRole.JOINT)
    name_obligor(claim_id=claim_id, further=joint, lawbook=BOOK, by="kakari", on=date(2018, 7, 1))
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20), document_number="督促1")
    small.event(claim_id, EventKind.CONTACT, date(2018, 7, 25), obligor_ids=(small.other_obligor, small.obligor))
    case = case_of(claim_id)
    assert (case.kind, case.profile, case.cause_on) == (
        ClaimKind.LONG_TERM_CARE_PREMIUM,
        "default",
        date(2018, 4, 1),
    )
    assert [(party.key, party.role) for party in case.parties] == [
        (PRINCIPAL_KEY, PartyRole.PRINCIPAL),
        (f"joint-{small.other_obligor}", PartyRole.JOINT),
    ]
    assert [event.obligors for event in case.events] == [(), (f"joint-{small.other_obligor}", PRINCIPAL_KEY)]
    assert case.balance_yen(DAY) == 10_000


def test_only_what_the_obligor_paid_is_voluntary(small: SmallRegister) -> None:
    claim_id = small.claim(yen=10_000)
    for channel in (Channel.BANK, Channel.SEIZURE, Channel.SPECIAL_COLLECTION, None):
        receive(claim_id=claim_id, yen=100, particulars=Particulars(channel=channel), **BY)
    reverse(sequence=receive(claim_id=claim_id, yen=7, **BY), **BY)
    voluntary = [movement.voluntary for movement in case_of(claim_id).movements]
    assert voluntary == [False, True, False, False, True, False, False]


def test_a_registered_death_is_an_event_unless_one_tells_it(small: SmallRegister) -> None:
    claim_id = small.claim()
    Obligor.objects.filter(pk=small.obligor).update(died_on=date(2018, 8, 3))
    assert [(event.kind, event.on) for event in case_of(claim_id).events] == [(EventKind.DEATH, date(2018, 8, 3))]
    small.event(claim_id, EventKind.DEATH, date(2018, 8, 4))
    assert [event.on for event in case_of(claim_id).events] == [date(2018, 8, 4)]


def test_without_terms_there_is_no_case_and_the_claim_is_to_be_checked(small: SmallRegister) -> None:
    claim_id = small.claim(cause_on=date(2009, 4, 1))
    with pytest.raises(Refused, match="データ確認"):
        case_of(claim_id)
    assert list(cases_of([claim_id])) == [(claim_id, None)]
    row = ClaimStanding.objects.get(pk=claim_id)
    assert (row.standing, "登録されていません" in row.check_reason) == ("data_to_check", True)
    terms = NewTerms(LegalClass.PUBLIC_ENFORCEABLE, ClaimKind.TAX)
    set_receivable_terms(receivable_id=small.premium, terms=terms, lawbook=BOOK, by="kakari", on=date(2009, 1, 1))
    row.refresh_from_db()
    assert (case_of(claim_id).kind, row.standing, row.check_reason) == (ClaimKind.TAX, "not_due", "")


def test_terms_of_one_day_are_those_recorded_last(small: SmallRegister) -> None:
    claim_id = small.claim()
    before = freeze()
    for kind in (ClaimKind.OTHER_PUBLIC, ClaimKind.TAX):
        terms = NewTerms(LegalClass.PUBLIC_ENFORCEABLE, kind)
        set_receivable_terms(receivable_id=small.premium, terms=terms, lawbook=BOOK, by="kakari", on=date(2018, 4, 1))
    assert case_of(claim_id).kind is ClaimKind.TAX
    assert case_of(claim_id, as_of=before).kind is ClaimKind.LONG_TERM_CARE_PREMIUM


@pytest.mark.parametrize(
    ("terms", "sentence"),
    [
        (NewTerms(LegalClass.PRIVATE_LAW, ClaimKind.PRIVATE_LOAN), "認められていない債権区分"),
        (NewTerms(LegalClass.PUBLIC_ENFORCEABLE, ClaimKind.PRIVATE_LOAN), "債権区分と合いません"),
        (NewTerms(LegalClass.PUBLIC_ENFORCEABLE, ClaimKind.TAX, "atlantis"), "収録されていません"),
    ],
)
def test_terms_that_do_not_fit_are_refused(small: SmallRegister, terms: NewTerms, sentence: str) -> None:
    with pytest.raises(InvalidInput, match=sentence):
        set_receivable_terms(receivable_id=small.premium, terms=terms, **BY)


def test_an_event_is_concluded_by_its_end_and_by_its_delivery(small: SmallRegister) -> None:
    claim_id = small.claim()
    seizure = small.event(claim_id, EventKind.SEIZURE, date(2018, 8, 1))
    delivered = Conclusion(EventKind.SEIZURE, delivered_on=date(2018, 8, 3), delivery=DeliveryResult.DELIVERED)
    conclude_case_event(event_id=seizure, conclusion=delivered, **BY)
    conclude_case_event(event_id=seizure, conclusion=Conclusion(EventKind.SEIZURE, Outcome.RELEASED), **BY)
    (event,) = case_of(claim_id).events
    assert (event.until, event.outcome, event.delivered_on) == (DAY, Outcome.RELEASED, date(2018, 8, 3))
    assert event.reference == str(seizure)
    with pytest.raises(Refused, match="すでに記録されています"):
        conclude_case_event(event_id=seizure, conclusion=Conclusion(EventKind.SEIZURE, Outcome.COMPLETED), **BY)


def test_an_event_cannot_be_recorded_with_an_end_that_it_cannot_have(small: SmallRegister) -> None:
    event = NewEvent(small.claim(), EventKind.NOTE, DAY, outcome=Outcome.COMPLETED)
    with pytest.raises(InvalidInput, match="そのようには終わりません"):
        record_case_events(events=[event], lawbook=BOOK, by="kakari", on=DAY)


def test_a_conclusion_of_another_kind_or_before_the_beginning_is_refused(small: SmallRegister) -> None:
    claim_id = small.claim()
    seizure = small.event(claim_id, EventKind.SEIZURE, date(2018, 10, 1))
    for conclusion, sentence in (
        (Conclusion(EventKind.LAWSUIT, Outcome.FIXED), "別の種類"),
        (Conclusion(EventKind.SEIZURE, Outcome.RELEASED), "始まりより前"),
        (Conclusion(EventKind.SEIZURE), "どちらか"),
        (Conclusion(EventKind.SEIZURE, Outcome.FIXED), "そのようには終わりません"),
    ):
        with pytest.raises(InvalidInput, match=sentence):
            conclude_case_event(event_id=seizure, conclusion=conclusion, **BY)


def test_a_reversed_event_is_no_fact_any_more_but_was_one_then(small: SmallRegister) -> None:
    claim_id = small.claim()
    wrong = small.event(claim_id, EventKind.SEIZURE, date(2018, 8, 1))
    ended = conclude_case_event(event_id=wrong, conclusion=Conclusion(EventKind.SEIZURE, Outcome.RELEASED), **BY)
    before = freeze()
    reverse_case_event(event_id=wrong, note="別の債権の差押え", **BY)
    assert _kinds(case_of(claim_id)) == []
    assert _kinds(case_of(claim_id, as_of=before)) == ["seizure"]
    for event_id in (wrong, ended):
        with pytest.raises(Refused, match="取り消"):
            reverse_case_event(event_id=event_id, note="もう一度", **BY)
    with pytest.raises(InvalidInput, match="理由がありません"):
        reverse_case_event(event_id=wrong, note=" ", **BY)
    assert CaseEvent.objects.count() == 3


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"kind": "tea_party"}, "種類がありません"),
        ({"on": date(2018, 3, 31)}, "発生より前"),
        ({"until": date(2018, 7, 31)}, "終わりの日が始まりより前"),
        ({"delivered_on": date(2018, 7, 31)}, "到達日が始まりより前"),
        ({"designated_on": date(2018, 7, 31)}, "指定期限が始まりより前"),
        ({"instalment_yen": 0}, "1円以上"),
        ({"obligor_ids": (2,)}, "この債権の債務者ではありません"),
        ({"claim_id": 99}, "債権がありません"),
    ],
)
def test_an_event_that_cannot_be_is_refused(small: SmallRegister, facts: dict[str, object], sentence: str) -> None:
    plain: dict[str, object] = {"claim_id": small.claim(), "kind": EventKind.CONTACT, "on": date(2018, 8, 1)}
    with pytest.raises(InvalidInput, match=sentence):
        record_case_event(event=NewEvent(**(plain | facts)), **BY)  # type: ignore[arg-type]
    assert not CaseEvent.objects.exists()


def test_the_same_demand_is_not_recorded_twice_on_one_day(small: SmallRegister) -> None:
    claim_id = small.claim()
    demand = NewEvent(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
    with pytest.raises(Refused, match="同じ日の督促"):
        record_case_events(events=[demand, demand], **BY)
    event_id = record_case_event(event=demand, **BY)
    with pytest.raises(Refused, match="同じ日の督促"):
        record_case_event(event=demand, **BY)
    reverse_case_event(event_id=event_id, note="発送していない", **BY)
    record_case_event(event=demand, **BY)  # what was reversed is not there any more
    assert _kinds(case_of(claim_id)) == ["formal_demand"]


def test_many_at_once_are_what_each_by_itself_would_be(small: SmallRegister) -> None:
    together, apart = ([small.claim(f"{way}{number}") for number in range(3)] for way in "ab")

    def events(claims: list[int]) -> list[NewEvent]:
        demands = [NewEvent(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20)) for claim_id in claims]
        return [*demands, NewEvent(claims[0], EventKind.SEIZURE, date(2018, 8, 20), obligor_ids=(small.obligor,))]

    assert len(record_case_events(events=events(together), source="一括", **BY)) == 4
    for event in events(apart):
        record_case_event(event=event, **BY)

    def kept(claim_id: int) -> tuple[object, ...]:
        last = StateSpan.objects.filter(claim_id=claim_id).order_by("-revision").values_list("revision", flat=True)[0]
        spans = StateSpan.objects.filter(claim_id=claim_id, revision=last).order_by("from_on")
        row = ClaimStanding.objects.values_list("standing", "state_id", "next_change_on", "completes_on")
        return (*spans.values_list("from_on", "standing", "state_id"), row.get(pk=claim_id))

    assert [kept(claim_id) for claim_id in together] == [kept(claim_id) for claim_id in apart]
    assert AuditRow.objects.filter(action="record_case_events", subject="一括 4件").count() == 1


def test_two_who_record_the_same_demand_at_once_do_not_both_succeed(small: SmallRegister) -> None:
    claim_id = small.claim()
    ended: list[str] = []

    def record() -> None:
        try:
            small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
            ended.append("recorded")
        except Refused:
            ended.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=record) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ended) == ["recorded", "refused"]
    assert CaseEvent.objects.count() == 1


def test_the_database_itself_refuses_an_answer_to_another_claim(small: SmallRegister) -> None:
    one, other = small.claim("1"), small.claim("2")
    event_id = small.event(one, EventKind.SEIZURE, date(2018, 8, 1))
    row = CaseEvent.objects.get(pk=event_id)
    row.pk, row.claim_id, row.reverses_id = None, other, event_id
    with pytest.raises(IntegrityError, match="saiken:case_event_answer"), transaction.atomic():
        row.save(force_insert=True)


def test_facts_are_cut_at_the_recorded_moment(small: SmallRegister) -> None:
    claim_id = small.claim(yen=5_000)
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
    moment = freeze().recorded_at
    receive(claim_id=claim_id, yen=1, **BY)
    small.event(claim_id, EventKind.SEIZURE, date(2018, 8, 1))
    then = case_of(claim_id, as_of=AsOf(recorded_at=moment))
    assert (_kinds(then), then.balance_yen(DAY, Component.PRINCIPAL)) == (["formal_demand"], 5_000)
