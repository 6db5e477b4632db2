"""Money in a person's history: every receipt, reduction, write-off and correction, one line for the claims of one stroke.

The one idea: entries of one recorded moment, day and kind are one stroke, their yen added; assessments are told too, for that is when the
claim began. What an act wrote stands under the act.
"""

from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, Exists, Max, Min, OuterRef, Sum

from saiken.register.models import ActClaim, Entry
from saiken.register.queries.history_item import Asked, HistoryItem, Place


class _Stroke(NamedTuple):
    """What the entries of one line have in common, and what is added up of them."""

    effective_on: date
    recorded_at: datetime
    kind: str
    recorded_by: str
    channel: str
    cause: str
    document_number: str
    note: str
    last: int
    total_yen: int
    claim_count: int
    first_claim: int
    reversals: int
    reversal: str | None


_COMMON = _Stroke._fields[:8]


def history_entries(asked: Asked, source: int) -> list[HistoryItem]:
    """Lines of entries."""
    if asked.category not in ("", "money"):
        return []
    of_an_act = ActClaim.objects.filter(
        claim_id=OuterRef("claim_id"),
        entry_sequence__lte=OuterRef("sequence"),
        last_entry_sequence__gte=OuterRef("sequence"),
    )
    strokes = (
        Entry.objects.filter(~Exists(of_an_act), claim_id__in=asked.claim_ids)
        .order_by()
        .values(*_COMMON)
        .annotate(
            last=Max("sequence"),
            total_yen=Sum("yen"),
            claim_count=Count("claim_id", distinct=True),
            first_claim=Min("claim_id"),
            reversals=Count("reversed_by"),
            reversal=Max("reversed_by__note"),
        )
        .filter(asked.earlier(source, day="effective_on", number="last"))
        .order_by("-effective_on", "-recorded_at", "-last")[: asked.most]
    )
    return [_line(_Stroke(*row), source) for row in strokes.values_list(*_Stroke._fields)]


def _line(stroke: _Stroke, source: int) -> HistoryItem:
    return HistoryItem(
        place=Place(stroke.effective_on, stroke.recorded_at, source, stroke.last),
        kind=stroke.kind,
        label="",
        by=stroke.recorded_by,
        result=stroke.channel or stroke.cause,
        yen=int(stroke.total_yen),
        claim_count=stroke.claim_count,
        claim_id=stroke.first_claim,
        note=stroke.note,
        document_number=stroke.document_number,
        is_taken_back=stroke.reversals > 0,
        taken_back=stroke.reversal or "",
        is_automatic=True,
    )
