"""When a document reached the obligor: its arrival, a return, a service by publication.

The one idea: a document works when it arrives (民法97条); one that came back never arrived, unless it was served by publication. Which
effect an arrival has is said by the rule of the document.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.prescription.docket import Docket, sort_key

#: How a formal demand ends: only by being taken back.
_TAKEN_BACK = frozenset({Outcome.WITHDRAWN, Outcome.CANCELLED_AS_ILLEGAL})


def is_cancelled(event: CaseEvent, on: date) -> bool:
    """Whether a formal demand had been cancelled by a day, in error or as illegal: then it never was one."""
    return event.outcome in _TAKEN_BACK and (event.until or event.on) <= on


def sent_on(event: CaseEvent, docket: Docket) -> date | None:
    """The day from which a sent document counts: its sending, or the start of its publication; None when it came back for good."""
    if not _returned(event, docket.events):
        return event.on
    publication = _publication(event, docket.events)
    return publication.on if publication else None


def arrived_on(event: CaseEvent, docket: Docket) -> date | None:
    """The day a document arrived, or is held to have arrived; None when it came back for good."""
    if _returned(event, docket.events):
        publication = _publication(event, docket.events)
        return _served(publication, docket) if publication else None
    if event.delivery is DeliveryResult.PUBLISHED:
        return _served(event, docket)
    if event.delivered_on is None:
        docket.assume("arrival")
    return event.delivered_on or event.on


def _served(publication: CaseEvent, docket: Docket) -> date:
    by_court = docket.case.legal_class is LegalClass.PRIVATE_LAW
    days = docket.law.number("public_notice_days_civil" if by_court else "public_notice_days", on=publication.on)
    return publication.delivered_on or publication.on + timedelta(days=days)


def came_back(event: CaseEvent, events: Sequence[CaseEvent]) -> bool:
    """Whether a document came back for good: nobody served it by publication afterwards."""
    return _returned(event, events) and _publication(event, events) is None


def _returned(event: CaseEvent, events: Sequence[CaseEvent]) -> bool:
    if event.delivery is not None or not event.document_number:
        return event.delivery is DeliveryResult.RETURNED
    return any(_is_about(event, mail, kind=EventKind.RETURNED_MAIL) for mail in events)


def _publication(event: CaseEvent, events: Sequence[CaseEvent]) -> CaseEvent | None:
    services = [served for served in events if _is_about(event, served, kind=EventKind.SERVICE_BY_PUBLICATION)]
    return min(services, key=sort_key, default=None)


def _is_about(event: CaseEvent, later: CaseEvent, *, kind: EventKind) -> bool:
    return later.kind is kind and later.on >= event.on and later.document_number == event.document_number
