"""Widths, heights and paper: what makes a worksheet readable on A3.

The one idea: a spreadsheet does not grow merged rows by itself, so heights are reckoned here from the length of the texts. Widths are in
half-width characters, heights in points.
"""

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from saiken.formats.sheet_workbook.cell import FIRST_FIGURE, Cell, Key
from saiken.formats.sheet_workbook.layout import Plan
from saiken.formats.sheet_workbook.text_size import line_count
from saiken.formats.sheet_workbook.values import Value

_PORTION_WIDTH, _LABEL_WIDTH, _FIGURE_WIDTH, _ASIDE_WIDTH = 8, 9, 12, 15

#: Points per line by size of the text, and half-width characters per width unit at 8 points.
_LINE, _SMALL_LINE, _SMALL_PER_UNIT = 13.0, 10.5, 1.1

_PAPER_A3 = 8


def set_columns(worksheet: Worksheet, plan: Plan) -> None:
    """Label columns, figures, and the aside for true balances."""
    worksheet.set_column(0, 0, _PORTION_WIDTH)
    worksheet.set_column(1, 1, _LABEL_WIDTH)
    worksheet.set_column(FIRST_FIGURE, plan.paper.last_figure, _FIGURE_WIDTH)
    worksheet.set_column(plan.paper.last_figure + 1, plan.paper.last_figure + 1, _ASIDE_WIDTH)


def set_page(worksheet: Worksheet, plan: Plan) -> None:
    """A3 landscape, one page wide, texts from the second page on, page numbers at the foot."""
    worksheet.set_landscape()
    worksheet.set_paper(_PAPER_A3)
    worksheet.set_margins(left=0.4, right=0.4, top=0.45, bottom=0.55)
    worksheet.fit_to_pages(1, 0)
    worksheet.center_horizontally()
    worksheet.set_h_pagebreaks([plan.page_break_row])
    worksheet.print_area(0, 0, plan.last_row, plan.last_column)
    worksheet.set_footer("&C&9&P / &N")
    worksheet.hide_gridlines(2)
    worksheet.set_zoom(85)


def fit_rows(worksheet: Worksheet, plan: Plan, *, values: Mapping[Key, Value]) -> None:
    """Give every row the height its longest text needs."""
    heights: dict[int, float] = {}
    for cell in plan.cells:
        needed = _height(cell, values) / cell.rows
        for row in range(cell.row, cell.row + cell.rows):
            heights[row] = max(heights.get(row, 0.0), needed)
    for row, height in heights.items():
        worksheet.set_row(row, height)


def _height(cell: Cell, values: Mapping[Key, Value]) -> float:
    words = cell.style.split()
    if "title" in words:
        return 26.0
    if "heading" in words:
        return 20.0
    if "state" in words or "formula_note" in words:
        return 6 + _SMALL_LINE * line_count(cell.text, _width(cell) * _SMALL_PER_UNIT)
    text = values.get(cell.key) if cell.role == "text" else cell.text
    wraps = "wrap" in words or cell.role == "text"
    lines = line_count(str(text), _width(cell) - 2) if wraps and text else 1
    return 7 + _LINE * max(lines, 1)


def _width(cell: Cell) -> float:
    """Half-width characters that fit beside each other in the cell."""
    widths = {0: _PORTION_WIDTH, 1: _LABEL_WIDTH}
    return sum(widths.get(column, _FIGURE_WIDTH) for column in range(cell.column, cell.column + cell.columns))
