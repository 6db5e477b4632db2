"""What holds of prescription whatever happened to a claim.

Disasters are left out where completion is compared: the law asks whether the obstacle is there when the period runs out, so moving that
day past the obstacle can lose its three months.
"""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.prescription import Prescription, prescription, run
from saiken.domain.rules.prescription.schedule import RULES
from saiken.law.lawbook import LawBook

BOOK = LawBook.load()
REFORM = date(2020, 4, 1)
KINDS = (
    ClaimKind.TAX,
    ClaimKind.HEALTH_INSURANCE_PREMIUM,
    ClaimKind.OTHER_PUBLIC,
    ClaimKind.PRIVATE,
    ClaimKind.PRIVATE_WATER,
)
LASTING = frozenset(RULES) - {
    EventKind.FORMAL_DEMAND,
    EventKind.INFORMAL_DEMAND,
    EventKind.PAYMENT_NOTICE,
    EventKind.ACKNOWLEDGMENT,
    EventKind.PARTIAL_PAYMENT,
    EventKind.PAYMENT_PLEDGE,
    EventKind.PRESCRIPTION_INVOKED,
}
RENEWING = (
    EventKind.ACKNOWLEDGMENT,
    EventKind.PARTIAL_PAYMENT,
    EventKind.SEIZURE,
    EventKind.COMPULSORY_EXECUTION,
    EventKind.JUDGMENT,
)
days = st.dates(date(2018, 1, 1), date(2032, 12, 31))
renewed_law_days = st.dates(REFORM, date(2032, 12, 31))
#: A day by which every period has run out that nothing holds back.
LONG_AFTER = date(2100, 1, 1)
later = st.integers(0, 500).map(timedelta)


@st.composite
def events(draw: st.DrawFn, *, kinds: tuple[EventKind, ...], on: st.SearchStrategy[date]) -> CaseEvent:
    """One event that does not contradict itself."""
    kind, begun = draw(st.sampled_from(kinds)), draw(on)
    ends = kind in LASTING and draw(st.booleans())
    return CaseEvent(
        kind,
        begun,
        until=begun + draw(later) if ends else None,
        outcome=draw(st.sampled_from((None, *Outcome))) if ends else None,
        delivered_on=begun + timedelta(draw(st.integers(0, 9))) if draw(st.booleans()) else None,
        delivery=draw(st.sampled_from((None, None, *DeliveryResult))),
        applied_on=begun - timedelta(draw(st.integers(0, 40))) if draw(st.booleans()) else None,
    )


@st.composite
def cases(
    draw: st.DrawFn,
    *,
    on: st.SearchStrategy[date] = days,
    without: frozenset[EventKind] = frozenset(),
    kinds: tuple[ClaimKind, ...] = KINDS,
) -> Case:
    """A claim with up to five events; one formal demand a day."""
    kind, cause_on = draw(st.sampled_from(kinds)), draw(st.dates(date(2015, 1, 1), date(2024, 12, 31)))
    concerned = tuple(sorted(frozenset(RULES) - without))
    happened = draw(
        st.lists(events(kinds=concerned, on=on), max_size=5, unique_by=lambda event: (event.kind, event.on))
    )
    legal_class = LegalClass.PRIVATE_LAW if kind.is_private else LegalClass.PUBLIC_UNENFORCEABLE
    return Case(kind, legal_class, cause_on, cause_on + draw(later), events=tuple(happened))


def _completes(answer: Prescription) -> date:
    return answer.completes_on or date.max


@given(cases(), days, st.randoms(use_true_random=False))
def test_the_order_in_which_events_are_listed_is_nothing(case: Case, on: date, random: st.DataObject) -> None:
    shuffled = list(case.events)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert run(replace(case, events=tuple(shuffled)), on, lawbook=BOOK) == run(case, on, lawbook=BOOK)


@given(cases(), days)
def test_the_last_moment_and_the_last_step_are_the_answer(case: Case, on: date) -> None:
    explained = prescription(case, on, lawbook=BOOK)
    answer, moment, step = explained.value, explained.value.timeline[-1], explained.steps[-1]
    assert (moment.commences_on, moment.completes_on) == (answer.commences_on, answer.completes_on)
    assert (step.from_on, step.until_on, step.sentence) == (answer.commences_on, answer.completes_on, moment.sentence)
    assert answer == run(case, on, lawbook=BOOK)
    assert answer.complete is (_completes(answer) <= on)


@given(cases(), days)
def test_every_step_that_decides_has_its_article(case: Case, on: date) -> None:
    explained = prescription(case, on, lawbook=BOOK)
    deciding = [moment for moment in explained.value.timeline if moment.effect not in ("ignored", "no_effect")]
    assert [moment.reason for moment in deciding if not moment.citations] == []


@given(cases(without=frozenset({EventKind.DISASTER})), days, days)
def test_an_acknowledgment_before_completion_never_brings_it_forward(
    case: Case, on: date, acknowledged_on: date
) -> None:
    before = run(case, on, lawbook=BOOK)
    assume(acknowledged_on < _completes(before))
    acknowledged = CaseEvent(EventKind.ACKNOWLEDGMENT, acknowledged_on)
    after = run(replace(case, events=(*case.events, acknowledged)), on, lawbook=BOOK)
    assert _completes(after) >= _completes(before)


@given(
    cases(without=frozenset({EventKind.DISASTER}), on=renewed_law_days),
    days,
    events(kinds=RENEWING, on=renewed_law_days),
)
def test_a_renewal_never_brings_completion_forward(case: Case, on: date, renewal: CaseEvent) -> None:
    before = run(case, on, lawbook=BOOK)
    after = run(replace(case, events=(*case.events, renewal)), on, lawbook=BOOK)
    assert _completes(after) >= _completes(before)


@given(cases(kinds=KINDS[:3]), events(kinds=tuple(RULES), on=days), later)
def test_nothing_revives_a_public_claim(case: Case, event: CaseEvent, passed: timedelta) -> None:
    before = run(case, LONG_AFTER, lawbook=BOOK)
    if before.completes_on is None:  # something holds it back for ever
        return
    late = _moved(event, before.completes_on + passed)
    for day in (late.on, late.on + timedelta(4000)):
        assert run(replace(case, events=(*case.events, late)), day, lawbook=BOOK).completes_on == before.completes_on


def _moved(event: CaseEvent, on: date) -> CaseEvent:
    """The same event, begun on another day and not applied for before it."""
    until = event.until and on + (event.until - event.on)
    delivered_on = event.delivered_on and on + (event.delivered_on - event.on)
    return replace(event, on=on, until=until, delivered_on=delivered_on, applied_on=event.applied_on and on)


@given(cases(kinds=KINDS[:3], on=renewed_law_days), days, later)
def test_a_public_claim_that_is_complete_stays_complete(case: Case, on: date, passed: timedelta) -> None:
    if run(case, on, lawbook=BOOK).complete:
        assert run(case, on + passed, lawbook=BOOK).complete


@given(cases(), days, st.integers(0, 4000))
def test_nothing_changes_before_the_next_change(case: Case, on: date, passed: int) -> None:
    answer = run(case, on, lawbook=BOOK)
    last = (answer.next_change_on or date(2045, 1, 1)) - timedelta(1)
    day = min(last, on + timedelta(passed))
    assume(day >= on)
    assert replace(run(case, day, lawbook=BOOK), timeline=()) == replace(answer, timeline=())
