"""The saved searches a person may use: one's own and those shared by an office of one's own.

The one idea: they are addresses with names; it shows no person.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from saiken.register.models import SavedSearch


@dataclass(frozen=True)
class SavedLine:
    """A saved search; `office` is the name of the office that shares it, `is_own` whether the viewer may delete it."""

    search_id: int
    name: str
    list_id: str
    office: str
    conditions: dict[str, Any]
    is_own: bool


def saved_searches(*, by: str, offices: frozenset[int], list_id: str = "") -> tuple[SavedLine, ...]:
    """Those of one list or of all, by name; at most 200."""
    rows = SavedSearch.objects.filter(Q(recorded_by=by) | Q(office_id__in=offices)).select_related("office")
    chosen = rows.filter(list_id=list_id) if list_id else rows
    return tuple(
        SavedLine(
            row.pk, row.name, row.list_id, row.office.name if row.office else "", row.conditions, row.recorded_by == by
        )
        for row in chosen.order_by("name", "pk")[:200]
    )
