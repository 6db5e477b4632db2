"""What lies behind a figure: the entries that make it up, or the versions of a goal.

The one idea: the entries are those of the same terms that the command line traces, and the page says whether they add up. A rate has
none; it leads to its figures.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.edition import LEDGER_COLUMNS, Column, Edition
from saiken.domain.sheets.sheet import Row
from saiken.register.queries.cell_entries import COUNT_LIMIT, CellEntries, cell_entries
from saiken.register.queries.goal_versions import goal_versions
from saiken.register.queries.sheet_index import SheetEntry
from saiken.register.queries.terms import terms_of
from saiken.web.as_of.choice import Moment
from saiken.web.cell.place import place_of, text_of
from saiken.web.scope import scope

#: Balances at the end of the year, with the portion whose open claims they are.
_OPEN_PORTIONS = {"past_balance": "past", "current_balance": "current", "total_balance": "total"}


@dataclass(frozen=True)
class Figure:
    """One figure of a sheet and where it stands."""

    entry: SheetEntry
    edition: Edition
    row: Row
    column: Column


def behind(request: HttpRequest, figure: Figure, *, moment: Moment) -> dict[str, Any]:
    """What the page shows below the figure."""
    if figure.row.kind != "result":
        return _goals(figure, moment)
    if figure.column.is_rate:
        return {}
    if figure.entry.figures_only(figure.row.fiscal_year):
        return {"is_typed": True}
    return _entries(request, figure, moment=moment)


def _goals(figure: Figure, moment: Moment) -> dict[str, Any]:
    """The versions of the goal, each with what was typed into this column."""
    row = figure.row
    goals = goal_versions(figure.entry.sheet_id, fiscal_year=row.fiscal_year, kind=row.kind, as_of=moment.as_of)
    return {"goals": [(goal, goal.columns.get(figure.column.id)) for goal in goals]}


def _entries(request: HttpRequest, figure: Figure, *, moment: Moment) -> dict[str, Any]:
    """The entries that the figure counts, with their sum."""
    fiscal_year, after = figure.row.fiscal_year, place_of(request.GET.get("after", ""))
    found = cell_entries(
        figure.entry,
        fiscal_year,
        terms=terms_of(figure.edition, figure.column),
        scope=scope(request, purpose="cell_entries"),
        as_of=moment.as_of,
        after=after,
    )
    return {
        "found": found,
        "next_after": text_of(found.next_place),
        "is_later_page": after is not None,
        "is_counted": found.entry_count < COUNT_LIMIT,
        "rounded": to_thousand_yen(found.sum_yen),
        "agreement": _agreement(found, figure),
        "year_before": fiscal_year - 1 if fiscal_year > figure.entry.from_fiscal_year else None,
        "open_portion": _OPEN_PORTIONS.get(figure.column.id, ""),
    }


def _agreement(found: CellEntries, figure: Figure) -> str:
    """equal; rounding where the form computes with rounded figures; else broken, which no page should ever show."""
    if to_thousand_yen(found.sum_yen) == figure.row.cells[figure.column.id]:
        return "equal"
    return "broken" if figure.column.id in LEDGER_COLUMNS else "rounding"
