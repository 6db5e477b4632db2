"""Which lasting events of a case (a grace, a suspension, a deferral) are in force on a day, and which once happened.

The one idea: an event is in force from its day to its last day, and one cancelled as illegal never was. What being in force means is said
by the rule that asks.
"""

from collections.abc import Iterator
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome


def happened(case: Case, kind: EventKind, *, on: date) -> Iterator[CaseEvent]:
    """The events of a kind up to a day, in order, without those cancelled as illegal."""
    for event in case.events_until(on):
        if event.kind is kind and event.outcome is not Outcome.CANCELLED_AS_ILLEGAL:
            yield event


def in_force(case: Case, kind: EventKind, *, on: date) -> CaseEvent | None:
    """The latest event of a kind that lasts on a day; one without a last day lasts until further notice."""
    lasting = [event for event in happened(case, kind, on=on) if event.until is None or on <= event.until]
    return lasting[-1] if lasting else None


def first(case: Case, kind: EventKind, *, on: date) -> CaseEvent | None:
    """The earliest event of a kind up to a day."""
    return next(happened(case, kind, on=on), None)
