"""The sixteen states are total and exclusive: whatever the facts, an open claim is in exactly one, and it is the first in the order.

The one idea: the whole product of conditions is gone through, on the orders themselves and on events that make the conditions true; facts
drawn at random then show that neither the order of events nor the day of asking breaks it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, combinations, pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import Party, PartyRole
from saiken.domain.states.classify import TABLE, Classification, Standing, classify, state_spans
from saiken.domain.states.conditions import held_conditions
from saiken.domain.states.decision import decide
from saiken.domain.states.election import first_of
from saiken.law.lawbook import LawBook

BOOK = LawBook.load()
STATE_IDS = tuple(TABLE.states)
KINDS = {
    LegalClass.PUBLIC_ENFORCEABLE: ClaimKind.TAX,
    LegalClass.PUBLIC_UNENFORCEABLE: ClaimKind.OTHER_PUBLIC,
    LegalClass.PRIVATE_LAW: ClaimKind.PRIVATE_LOAN,
}
CAUSE, DUE, ASKED, FAR = date(2022, 4, 1), date(2022, 6, 30), date(2024, 6, 1), date(2060, 1, 1)
KEYS = ("principal", "second")
K = EventKind

DEMAND = (CaseEvent(K.FORMAL_DEMAND, date(2022, 7, 20)),)
TITLE = CaseEvent(K.JUDGMENT, date(2023, 3, 1), outcome=Outcome.FIXED)
SEIZED = CaseEvent(K.SEIZURE, date(2023, 3, 1))
UNSUSPENDED = CaseEvent(K.SUSPENSION_NOT_RESOLVED, date(2023, 9, 1))

#: Events that make one condition true for any class, by a name of their own.
ALIKE: dict[str, tuple[CaseEvent, ...]] = {
    "demanded": DEMAND,
    "investigated": (*DEMAND, CaseEvent(K.PROPERTY_INVESTIGATION, date(2023, 1, 10))),
    "paying": (CaseEvent(K.PAYMENT_PLEDGE, date(2024, 4, 1), instalment_yen=5_000),),
    "paying_long": (CaseEvent(K.PAYMENT_PLEDGE, date(2024, 4, 2), instalment_yen=100),),
    "broken": (
        CaseEvent(K.PAYMENT_PLEDGE, date(2023, 1, 5), instalment_yen=1_000),
        CaseEvent(K.PLEDGE_BREACH, date(2023, 2, 5)),
    ),
    "unknown": (CaseEvent(K.WHEREABOUTS_UNKNOWN, date(2023, 8, 1)), UNSUSPENDED),
    "notified": (CaseEvent(K.DEBT_ADJUSTMENT_NOTICE, date(2023, 10, 1)),),
    "bankrupt": (CaseEvent(K.BANKRUPTCY_COMMENCEMENT, date(2023, 11, 1)),),
    "discharged": (CaseEvent(K.DISCHARGE, date(2024, 2, 1)),),
    "hardship": (CaseEvent(K.HARDSHIP_WITHOUT_SUSPENSION, date(2023, 12, 1)),),
}
#: The same for enforceable claims only, and for the others only.
ENFORCEABLE: dict[str, tuple[CaseEvent, ...]] = {
    "requested": (CaseEvent(K.DISTRIBUTION_REQUEST, date(2023, 2, 10)),),
    "seized": (*DEMAND, SEIZED),
    "hopeless": (*DEMAND, SEIZED, CaseEvent(K.NO_PROSPECT_OF_CONVERSION, date(2023, 7, 1))),
    "deferred": (CaseEvent(K.COLLECTION_GRACE, date(2024, 3, 1), until=date(2025, 2, 28)),),
    "suspended": (CaseEvent(K.DISPOSITION_SUSPENSION, date(2024, 5, 1)),),
}
OTHERS: dict[str, tuple[CaseEvent, ...]] = {
    "requested": (CaseEvent(K.LAWSUIT, date(2023, 2, 10)),),
    "seized": (TITLE, CaseEvent(K.COMPULSORY_EXECUTION, date(2023, 4, 1))),
    "hopeless": (TITLE, CaseEvent(K.NO_PROSPECT_OF_EXECUTION, date(2023, 7, 1))),
    "deferred": (CaseEvent(K.PERFORMANCE_DEFERRAL, date(2024, 3, 1), until=date(2025, 2, 28)),),
    "suspended": (CaseEvent(K.COLLECTION_SUSPENSION, date(2024, 5, 1)),),
}
#: Facts that make no condition of their own true: a demand that came back and was served by publication, one yet to arrive, an end to all.
FURTHER: dict[str, tuple[CaseEvent, ...]] = {
    "published": (
        CaseEvent(K.FORMAL_DEMAND, date(2022, 7, 20), delivery=DeliveryResult.RETURNED, document_number="1"),
        CaseEvent(K.SERVICE_BY_PUBLICATION, date(2022, 9, 1), document_number="1"),
    ),
    "returned": (
        CaseEvent(K.FORMAL_DEMAND, date(2022, 7, 21), document_number="2"),
        CaseEvent(K.RETURNED_MAIL, date(2022, 8, 5), document_number="2"),
    ),
    "arriving": (CaseEvent(K.FORMAL_DEMAND, date(2022, 7, 22), delivered_on=date(2022, 7, 29)),),
}


def recipes(legal_class: LegalClass) -> dict[str, tuple[CaseEvent, ...]]:
    """What makes each condition true for a class."""
    return ALIKE | (ENFORCEABLE if legal_class is LegalClass.PUBLIC_ENFORCEABLE else OTHERS)


def case_of(
    legal_class: LegalClass, events: Sequence[CaseEvent], *, parties: Sequence[Party] = (Party(),), yen: int = 60_000
) -> Case:
    """An overdue claim of a class."""
    assessed = Movement(CAUSE, Account.ASSESSMENT, Component.PRINCIPAL, yen)
    return Case(
        KINDS[legal_class], legal_class, CAUSE, DUE, parties=tuple(parties), movements=(assessed,), events=tuple(events)
    )


def subsets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every subset of the names."""
    return chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))


def ask(case: Case, on: date) -> Classification:
    """The classification on a day."""
    return classify(case, on, lawbook=BOOK)


def assert_one_state(case: Case, on: date) -> Classification:
    """Exactly one state, the first in the order; won and lost together are all conditions that hold; each once and with its reason."""
    answer, decision = ask(case, on), decide(case, on, lawbook=BOOK, table=TABLE)
    assert answer.standing is Standing.OPEN, answer.contradictions
    assert answer.proof is not None
    assert answer.state_id == answer.proof.state_id
    assert answer.state_id in TABLE.states
    assert decision.election is not None
    candidates = [decision.election.winner, *(candidate for candidate, _ in decision.election.lost)]
    persons = {candidate.key: candidate.person for candidate in candidates}
    holding = [(key, held.state_id) for key, person in persons.items() for held in held_conditions(person)]
    named = [(answer.proof.party, answer.state_id), *((lost.party, lost.state_id) for lost in answer.lost)]
    assert sorted(named) == sorted(holding)
    assert len(set(named)) == len(named)
    assert all(lost.why for lost in answer.lost)
    own = [state_id for key, state_id in holding if key == answer.proof.party]
    assert answer.state_id == next(state_id for state_id in TABLE.within_person if state_id in own)
    return answer


def test_every_set_of_conditions_has_one_first_in_either_order() -> None:
    for order in (TABLE.within_person, TABLE.across_persons):
        place = {state_id: rank for rank, state_id in enumerate(order)}
        assert sorted(order) == sorted(STATE_IDS)
        for mask in range(1, 1 << len(STATE_IDS)):
            held = [state_id for bit, state_id in enumerate(STATE_IDS) if mask >> bit & 1]
            assert first_of(held, order) == min(held, key=place.__getitem__)


@pytest.mark.parametrize("legal_class", LegalClass)
def test_every_combination_of_facts_about_one_person_has_exactly_one_state(legal_class: LegalClass) -> None:
    made = recipes(legal_class)
    found = set()
    for chosen in subsets([name for name in made if name not in ("paying_long", "hopeless", "notified")]):
        events = list(dict.fromkeys(event for name in chosen for event in made[name]))
        found.add(assert_one_state(case_of(legal_class, events), ASKED).state_id)
    for chosen in subsets(["paying_long", "hopeless", "notified", "requested", "broken", "investigated"]):
        events = list(dict.fromkeys(event for name in chosen for event in made[name]))
        found |= {assert_one_state(case_of(legal_class, events), day).state_id for day in (ASKED, FAR)}
    assert found == set(STATE_IDS)


@pytest.mark.parametrize("legal_class", LegalClass)
def test_every_pair_of_persons_has_one_state_and_it_is_the_one_furthest_advanced(legal_class: LegalClass) -> None:
    made = recipes(legal_class) | {"untouched": ()}
    for role, (first, second) in product((PartyRole.JOINT, PartyRole.GUARANTOR), product(made, repeat=2)):
        parties = (Party(), Party("second", role))
        events = [
            *(replace(event, obligors=("principal",)) for event in made[first]),
            *(replace(event, obligors=("second",)) for event in made[second]),
        ]
        answer = assert_one_state(case_of(legal_class, events, parties=parties), ASKED)
        alone = [assert_one_state(case_of(legal_class, made[name]), ASKED).state_id for name in (first, second)]
        assert answer.state_id == min(alone, key=TABLE.across_rank.__getitem__), (role, first, second)


@pytest.mark.parametrize("legal_class", LegalClass)
def test_the_heir_with_the_largest_share_decides_and_equal_heirs_by_progress(legal_class: LegalClass) -> None:
    made = recipes(legal_class)
    death = CaseEvent(K.DEATH, date(2022, 6, 1), until=date(2022, 6, 1))
    for share, (first, second) in product((Fraction(2, 3), Fraction(1, 2)), product(made, repeat=2)):
        parties = (
            Party(),
            Party("elder", PartyRole.HEIR, share=share),
            Party("younger", PartyRole.HEIR, share=1 - share),
        )
        events = [
            death,
            *(replace(event, obligors=("elder",)) for event in made[first]),
            *(replace(event, obligors=("younger",)) for event in made[second]),
        ]
        answer = assert_one_state(case_of(legal_class, events, parties=parties), ASKED)
        alone = [
            assert_one_state(case_of(legal_class, made[name], yen=yen), ASKED).state_id
            for name, yen in ((first, int(60_000 * share)), (second, int(60_000 * (1 - share))))
        ]
        expected = alone[0] if share > Fraction(1, 2) else min(alone, key=TABLE.across_rank.__getitem__)
        assert answer.state_id == expected, (share, first, second)


DAYS = st.dates(CAUSE - timedelta(days=30), date(2029, 12, 31))


@st.composite
def events(draw: st.DrawFn) -> CaseEvent:
    """Any event, sensible or not."""
    day = draw(DAYS)
    return CaseEvent(
        draw(st.sampled_from(EventKind)),
        day,
        until=draw(st.none() | st.just(day) | DAYS),
        outcome=draw(st.none() | st.sampled_from(Outcome)),
        obligors=draw(st.sampled_from(((), ("principal",), ("second",), KEYS))),
        delivered_on=draw(st.none() | st.integers(0, 9).map(lambda days: day + timedelta(days=days))),
        delivery=draw(st.none() | st.sampled_from(DeliveryResult)),
        applied_on=draw(st.none() | st.integers(0, 40).map(lambda days: day - timedelta(days=days))),
        instalment_yen=draw(st.none() | st.sampled_from((0, 100, 5_000))),
    )


def sensible(legal_class: LegalClass) -> st.SearchStrategy[list[CaseEvent]]:
    """Events that fit together: recipes of conditions, each shifted by some days and perhaps ended."""
    made = recipes(legal_class) | FURTHER
    shifted = st.tuples(st.sampled_from(sorted(made)), st.integers(0, 900), st.booleans())
    return st.lists(shifted, min_size=1, max_size=4).map(
        lambda chosen: [
            replace(
                event,
                on=event.on + timedelta(days=days),
                delivered_on=event.delivered_on and event.delivered_on + timedelta(days=days),
                until=event.on + timedelta(days=days + 200) if ended else event.until and event.until + timedelta(days),
            )
            for name, days, ended in chosen
            for event in made[name]
        ]
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Claims with one or two persons, of any class, with events that may fit together."""
    legal_class = draw(st.sampled_from(LegalClass))
    role = draw(st.sampled_from((PartyRole.JOINT, PartyRole.GUARANTOR, PartyRole.HEIR)))
    second = Party(
        "second", role, share=Fraction(1) if role is PartyRole.HEIR else None, from_on=draw(st.none() | DAYS)
    )
    parties = draw(st.sampled_from(((Party(),), (Party(), second), (Party(is_corporation=True),))))
    chosen = draw(sensible(legal_class) | st.lists(events(), max_size=6))
    case = case_of(legal_class, chosen, parties=parties)
    paid = draw(st.lists(st.tuples(DAYS, st.sampled_from((1_000, 30_000)), st.booleans()), max_size=2))
    receipts = [
        Movement(day, Account.RECEIPT, Component.PRINCIPAL, yen, voluntary=voluntary) for day, yen, voluntary in paid
    ]
    return replace(case, movements=(*case.movements, *receipts))


@settings(max_examples=400)
@given(cases(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_events_changes_nothing(case: Case, on: date, shuffler: st.DataObject) -> None:
    mixed = list(case.events)
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]
    assert ask(replace(case, events=tuple(mixed)), on) == ask(case, on)


@settings(max_examples=400)
@given(cases(), DAYS)
def test_facts_of_later_days_do_not_exist(case: Case, on: date) -> None:
    known = replace(
        case,
        events=tuple(event for event in case.events if event.on <= on),
        movements=tuple(movement for movement in case.movements if movement.on <= on),
    )
    now, then = ask(known, on), ask(case, on)
    assert (now.standing, now.state_id, now.proof, now.contradictions) == (
        then.standing,
        then.state_id,
        then.proof,
        then.contradictions,
    )


@settings(max_examples=400)
@given(cases(), DAYS)
def test_a_claim_is_in_a_state_exactly_when_it_is_open_and_without_contradiction(case: Case, on: date) -> None:
    answer = ask(case, on)
    is_open = on > DUE and case.balance_yen(on) > 0
    assert (answer.standing in (Standing.OPEN, Standing.DATA_TO_CHECK)) == is_open
    assert bool(answer.contradictions) == (answer.standing is Standing.DATA_TO_CHECK)
    assert bool(answer.state_id) == (answer.standing is Standing.OPEN) == (answer.proof is not None)
    if answer.standing is Standing.OPEN:
        assert_one_state(case, on)


@settings(max_examples=60)
@given(cases())
def test_the_steps_over_time_say_what_the_classification_says_on_every_day(case: Case) -> None:
    until = date(2031, 1, 1)
    spans = state_spans(case, until=until, lawbook=BOOK)
    assert [span[0] for span in spans] == sorted({span[0] for span in spans})
    assert all(earlier[1:] != later[1:] for earlier, later in pairwise(spans))
    ends = [span[0] for span in spans[1:]] + [until]
    for (first, state_id, standing), end in zip(spans, ends, strict=True):
        for day in _sampled(first, end):
            answer = ask(case, day)
            assert (answer.state_id, answer.standing) == (state_id, standing), day


@settings(max_examples=150)
@given(cases(), DAYS)
def test_without_new_facts_nothing_changes_before_the_day_named(case: Case, on: date) -> None:
    answer = ask(case, on)
    facts = {event.on for event in case.events} | {movement.on for movement in case.movements}
    facts |= {event.applied_on for event in case.events if event.applied_on is not None}
    end = min({answer.next_change_on or date(2031, 1, 1), date(2031, 1, 1), *(day for day in facts if day > on)})
    assert answer.next_change_on is None or answer.next_change_on > on
    for day in _sampled(on, end):
        later = ask(case, day)
        assert (later.standing, later.state_id, later.proof) == (answer.standing, answer.state_id, answer.proof), day
        assert (later.completes_on, later.extinct_on) == (answer.completes_on, answer.extinct_on), day


def _sampled(first: date, end: date) -> list[date]:
    """Every day of a short span; of a long one the days about its ends and every ninth in between."""
    days = [first + timedelta(days=count) for count in range((end - first).days)]
    return days if len(days) < 40 else [*days[:10], *days[10:-10:9], *days[-10:]]
