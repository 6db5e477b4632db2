"""How events may end: what a court settles becomes final, what happened on its day does not end."""

import pytest

from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.claim.outcomes import OUTCOMES, fits

SETTLED_BY_COURTS = {
    EventKind.REVIEW_REQUEST,
    EventKind.COURT_PAYMENT_ORDER,
    EventKind.LAWSUIT,
    EventKind.SETTLEMENT_BEFORE_SUIT,
    EventKind.MEDIATION,
    EventKind.JUDGMENT,
    EventKind.BANKRUPTCY_PARTICIPATION,
}


def test_only_what_a_court_settles_becomes_final() -> None:
    assert {kind for kind in EventKind if fits(kind, Outcome.FIXED)} == SETTLED_BY_COURTS


@pytest.mark.parametrize("kind", [EventKind.CONTACT, EventKind.NOTE, EventKind.ACKNOWLEDGMENT, EventKind.CLAIM_WAIVER])
def test_what_happened_on_its_day_has_no_end(kind: EventKind) -> None:
    assert not any(fits(kind, outcome) for outcome in Outcome)


def test_whatever_can_end_has_a_way_to() -> None:
    assert all(OUTCOMES.values())
