"""Takes a case event back that should not have been recorded.

The one idea: a reversing row; from its recorded moment on the event and what concluded it are no facts any more, and asked as of an earlier
moment they still are.
"""

from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._open_events import open_event
from saiken.register.actions._standings import refresh
from saiken.register.models import CaseEvent


@action
def reverse_case_event(*, event_id: int, note: str, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """`note` says why; returns the id of the reversing row."""
    if not note.strip():
        raise InvalidInput("取り消す理由がありません", place=f"経過 {event_id}", expected="理由")
    event = open_event(event_id)
    stamp = take()
    row = CaseEvent.objects.create(
        claim_id=event.claim_id,
        kind=event.kind,
        on=on,
        note=note,
        reverses=event,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    refresh([event.claim_id], on=on, lawbook=lawbook, by=by)
    return Done(row.pk, f"債権 {event.claim_id}", {"event": event_id, "kind": event.kind, "note": note})
