"""The page of one sheet.

The one idea: the form itself is drawn by `formats.sheet_html`; this page adds the addresses behind its figures, the findings
of the checks beside its cells, and the choice of the two clocks.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from saiken.domain.sheets.form import numbers_text
from saiken.domain.sheets.sheet import Sheet
from saiken.formats.sheet_html.write import sheet_fragment
from saiken.register.queries.sheet_years import years_of
from saiken.web.as_of.choice import Moment, moment_of
from saiken.web.context import context_of
from saiken.web.sheet.download import FILE_FORMATS
from saiken.web.sheet.kept import checked_sheet


def sheet_page(request: HttpRequest, *, sheet_year: int, key: str) -> HttpResponse:
    """The sheet with its findings and the addresses of its figures."""
    context, moment = context_of(request), moment_of(request.GET)
    checked = checked_sheet(key, sheet_year, context=context, as_of=moment.as_of)
    sheet = checked.sheet
    edition = context.editions[sheet.edition_id]
    fragment = sheet_fragment(
        sheet,
        edition=edition,
        states=context.states,
        findings=checked.findings,
        link_of=_cell_addresses(sheet, key, moment=moment),
        state_link_of=_state_addresses(sheet, key, moment=moment),
    )
    shown = {
        "fragment": mark_safe(fragment),
        "undecided": _undecided(sheet),
        "finding_count": len(checked.findings),
        "sheet": sheet,
        "numbers": numbers_text(sheet),
        "key": key,
        "moment": moment,
        "years": years_of(checked.entry),
        "formats": [(name, file_format.label) for name, file_format in FILE_FORMATS.items()],
    }
    return render(request, "sheet/page.html", shown)


def _undecided(sheet: Sheet) -> int:
    """How many claims table 3 has in its totals and in none of its states, because their data is to be checked."""
    if sheet.figures_only:
        return 0
    return sum((table.count_total or 0) - sum(table.count.values()) for table in sheet.states.values())


def _cell_addresses(sheet: Sheet, key: str, *, moment: Moment) -> Callable[[str, str], str | None]:
    """Where the figures of table 2 lead; nowhere while the sheet is kept as figures only."""
    known = {row.row_id for row in sheet.rows}

    def address(row_id: str, column_id: str) -> str | None:
        if sheet.figures_only or row_id not in known:
            return None
        cell = {"sheet_year": sheet.fiscal_year, "key": key, "row_id": row_id, "column_id": column_id}
        return reverse("cell", kwargs=cell) + moment.query

    return address


def _state_addresses(sheet: Sheet, key: str, *, moment: Moment) -> Callable[[str, str, str], str | None]:
    """Where the figures of table 3 lead: to the claims of a state, or of all states; nowhere for a state without claims."""

    def address(portion: str, state_id: str, _measure: str) -> str | None:
        table = sheet.states.get(portion)
        is_empty = table is not None and table.count.get(state_id) == 0
        if sheet.figures_only or state_id == "obligors" or is_empty:
            return None
        cell = {"sheet_year": sheet.fiscal_year, "key": key, "portion": portion, "state_id": state_id}
        return reverse("state-cell", kwargs=cell) + moment.query

    return address
