"""The acts of the staff in a person's history, one line each with its claims folded.

The one idea: an act is told by its kind, result, note and next day; what it wrote to claims stands under it and not once more beside it.
Acts of offices outside the scope show only where they concern a claim that the scope sees.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from saiken.register.models import Act, ActClaim
from saiken.register.queries.hidden_places import note_text
from saiken.register.queries.history_item import Asked, HistoryItem, Place
from saiken.register.queries.parties_named import names_in, people_of
from saiken.register.queries.promises import PROMISED_ON, PROMISED_YEN

#: Acts that are talks with people.
CONTACT_ACTS = ("contact",)


def history_acts(asked: Asked, source: int) -> list[HistoryItem]:
    """Lines of acts; a reversing act is told on the line of what it takes back."""
    rows = Act.objects.filter(obligor_id__in=asked.numbers, reverses__isnull=True)
    if not asked.sees_every_office:
        concerned = ActClaim.objects.filter(act=OuterRef("pk"), claim_id__in=asked.claim_ids)
        rows = rows.filter(Q(office_id__in=asked.offices) | Exists(concerned))
    rows = _kept(rows.filter(asked.earlier(source)), asked)
    found = rows.select_related("reversed_by").order_by("-on", "-recorded_at", "-pk")[: asked.most]
    acts = list(found.annotate(claim_count=Count("claims"), claim_id=Min("claims__claim_id")))
    people = people_of(row.form for row in acts)
    lines = [_line(row, source, people=people) for row in acts]
    return [replace(line, note=note_text(line.note, act_kind=line.kind, is_hidden=asked.is_hidden)) for line in lines]


def _kept(rows: QuerySet[Act], asked: Asked) -> QuerySet[Act]:
    match asked.category:
        case "contacts":
            return rows.filter(kind__in=CONTACT_ACTS)
        case "documents":
            return rows.exclude(document_number="")
        case "money" | "persons":
            return rows.none()
        case "measures":
            return rows.exclude(kind__in=CONTACT_ACTS)
    return rows


def _line(row: Act, source: int, *, people: Mapping[int, str]) -> HistoryItem:
    taken_back = getattr(row, "reversed_by", None)
    return HistoryItem(
        place=Place(row.on, row.recorded_at, source, row.pk),
        kind=row.kind,
        label=_promise(row.form) or names_in(row.form, people),
        by=row.recorded_by,
        at=row.at,
        mode=str(row.form.get("mode", "")),
        result=row.result,
        claim_count=row.claim_count,  # type: ignore[attr-defined]  # annotated
        claim_id=row.claim_id,  # type: ignore[attr-defined]
        next_on=row.next_on,
        note=row.note,
        document_number=row.document_number,
        is_taken_back=taken_back is not None,
        taken_back=taken_back.note if taken_back else "",
        act_id=None if taken_back or not row.claim_count else row.pk,  # type: ignore[attr-defined]
    )


def _promise(form: Mapping[str, Any]) -> str:
    """What was promised in the talk; empty where nothing was."""
    if PROMISED_ON not in form:
        return ""
    return f"{form[PROMISED_ON]} までに {int(form[PROMISED_YEN]):,}円"
