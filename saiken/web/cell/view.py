"""The page behind one figure of table 2.

The one idea: whatever the figure is, the page leads one step down: a rate or a sum to its figures, a carried-in balance to the
row it comes from, a coloured cell to its entries (or to the versions of a goal), with the sum shown beside the figure.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.domain.errors import InvalidInput
from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.edition import Column, Edition
from saiken.domain.sheets.form import numbers_text, printed
from saiken.domain.sheets.sheet import Row, Sheet
from saiken.register.queries.cell_entries import COUNT_LIMIT, cell_entries, is_traceable
from saiken.register.queries.goal_versions import goal_versions
from saiken.register.queries.sheet_index import SheetEntry
from saiken.web.as_of.choice import Moment, moment_of
from saiken.web.cell.operand import explained, source_row
from saiken.web.cell.place import place_of, text_of
from saiken.web.components.parameters import is_partial
from saiken.web.context import context_of
from saiken.web.scope import scope
from saiken.web.sheet.kept import checked_sheet


def cell(request: HttpRequest, *, sheet_year: int, key: str, row_id: str, column_id: str) -> HttpResponse:
    """The figure with what is behind it; for htmx the next entries alone."""
    context, moment = context_of(request), moment_of(request.GET)
    checked = checked_sheet(key, sheet_year, context=context, as_of=moment.as_of)
    sheet = checked.sheet
    edition = context.editions[sheet.edition_id]
    row, column = sheet.row(row_id), edition.column_of_id.get(column_id)
    if row is None or column is None or sheet.figures_only:
        raise InvalidInput("開ける数字がありません", place=key, found=f"{row_id} {column_id}")
    shown: dict[str, Any] = {
        "sheet": sheet,
        "numbers": numbers_text(sheet),
        "key": key,
        "moment": moment,
        "row": row,
        "column": column,
        "printed": printed(edition, row.cells[column_id]),
        "explained": explained(edition, row, column=column),
        "source": _source(sheet, edition, row=row, column=column),
    }
    behind = _goals if row.kind != "result" else _entries
    shown |= behind(request, checked.entry, row=row, column=column, moment=moment)
    return render(request, "cell/_entries.html" if is_partial(request) else "cell/page.html", shown)


def _goals(_request: HttpRequest, entry: SheetEntry, *, row: Row, column: Column, moment: Moment) -> dict[str, Any]:
    """The versions of the goal, each with what was typed into this column."""
    goals = goal_versions(entry.sheet_id, fiscal_year=row.fiscal_year, kind=row.kind, as_of=moment.as_of)
    return {"goals": [(goal, goal.columns.get(column.id)) for goal in goals]}


def _entries(request: HttpRequest, entry: SheetEntry, *, row: Row, column: Column, moment: Moment) -> dict[str, Any]:
    """The entries of a column that comes from the ledger; nothing for any other."""
    if not is_traceable(column.id):
        return {}
    after = place_of(request.GET.get("after", ""))
    found = cell_entries(
        entry,
        row.fiscal_year,
        column_id=column.id,
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
        "is_equal": to_thousand_yen(found.sum_yen) == row.cells[column.id],
        "year_before": row.fiscal_year - 1,
    }


def _source(sheet: Sheet, edition: Edition, *, row: Row, column: Column) -> Row | None:
    """The row whose balance the carried-in figure is, when it is on the sheet."""
    if column.role != "carried_in":
        return None
    source = source_row(edition, row)
    return sheet.row(source) if source else None
