"""Records case events, one run's or one import's at once: demands sent, seizures made, what became known of persons.

The one idea: the events of many claims in one transaction under one audit row; the standings of those claims are computed anew in the
same transaction. `on` is the day of recording; every event has its own day.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._case_events import NewEvent, judged
from saiken.register.actions._clock import Stamp, take
from saiken.register.actions._standings import refresh
from saiken.register.models import CaseEvent, CaseEventParty

__all__ = ["NewEvent", "record_case_events"]

_BATCH = 2_000


@action
def record_case_events(
    *, events: Iterable[NewEvent], lawbook: LawBook, by: str, on: date, source: str = "経過"
) -> Done[tuple[int, ...]]:
    """Record them in their order; returns their ids. `source` says where they come from."""
    stamp = take()
    waiting, ids, claims = iter(events), [], {}
    while batch := list(islice(waiting, _BATCH)):
        judged(batch)
        ids += _written(batch, stamp, by=by)
        claims.update(dict.fromkeys(event.claim_id for event in batch))
    refresh(claims, on=on, lawbook=lawbook, by=by)
    return Done(tuple(ids), f"{source} {len(ids)}件", {"events": ids[:20], "claims": list(claims)[:20]})


def _written(events: Sequence[NewEvent], stamp: Stamp, *, by: str) -> list[int]:
    rows = CaseEvent.objects.bulk_create([_row(event, stamp, by=by) for event in events], batch_size=500)
    parties = [
        CaseEventParty(event=row, obligor_id=obligor_id)
        for row, event in zip(rows, events, strict=True)
        for obligor_id in dict.fromkeys(event.obligor_ids)
    ]
    CaseEventParty.objects.bulk_create(parties, batch_size=2_000)
    return [row.pk for row in rows]


def _row(event: NewEvent, stamp: Stamp, *, by: str) -> CaseEvent:
    return CaseEvent(
        claim_id=event.claim_id,
        kind=event.kind.value,
        on=event.on,
        until=event.until,
        outcome=event.outcome.value if event.outcome else "",
        delivered_on=event.delivered_on,
        delivery=event.delivery.value if event.delivery else "",
        applied_on=event.applied_on,
        designated_on=event.designated_on,
        instalment_yen=event.instalment_yen,
        reason=event.reason,
        document_number=event.document_number,
        note=event.note,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
