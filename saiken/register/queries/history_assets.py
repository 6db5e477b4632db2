"""Answers to inquiries about property, and what became of property without an act, in a person's history.

The one idea: the inquiry and the seizure are acts and have their lines; the answer and what was written down by hand have theirs here. An
office sees its own.
"""

from typing import TypeVar

from django.db.models import QuerySet

from saiken.register.models import InvestigationAnswer, Property, PropertyChange
from saiken.register.queries.hidden_places import place_text
from saiken.register.queries.history_item import Asked, HistoryItem, Place

_Row = TypeVar("_Row", InvestigationAnswer, PropertyChange)

#: How the lines are called, and the categories in which they stand: of all, and of measures.
_ANSWER = "inquiry_answer"
_CATEGORIES = ("", "measures")


def history_answers(asked: Asked, source: int) -> list[HistoryItem]:
    """What institutions answered, on the day of the answer."""
    if asked.category not in _CATEGORIES:
        return []
    rows = InvestigationAnswer.objects.filter(investigation__obligor_id__in=asked.numbers)
    if not asked.sees_every_office:
        rows = rows.filter(investigation__office_id__in=asked.offices)
    rows = _before(rows, asked, source=source, day="answered_on")
    return [
        HistoryItem(
            place=Place(row.answered_on, row.recorded_at, source, row.pk),
            kind=_ANSWER,
            label=place_text(row.investigation.institution, kind=row.investigation.kind, is_hidden=asked.is_hidden),
            by=row.recorded_by,
            mode=row.investigation.kind,
            result=row.result,
            note=place_text(row.note, kind=row.investigation.kind, is_hidden=asked.is_hidden),
        )
        for row in rows.select_related("investigation")
    ]


def history_properties(asked: Asked, source: int) -> list[HistoryItem]:
    """What became of property by hand."""
    if asked.category not in _CATEGORIES:
        return []
    rows = PropertyChange.objects.filter(property__obligor_id__in=asked.numbers, act__isnull=True)
    if not asked.sees_every_office:
        rows = rows.filter(property__office_id__in=asked.offices)
    return [
        HistoryItem(
            place=Place(row.on, row.recorded_at, source, row.pk),
            kind=row.turn,
            label=_property(row.property, is_hidden=asked.is_hidden),
            by=row.recorded_by,
            note=place_text(row.note, kind=row.property.kind, is_hidden=asked.is_hidden),
        )
        for row in _before(rows, asked, source=source, day="on").select_related("property")
    ]


def _property(known: Property, *, is_hidden: bool) -> str:
    return place_text(f"{known.description} {known.holder}".strip(), kind=known.kind, is_hidden=is_hidden)


def _before(rows: QuerySet[_Row], asked: Asked, *, source: int, day: str) -> QuerySet[_Row]:
    """The lines before the place, from the latest."""
    return rows.filter(asked.earlier(source, day=day)).order_by(f"-{day}", "-recorded_at", "-pk")[: asked.most]
