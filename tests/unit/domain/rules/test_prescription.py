"""Prescription beside the propositions of the law: ordinances that differ, overlapping graces, parties without days, the lean run."""

from dataclasses import replace
from datetime import date

import pytest

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import Party, PartyRole
from saiken.domain.rules.prescription import Effect, Prescription, prescription, run
from saiken.domain.rules.prescription.schedule import ENDING, RULES
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import DemandRestart

BOOK = LawBook.load()
PREMIUM = Case(ClaimKind.HEALTH_INSURANCE_PREMIUM, LegalClass.PUBLIC_ENFORCEABLE, date(2024, 4, 1), date(2024, 6, 30))
TAX = Case(ClaimKind.TAX, LegalClass.PUBLIC_ENFORCEABLE, date(2021, 4, 1), date(2021, 6, 30))
LOAN = Case(ClaimKind.PRIVATE_LOAN, LegalClass.PRIVATE_LAW, date(2021, 4, 1), date(2021, 6, 30))
DEMAND = CaseEvent(EventKind.FORMAL_DEMAND, date(2024, 7, 20), delivered_on=date(2024, 7, 22))


def _book(restart: DemandRestart) -> LawBook:
    """The law book of a municipality whose premiums restart otherwise."""
    terms = BOOK.terms(PREMIUM.kind, on=DEMAND.on)
    terms = replace(terms, demand=replace(terms.demand, restart=restart))
    return replace(BOOK, ordinances={**BOOK.ordinances, "elsewhere": {PREMIUM.kind: (terms,)}})


def _answer(case: Case, *events: CaseEvent, on: date = date(2026, 6, 1), party: str = "principal") -> Prescription:
    return run(replace(case, events=events), on, lawbook=BOOK, party=party)


@pytest.mark.parametrize(
    ("restart", "designated_on", "commences_on"),
    [
        (DemandRestart.AFTER_ARRIVAL, None, date(2024, 7, 23)),
        (DemandRestart.AFTER_DESIGNATED, None, date(2024, 7, 31)),
        (DemandRestart.AFTER_DESIGNATED, date(2024, 8, 5), date(2024, 8, 6)),
        (DemandRestart.AFTER_TEN_DAYS, None, date(2024, 7, 31)),
    ],
)
def test_the_ordinance_says_from_when_a_premium_restarts(
    restart: DemandRestart, designated_on: date | None, commences_on: date
) -> None:
    demanded = replace(DEMAND, designated_on=designated_on)
    case = replace(PREMIUM, profile="elsewhere", events=(demanded,))
    assert run(case, date(2026, 6, 1), lawbook=_book(restart)).commences_on == commences_on


def test_an_arrival_that_is_not_given_rests_on_an_assumption_only_where_it_decides() -> None:
    demanded = replace(DEMAND, delivered_on=None)
    case = replace(PREMIUM, events=(demanded,))
    assert prescription(case, date(2026, 6, 1), lawbook=BOOK).assumptions[0].startswith("到達の日")
    taxed = replace(TAX, events=(demanded,))
    assert prescription(taxed, date(2026, 6, 1), lawbook=BOOK).assumptions == ()


def test_graces_that_overlap_stop_the_clock_once() -> None:
    first = CaseEvent(EventKind.COLLECTION_GRACE, date(2022, 1, 1), until=date(2022, 1, 31))
    second = CaseEvent(EventKind.CONVERSION_GRACE, date(2022, 1, 21), until=date(2022, 2, 10))
    inside = CaseEvent(EventKind.CONVERSION_GRACE, date(2022, 1, 5), until=date(2022, 1, 10))
    assert _answer(TAX, first, second, inside).completes_on == date(2026, 8, 11)


def test_an_agreement_during_an_endless_grace_ends_by_its_own_year() -> None:
    grace = CaseEvent(EventKind.COLLECTION_GRACE, date(2022, 1, 1))
    agreement = CaseEvent(EventKind.NEGOTIATION_AGREEMENT, date(2026, 5, 1))
    answer = _answer(TAX, grace, agreement)
    assert (answer.completes_on, answer.barred_by) == (None, "collection_grace")
    assert answer.timeline[-1].until == date(2027, 5, 1)


def test_of_two_bars_the_one_that_reaches_further_is_named() -> None:
    seized = CaseEvent(EventKind.SEIZURE, date(2026, 5, 1), until=date(2026, 5, 20), outcome=Outcome.WITHDRAWN)
    asked = CaseEvent(EventKind.INFORMAL_DEMAND, date(2026, 5, 2))
    answer = _answer(LOAN, seized, asked)
    assert (answer.completes_on, answer.barred_by) == (date(2026, 11, 21), "seizure")


def test_reviews_of_premiums_whose_article_was_not_read_say_so() -> None:
    case = replace(PREMIUM, kind=ClaimKind.LONG_TERM_CARE_PREMIUM)
    review = CaseEvent(EventKind.REVIEW_REQUEST, date(2026, 5, 1))
    explained = prescription(replace(case, events=(review,)), date(2026, 6, 1), lawbook=BOOK)
    assert explained.value.barred_by == "review_request"
    assert "条文未確認" in explained.assumptions[0]


def test_a_review_that_fixed_a_right_renews_without_ten_years() -> None:
    review = CaseEvent(EventKind.REVIEW_REQUEST, date(2025, 5, 1), until=date(2025, 8, 1), outcome=Outcome.FIXED)
    answer = _answer(PREMIUM, review)
    assert (answer.commences_on, answer.period_years) == (date(2025, 8, 2), 2)
    open_review = CaseEvent(EventKind.REVIEW_REQUEST, date(2025, 5, 1))
    assert _answer(PREMIUM, open_review).completes_on is None


@pytest.mark.parametrize(
    ("outcome", "commences_on"), [(Outcome.FIXED, date(2026, 11, 2)), (Outcome.DISMISSED, date(2021, 7, 1))]
)
def test_a_suit_after_completion_counts_only_if_it_fixed_the_right(outcome: Outcome, commences_on: date) -> None:
    suit = CaseEvent(EventKind.LAWSUIT, date(2026, 8, 1), until=date(2026, 11, 1), outcome=outcome)
    assert _answer(LOAN, suit, on=date(2026, 11, 21)).commences_on == commences_on


def test_a_judgment_against_the_municipality_after_completion_starts_nothing() -> None:
    judged = CaseEvent(EventKind.JUDGMENT, date(2026, 8, 1), outcome=Outcome.DISMISSED)
    assert _answer(LOAN, judged, on=date(2026, 11, 21)).complete


def test_an_heir_without_a_day_takes_over_until_the_death() -> None:
    heirs = (Party("a"), Party("b", PartyRole.HEIR))
    case = replace(LOAN, parties=heirs)
    death = CaseEvent(EventKind.DEATH, date(2024, 4, 10), until=date(2024, 5, 1))
    before, after = (CaseEvent(EventKind.ACKNOWLEDGMENT, day) for day in (date(2024, 4, 1), date(2024, 6, 1)))
    assert _answer(case, death, before, after, party="b").commences_on == date(2024, 4, 2)
    assert _answer(case, before, after, party="b").commences_on == date(2024, 6, 2)


def test_the_principal_is_found_whatever_the_key() -> None:
    case = replace(LOAN, parties=(Party("b", PartyRole.JOINT), Party("a")))
    acknowledged = CaseEvent(EventKind.ACKNOWLEDGMENT, date(2024, 4, 1))
    assert _answer(case, acknowledged).commences_on == date(2024, 4, 2)


def test_a_secondary_obligor_follows_the_principal() -> None:
    case = replace(TAX, parties=(Party("a"), Party("b", PartyRole.SECONDARY)))
    own = CaseEvent(EventKind.ACKNOWLEDGMENT, date(2024, 4, 1), obligors=("b",))
    answer = _answer(case, own, party="b")
    assert (answer.completes_on, answer.complete, answer.next_change_on) == (date(2026, 7, 1), False, date(2026, 7, 1))


def test_the_timeline_is_dated_and_speaks() -> None:
    answer = _answer(TAX, CaseEvent(EventKind.FORMAL_DEMAND, date(2021, 7, 20)), on=date(2026, 8, 1))
    assert [moment.effect for moment in answer.timeline] == [Effect.COMMENCED, Effect.RENEWED, Effect.COMPLETED]
    assert "2021-07-30 まで完成せず" in answer.timeline[1].sentence
    assert answer.timeline[2].on == date(2026, 7, 31)


def test_every_lasting_event_of_a_rule_is_watched_for_its_end() -> None:
    assert set(RULES) > ENDING
    assert EventKind.SEIZURE in ENDING
    assert EventKind.COLLECTION_GRACE not in ENDING


def test_a_contact_is_nothing_to_prescription() -> None:
    assert len(_answer(TAX, CaseEvent(EventKind.CONTACT, date(2024, 1, 1))).timeline) == 1
