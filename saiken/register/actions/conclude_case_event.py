"""Ends a lasting case event with its outcome, or records what became of a document that was sent.

The one idea: a later row that names the event; the event's own row stays as it was written. It ends once and its delivery is told once.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case_event import DeliveryResult, EventKind, Outcome
from saiken.domain.claim.outcomes import fits
from saiken.domain.errors import InvalidInput
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._open_events import open_event
from saiken.register.actions._standings import refresh
from saiken.register.models import CaseEvent


@dataclass(frozen=True)
class Conclusion:
    """How it ended (`outcome`, on the action's day) or what became of the document; `kind` is the kind of what is concluded."""

    kind: EventKind
    outcome: Outcome | None = None
    delivered_on: date | None = None
    delivery: DeliveryResult | None = None
    document_number: str = ""
    note: str = ""


@action
def conclude_case_event(*, event_id: int, conclusion: Conclusion, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """`on` is the last day it lasted; returns the id of the concluding row."""
    event = open_event(event_id)
    _demand_fitting(event, conclusion, on=on)
    stamp = take()
    row = CaseEvent.objects.create(
        claim_id=event.claim_id,
        kind=event.kind,
        on=on,
        outcome=conclusion.outcome.value if conclusion.outcome else "",
        ends=conclusion.outcome is not None,
        delivered_on=conclusion.delivered_on,
        delivery=conclusion.delivery.value if conclusion.delivery else "",
        document_number=conclusion.document_number,
        note=conclusion.note,
        concludes=event,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    refresh([event.claim_id], on=on, lawbook=lawbook, by=by)
    particulars = {"event": event_id, "kind": event.kind, "outcome": row.outcome, "delivery": row.delivery}
    return Done(row.pk, f"債権 {event.claim_id}", particulars)


def _demand_fitting(event: CaseEvent, conclusion: Conclusion, *, on: date) -> None:
    place = f"債権 {event.claim_id} 経過 {event.pk}"
    if conclusion.kind.value != event.kind:
        raise InvalidInput("別の種類の経過は終えられません", place=place, found=conclusion.kind, expected=event.kind)
    if conclusion.outcome is None and conclusion.delivery is None:
        raise InvalidInput("終わり方も到達の結果もありません", place=place, expected="どちらか")
    if conclusion.outcome is not None and not fits(conclusion.kind, conclusion.outcome):
        raise InvalidInput("この種類の経過は、そのようには終わりません", place=place, found=conclusion.outcome)
    for name, day in (("終わりの日", on), ("到達日", conclusion.delivered_on)):
        if day is not None and day < event.on:
            raise InvalidInput(
                f"{name}が始まりより前です", place=place, found=day.isoformat(), expected=f"{event.on.isoformat()}以後"
            )
