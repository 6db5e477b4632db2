"""Case events that no act wrote in a person's history: runs of letters, imports, what became known; one line for the claims of one stroke.

The one idea: rows of one recorded moment, kind and document are one stroke and are folded by the database, so a run over hundreds of claims
is one line. A reversed event keeps its line, struck, with the reason of the reversal.
"""

from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, Max, Min, QuerySet

from saiken.domain.claim.case_event import EventKind
from saiken.register.models import CaseEvent
from saiken.register.queries.history_item import Asked, HistoryItem, Place

#: Events that are letters to the obligor.
DOCUMENTS = frozenset(
    {
        EventKind.PAYMENT_NOTICE.value,
        EventKind.FORMAL_DEMAND.value,
        EventKind.INFORMAL_DEMAND.value,
        EventKind.NOTICE_OF_INTENDED_SEIZURE.value,
        EventKind.RETURNED_MAIL.value,
        EventKind.SERVICE_BY_PUBLICATION.value,
        EventKind.ADVANCE_DEMAND.value,
    }
)
_CONTACTS = frozenset({EventKind.CONTACT.value})


class _Stroke(NamedTuple):
    """What the rows of one line have in common, and what is counted of them."""

    on: date
    recorded_at: datetime
    kind: str
    recorded_by: str
    outcome: str
    delivery: str
    document_number: str
    until: date | None
    instalment_yen: int | None
    note: str
    last: int
    rows: int
    claim_id: int
    reversals: int
    reversal: str | None
    concluding: int


_COMMON = _Stroke._fields[:10]


def history_events(asked: Asked, source: int) -> list[HistoryItem]:
    """Lines of events; a reversal is told on the line of what it takes back, a conclusion has its own line."""
    rows = CaseEvent.objects.filter(claim_id__in=asked.claim_ids, reverses__isnull=True, act_claim__isnull=True)
    strokes = (
        _kept(rows, asked)
        .order_by()
        .values(*_COMMON)
        .annotate(
            last=Max("pk"),
            rows=Count("pk"),
            claim_id=Min("claim_id"),
            reversals=Count("reversed_by"),
            reversal=Max("reversed_by__note"),
            concluding=Count("concludes"),
        )
        .filter(asked.earlier(source, number="last"))
        .order_by("-on", "-recorded_at", "-last")[: asked.most]
    )
    return [_line(_Stroke(*row), source) for row in strokes.values_list(*_Stroke._fields)]


def _kept(rows: QuerySet[CaseEvent], asked: Asked) -> QuerySet[CaseEvent]:
    match asked.category:
        case "contacts":
            return rows.filter(kind__in=_CONTACTS)
        case "documents":
            return rows.filter(kind__in=DOCUMENTS)
        case "money" | "persons":
            return rows.none()
        case "measures":
            return rows.exclude(kind__in=DOCUMENTS | _CONTACTS)
    return rows


def _line(stroke: _Stroke, source: int) -> HistoryItem:
    parts = []
    if stroke.instalment_yen is not None:
        parts.append(f"月{stroke.instalment_yen:,}円")
    if stroke.until is not None:
        parts.append(f"{stroke.until.isoformat()} まで")
    return HistoryItem(
        place=Place(stroke.on, stroke.recorded_at, source, stroke.last),
        kind=stroke.kind,
        label=" ".join(parts),
        by=stroke.recorded_by,
        result=stroke.outcome or stroke.delivery,
        claim_count=stroke.rows,
        claim_id=stroke.claim_id,
        note=stroke.note,
        document_number=stroke.document_number,
        is_taken_back=stroke.reversals > 0,
        taken_back=stroke.reversal or "",
        is_automatic=stroke.kind in DOCUMENTS,
    )
