"""Sheets as a workbook: one worksheet each, with live formulas, locked but for the input cells, ready for A3 paper.

The one idea: the plan says what every cell is, `values` what it shows; this module only draws. Stored results of formulas are those of
the domain, so a reader that does not calculate sees the same figures.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.grade import Grade
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import State
from saiken.formats.sheet_workbook.cell import Cell, absolute
from saiken.formats.sheet_workbook.inputs import may_be_negative
from saiken.formats.sheet_workbook.layout import Plan, plan
from saiken.formats.sheet_workbook.metadata import RANGE_NAME, metadata_of, to_rows
from saiken.formats.sheet_workbook.overview import Overview, write_overview
from saiken.formats.sheet_workbook.page import fit_rows, set_columns, set_page
from saiken.formats.sheet_workbook.sheet_names import sheet_names
from saiken.formats.sheet_workbook.styles import DIFFERENCE_COLOUR, FONT, Styles
from saiken.formats.sheet_workbook.table_states import total_key
from saiken.formats.sheet_workbook.values import Value, values_of


@dataclass(frozen=True)
class _Tab:
    """A worksheet being drawn, with its name, its plan and what its cells show."""

    worksheet: Worksheet
    name: str
    plan: Plan
    values: dict[tuple[str, ...], Value]


def write_sheet(sheet: Sheet, *, edition: Edition, states: tuple[State, ...]) -> bytes:
    """The workbook of one sheet. A sheet without rows, states or texts gives an empty form to be filled."""
    return _write([sheet], edition, states=states, overview=None)


def write_city(
    sheets: Sequence[Sheet], *, edition: Edition, states: tuple[State, ...], overview: Overview | None = None
) -> bytes:
    """The workbook of all sheets of one fiscal year and edition, an overview with live totals in front."""
    return _write(sheets, edition, states=states, overview=overview or Overview())


def _write(sheets: Sequence[Sheet], edition: Edition, *, states: tuple[State, ...], overview: Overview | None) -> bytes:
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "default_format_properties": {"font_name": FONT, "font_size": 9}})
    book.set_calc_mode("auto")
    styles = Styles(book)
    front = book.add_worksheet(overview.tab) if overview else None
    names = sheet_names(sheets, taken=[overview.tab] if overview else [])
    tabs = []
    for sheet, name in zip(sheets, names, strict=True):
        planned = plan(edition, states, metadata=metadata_of(edition, sheet))
        tab = _Tab(book.add_worksheet(name), name, planned, values_of(planned.paper, sheet))
        _draw(book, tab, styles=styles)
        tabs.append(tab)
    if front and overview:
        write_overview(
            front, overview, tabs=[(tab.name, tab.plan, tab.values) for tab in tabs], sheets=list(sheets), styles=styles
        )
    book.close()
    return target.getvalue()


def _draw(book: Workbook, tab: _Tab, *, styles: Styles) -> None:
    sign = tab.plan.paper.edition.reduction_sign
    for cell in tab.plan.cells:
        look = styles.for_cell(cell, sign)
        last = (cell.row + cell.rows - 1, cell.column + cell.columns - 1)
        if last != (cell.row, cell.column):
            tab.worksheet.merge_range(cell.row, cell.column, *last, "", look)
        _write_cell(tab, cell, look=look)
        if cell.role in ("whole", "choice", "rate"):
            _guide(tab.worksheet, cell)
    if tab.plan.paper.edition.yellow_difference:
        _watch_rounding(book, tab)
    set_columns(tab.worksheet, tab.plan)
    fit_rows(tab.worksheet, tab.plan, values=tab.values)
    set_page(tab.worksheet, tab.plan)
    _remember(book, tab, styles=styles)
    tab.worksheet.protect("", {"format_columns": True, "format_rows": True})


def _write_cell(tab: _Tab, cell: Cell, *, look: object) -> None:
    value = tab.values.get(cell.key)
    if cell.role == "formula":
        tab.worksheet.write_formula(cell.row, cell.column, cell.text, look, value)
    elif cell.role == "label" or (cell.role == "fixed" and cell.key[0] == "head"):
        tab.worksheet.write_string(cell.row, cell.column, cell.text, look)
    elif cell.role == "fixed":
        tab.worksheet.write_number(cell.row, cell.column, int(cell.text), look)
    elif value is None:
        tab.worksheet.write_blank(cell.row, cell.column, None, look)
    elif isinstance(value, str):
        tab.worksheet.write_string(cell.row, cell.column, value, look)
    else:
        tab.worksheet.write_number(cell.row, cell.column, value, look)


def _guide(worksheet: Worksheet, cell: Cell) -> None:
    """Let the spreadsheet itself refuse what reading back would report."""
    rules: dict[str, dict[str, object]] = {
        "choice": {"validate": "list", "source": [grade.value for grade in Grade]},
        "rate": {"validate": "decimal", "criteria": "between", "minimum": -10, "maximum": 10},
        "whole": {
            "validate": "integer",
            "criteria": ">=",
            "value": -(10**12) if may_be_negative(cell) else 0,
            "error_title": "整数を入力してください",
            "error_message": "千円未満を四捨五入した整数（件数・人数は整数）を入力してください。",
        },
    }
    worksheet.data_validation(cell.row, cell.column, cell.row, cell.column, rules[cell.role])


def _watch_rounding(book: Workbook, tab: _Tab) -> None:
    """Fill a balance total of table 3 yellow as long as it differs from the balance of table 2."""
    at = {cell.key: cell for cell in tab.plan.cells if cell.key}
    yellow = book.add_format({"bg_color": DIFFERENCE_COLOUR})
    result = tab.plan.paper.edition.grade_result_row
    for portion in ("past", "current", "total"):
        total, balance = at[total_key(portion, "balance")], at["cell", result, f"{portion}_balance"]
        rule = {"type": "formula", "criteria": f"={total.reference}<>{balance.reference}", "format": yellow}
        tab.worksheet.conditional_format(total.row, total.column, total.row, total.column, rule)


def _remember(book: Workbook, tab: _Tab, *, styles: Styles) -> None:
    """Write the metadata into hidden columns under a name that belongs to this worksheet."""
    column = tab.plan.metadata_column
    rows = to_rows(tab.plan.paper.metadata)
    for row, (key, value) in enumerate(rows):
        tab.worksheet.write_string(row, column, key, styles.of("hidden"))
        tab.worksheet.write_string(row, column + 1, value, styles.of("hidden"))
    tab.worksheet.set_column(column, column + 1, None, None, {"hidden": True})
    first, last = (absolute(0, column), absolute(len(rows) - 1, column + 1))
    quoted = tab.name.replace("'", "''")
    book.define_name(f"'{quoted}'!{RANGE_NAME}", f"='{quoted}'!{first}:{last}")
