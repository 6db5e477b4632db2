"""The page behind one figure of table 2.

The one idea: every yen figure of a result row shows the entries it is made of with their sum beside it, by the same terms as the
command line; what the form computes leads to its figures too, a carried-in balance to its row, a goal to its versions.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.domain.errors import InvalidInput
from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.edition import Column, Edition
from saiken.domain.sheets.form import numbers_text, printed
from saiken.domain.sheets.sheet import Row, Sheet
from saiken.register.queries.cell_entries import COUNT_LIMIT, CellEntries, cell_entries
from saiken.register.queries.goal_versions import goal_versions
from saiken.register.queries.sheet_index import SheetEntry
from saiken.register.queries.terms import terms_of
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
    """The entries that a yen figure counts; nothing for a rate nor for a year that is kept as figures only."""
    if column.is_rate or entry.figures_only(row.fiscal_year):
        return {"is_typed": not column.is_rate}
    edition = context_of(request).editions[sheet_edition]
    after = place_of(request.GET.get("after", ""))
    found = cell_entries(
        entry,
        row.fiscal_year,
        terms=terms_of(edition, column),
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
        "agreement": _agreement(found, row=row, column=column),
        "year_before": row.fiscal_year - 1 if row.fiscal_year > entry.from_fiscal_year else None,
        "open_claims": _OPEN_CLAIMS.get(column.id, ""),
    }


def _agreement(found: CellEntries, *, row: Row, column: Column) -> str:
    """equal; rounding where the form computes on rounded figures; else broken, which no register should ever show."""
    if to_thousand_yen(found.sum_yen) == row.cells[column.id]:
        return "equal"
    return "broken" if column.id in LEDGER_COLUMNS else "rounding"


def _source(sheet: Sheet, edition: Edition, *, row: Row, column: Column) -> Row | None:
    """The row whose balance the carried-in figure is, when it is on the sheet."""
    if column.role != "carried_in":
        return None
    source = source_row(edition, row)
    return sheet.row(source) if source else None
