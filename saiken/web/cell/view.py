"""The page behind one figure of table 2.

The one idea: every yen figure of a result row shows the entries it is made of with their sum beside it, by the same terms as the
command line; what the form computes leads to its figures too, a carried-in balance to its row, a goal to its versions.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.edition import Column, Edition
from saiken.domain.sheets.form import numbers_text, printed
from saiken.domain.sheets.sheet import Row, Sheet
from saiken.web.as_of.choice import moment_of
from saiken.web.cell.behind import Figure, behind
from saiken.web.cell.operand import explained, source_row
from saiken.web.components.parameters import is_partial
from saiken.web.context import context_of
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
    shown |= behind(request, Figure(checked.entry, edition, row, column), moment=moment)
    return render(request, "cell/_entries.html" if is_partial(request) else "cell/page.html", shown)


def _source(sheet: Sheet, edition: Edition, *, row: Row, column: Column) -> Row | None:
    """The row whose balance the carried-in figure is, when it is on the sheet."""
    if column.role != "carried_in":
        return None
    source = source_row(edition, row)
    return sheet.row(source) if source else None
