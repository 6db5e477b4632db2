"""Writes many acts at once with the case events that they made.

The one idea: as `_strokes.write_act` for one, for hundreds in one transaction: the events are judged and the standings follow as always,
the files of the persons are computed once at the end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from saiken.law.lawbook import LawBook
from saiken.register.actions import _base
from saiken.register.actions._case_files import refresh_case_files
from saiken.register.actions._clock import take
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.models import Act, ActClaim
from saiken.register.queries.custody import handled_claims

_BATCH = 500


@dataclass(frozen=True)
class Done:
    """One act: its kind is a catalogue id, its events stand in the order of its claims or there are none."""

    kind: str
    obligor_id: int
    claim_ids: tuple[int, ...]
    on: date
    events: tuple[NewEvent, ...]
    form: Mapping[str, object] = field(default_factory=dict)
    document_number: str = ""
    result: str = ""
    next_on: date | None = None
    note: str = ""


@_base.action
def record_strokes(*, done: Sequence[Done], lawbook: LawBook, by: str, on: date) -> _base.Done[int]:
    """Record them in the order of their days; returns how many."""
    ordered = sorted(done, key=lambda each: each.on)
    events = [event for each in ordered for event in each.events]
    ids = iter(record_case_events(events=events, lawbook=lawbook, by=by, on=on, source="経過"))
    stamp, last = take(), Act.objects.count()
    handled = handled_claims(sorted({each.claim_ids[0] for each in ordered}))
    acts = Act.objects.bulk_create(
        [
            Act(
                kind=each.kind,
                obligor_id=each.obligor_id,
                office_id=handled[each.claim_ids[0]].office_id,
                on=each.on,
                form=dict(each.form),
                result=each.result,
                next_on=each.next_on,
                note=each.note,
                document_number=each.document_number,
                submission=f"living-{last + place}",
                recorded_at=stamp.recorded_at,
                recorded_by=by,
            )
            for place, each in enumerate(ordered)
        ],
        batch_size=_BATCH,
    )
    event_of: list[list[int] | list[None]] = [
        [next(ids) for _ in each.events] or [None] * len(each.claim_ids) for each in ordered
    ]
    rows = [
        ActClaim(act=act, claim_id=claim_id, case_event_id=event_id)
        for act, each, event_ids in zip(acts, ordered, event_of, strict=True)
        for claim_id, event_id in zip(each.claim_ids, event_ids, strict=True)
    ]
    ActClaim.objects.bulk_create(rows, batch_size=_BATCH)
    refresh_case_files({each.obligor_id for each in ordered})
    return _base.Done(len(acts), f"処理 {len(acts)}件", {"acts": len(acts)})
