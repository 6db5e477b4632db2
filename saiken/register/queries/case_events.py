"""Case events as they count at a recorded moment: conclusions merged into what they end, reversed ones left out.

The one idea: an event is what was recorded of it in all its rows so far; asked as of an earlier moment, later conclusions and reversals are
not there yet. Who is concerned is told by obligor ids; the case turns them into its parties.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.register.models import CaseEvent as CaseEventRow
from saiken.register.models import CaseEventParty
from saiken.register.queries.as_of import NOW, AsOf

_KINDS = {kind.value: kind for kind in EventKind}


class EventFields(NamedTuple):
    """The columns of an event's row."""

    id: int
    claim_id: int
    kind: str
    on: date
    until: date | None
    outcome: str
    delivered_on: date | None
    delivery: str
    applied_on: date | None
    designated_on: date | None
    instalment_yen: int | None
    reason: str
    document_number: str
    concludes_id: int | None
    reverses_id: int | None


#: An event and the ids of the obligors it concerns (none: the principal obligor).
Concerning = tuple[CaseEvent, tuple[int, ...]]


def events_of(claim_ids: Sequence[int], *, as_of: AsOf = NOW) -> Mapping[int, list[Concerning]]:
    """The events of many claims by claim, in the order of their days and of their recording within a day."""
    rows = as_of.recorded(CaseEventRow.objects.filter(claim_id__in=claim_ids)).order_by("on", "pk")
    fields = [EventFields(*row) for row in rows.values_list(*EventFields._fields)]
    reversed_ids = {row.reverses_id for row in fields if row.reverses_id is not None}
    conclusions: dict[int, list[EventFields]] = defaultdict(list)
    for row in fields:
        if row.concludes_id is not None:
            conclusions[row.concludes_id].append(row)
    parties = _parties(claim_ids)
    found: dict[int, list[Concerning]] = defaultdict(list)
    for row in fields:
        if row.concludes_id is None and row.reverses_id is None and row.id not in reversed_ids:
            found[row.claim_id].append((_event(row, conclusions.get(row.id, ())), parties.get(row.id, ())))
    return found


def _parties(claim_ids: Sequence[int]) -> Mapping[int, tuple[int, ...]]:
    """The obligors named at each event of the claims."""
    found: dict[int, tuple[int, ...]] = {}
    rows = CaseEventParty.objects.filter(event__claim_id__in=claim_ids).order_by("pk")
    for event_id, obligor_id in rows.values_list("event_id", "obligor_id"):
        found[event_id] = (*found.get(event_id, ()), obligor_id)
    return found


def _event(row: EventFields, conclusions: Sequence[EventFields]) -> CaseEvent:
    event = CaseEvent(
        kind=_KINDS[row.kind],
        on=row.on,
        until=row.until,
        outcome=Outcome(row.outcome) if row.outcome else None,
        delivered_on=row.delivered_on,
        delivery=DeliveryResult(row.delivery) if row.delivery else None,
        applied_on=row.applied_on,
        designated_on=row.designated_on,
        instalment_yen=row.instalment_yen,
        reason=row.reason,
        document_number=row.document_number,
        reference=str(row.id),
    )
    for conclusion in conclusions:
        event = _concluded(event, conclusion)
    return event


def _concluded(event: CaseEvent, conclusion: EventFields) -> CaseEvent:
    """The event with what its conclusion says: the last day and the outcome, or only what became of the document."""
    has_ended = bool(conclusion.outcome)
    return replace(
        event,
        until=conclusion.on if has_ended else event.until,
        outcome=Outcome(conclusion.outcome) if has_ended else event.outcome,
        delivered_on=conclusion.delivered_on or event.delivered_on,
        delivery=DeliveryResult(conclusion.delivery) if conclusion.delivery else event.delivery,
    )
