"""Titles of obligation (債務名義): which event of a court gives one, and from when.

The one idea: a judgment on its day, a procedure on the day on which it fixed the right or a settlement was reached in it. Whether it may be
executed is in `court_force`.
"""

from collections.abc import Iterable
from datetime import date

from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome

#: The procedures of a court that can end with a title.
COURT_PROCEDURES = (
    EventKind.COURT_PAYMENT_ORDER,
    EventKind.LAWSUIT,
    EventKind.SETTLEMENT_BEFORE_SUIT,
    EventKind.MEDIATION,
)
_SETTLED_IN_COURT = (EventKind.SETTLEMENT_BEFORE_SUIT, EventKind.MEDIATION)


def title_day(event: CaseEvent, on: date) -> date | None:
    """The day on which an event gave a title, None where it gave none before `on`."""
    if event.kind is EventKind.JUDGMENT:
        return None if event.outcome is Outcome.DISMISSED else event.on
    fixed = event.kind in COURT_PROCEDURES and event.outcome is Outcome.FIXED
    settled = event.kind in _SETTLED_IN_COURT and event.outcome is Outcome.COMPLETED
    ended_on = event.until or event.on
    return ended_on if (fixed or settled) and ended_on < on else None


def first_title(events: Iterable[CaseEvent], on: date) -> tuple[CaseEvent, date] | None:
    """The earliest title among events and the day it was obtained."""
    found = [(day, event.kind, event) for event in events if (day := title_day(event, on)) is not None]
    return next(((event, day) for day, _, event in sorted(found, key=lambda one: one[:2])), None)
