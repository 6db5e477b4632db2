"""When a document reached the obligor: its arrival, a return, a service by publication.

The one idea: a document works when it arrives (民法97条); one that came back never arrived, unless it was served by publication. Which
effect an arrival has is said by the rule of the document.
"""

from datetime import date, timedelta

from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.prescription.docket import Docket

#: How a formal demand ends: only by being taken back.
_TAKEN_BACK = frozenset({Outcome.WITHDRAWN, Outcome.CANCELLED_AS_ILLEGAL})


def is_cancelled(event: CaseEvent, on: date) -> bool:
    """Whether a formal demand had been cancelled by a day, in error or as illegal: then it never was one."""
    return event.outcome in _TAKEN_BACK and (event.until or event.on) <= on


def sent_on(event: CaseEvent, docket: Docket) -> date | None:
    """The day from which a sent document counts: its sending, or the start of its publication; None when it came back for good."""
    if not _returned(event, docket):
        return event.on
    publication = _publication(event, docket)
    return publication.on if publication else None


def arrived_on(event: CaseEvent, docket: Docket) -> date | None:
    """The day a document arrived, or is held to have arrived; None when it came back for good."""
    if _returned(event, docket):
        publication = _publication(event, docket)
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


def _returned(event: CaseEvent, docket: Docket) -> bool:
    if event.delivery is not None or not event.document_number:
        return event.delivery is DeliveryResult.RETURNED
    returns = docket.after(EventKind.RETURNED_MAIL, since=event.on)
    return any(returned.document_number == event.document_number for returned in returns)


def _publication(event: CaseEvent, docket: Docket) -> CaseEvent | None:
    services = docket.after(EventKind.SERVICE_BY_PUBLICATION, since=event.on)
    return next((served for served in services if served.document_number == event.document_number), None)
