"""Records one case event of one claim.

The one idea: the same judgement and the same effect as one of many; the audit row names the claim.
"""

from datetime import date

from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions.record_case_events import NewEvent, record_case_events


@action
def record_case_event(*, event: NewEvent, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """Record it; returns its id."""
    (event_id,) = record_case_events(events=[event], lawbook=lawbook, by=by, on=on, source=f"債権 {event.claim_id}")
    return Done(event_id, f"債権 {event.claim_id}", {"event": event_id, "kind": event.kind, "day": event.on})
