"""What takes a claim out of a list for a time (停止中): a plan that is kept, a grace, a suspension, insolvency, returned mail.

The one idea: a hold has a reason and a last day or none; the row stays, counted apart, and shows again by itself. Which list minds
which hold is data of the catalogue.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind
from saiken.domain.worklists.item import FAR, ClaimFacts

_KINDS = {
    "plan": (EventKind.PAYMENT_PLEDGE,),
    "grace": (EventKind.COLLECTION_GRACE, EventKind.CONVERSION_GRACE),
    "deferral": (EventKind.PERFORMANCE_DEFERRAL,),
    "suspension": (EventKind.DISPOSITION_SUSPENSION, EventKind.COLLECTION_SUSPENSION),
    "insolvency": (EventKind.DEBT_ADJUSTMENT_NOTICE, EventKind.BANKRUPTCY_COMMENCEMENT),
}

#: Every reason for which a row may be held back.
HOLDS = (*_KINDS, "returned")

_PLANS = (
    EventKind.PAYMENT_PLEDGE,
    EventKind.COLLECTION_GRACE,
    EventKind.CONVERSION_GRACE,
    EventKind.PERFORMANCE_DEFERRAL,
)


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a claim is held back, and the first day on which it is not any more."""

    reason: str
    until_on: date


def holds_of(facts: ClaimFacts) -> Iterator[Hold]:
    """Every hold on the claim as of its day; a plan that was broken since holds nothing."""
    broken = facts.latest(EventKind.PLEDGE_BREACH)
    for reason, kinds in _KINDS.items():
        event = facts.open(*kinds)
        if event is None or (event.kind in _PLANS and broken is not None and broken.on >= event.on):
            continue
        if reason == "insolvency" and facts.after(event.on, EventKind.DISCHARGE, EventKind.BANKRUPTCY_CLOSED):
            continue
        yield Hold(reason, _day_after(event))
    if is_undelivered(facts):
        yield Hold("returned", FAR)


def is_undelivered(facts: ClaimFacts) -> bool:
    """Whether the last document came back and none has arrived since."""
    returned = facts.latest(EventKind.RETURNED_MAIL)
    return returned is not None and not _reached_since(facts, returned.on)


def _reached_since(facts: ClaimFacts, day: date) -> bool:
    heard = (EventKind.CONTACT, EventKind.ACKNOWLEDGMENT, EventKind.PAYMENT_PLEDGE, EventKind.SERVICE_BY_PUBLICATION)
    return facts.after(day, *heard) or any(
        event.delivery is DeliveryResult.DELIVERED and event.on > day
        for events in facts.by_kind.values()
        for event in events
    )


def longest(holds: Iterator[Hold], minded: frozenset[str]) -> Hold | None:
    """Of the holds that a list minds the one that lasts longest."""
    found = [hold for hold in holds if hold.reason in minded]
    return max(found, key=lambda hold: hold.until_on) if found else None


def _day_after(event: CaseEvent) -> date:
    return FAR if event.until is None else event.until + timedelta(days=1)
