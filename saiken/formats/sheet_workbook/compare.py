"""What a section changed that it should not have: labels, formulas and fixed values compared with the plan.

The one idea: everything locked must still be what the plan says. If labels stand elsewhere, rows or columns were moved and no figure
can be trusted, so that is looked at first and alone.
"""

import re
from collections.abc import Iterator

from saiken.domain.errors import InvalidInput
from saiken.formats.sheet_workbook.cell import Cell, reference
from saiken.formats.sheet_workbook.grid import Grid
from saiken.formats.sheet_workbook.layout import Plan

_SPACE = re.compile(r"[\s$]")

_FRESH_FORM = "配付した様式に入力し直してください。"


def moved(plan: Plan, grid: Grid) -> list[InvalidInput]:
    """Rows or columns of labels that stand elsewhere now, from the top; empty when all stand where they should.

    Neighbours shifted by the same distance are one finding. A label whose text appears nowhere else is no move: `compare` reports it.
    """
    home = {(cell.row, cell.column): cell.text for cell in plan.cells if cell.role == "label"}
    found: dict[tuple[str, int], tuple[Cell, tuple[int, int]]] = {}
    for cell in plan.cells:
        if cell.role != "label" or not cell.text or grid.at(cell.row, cell.column) == cell.text:
            continue
        at = _elsewhere(cell, grid, home)
        if at:
            axis, line = ("行", cell.row) if at[1] == cell.column else ("列", cell.column)
            found.setdefault((axis, line), (cell, at))
    findings, previous = [], ("", 0)
    for (axis, _), (cell, at) in sorted(found.items()):
        shift = (axis, at[0] - cell.row + at[1] - cell.column)
        if shift != previous:
            findings.append(_displaced(cell, grid, at, axis))
        previous = shift
    return findings


def _elsewhere(cell: Cell, grid: Grid, home: dict[tuple[int, int], str]) -> tuple[int, int] | None:
    """The nearest position in the same column or row that shows the label's text without being planned for that text."""
    same = [
        at
        for at, value in grid.values.items()
        if value == cell.text and (at[1] == cell.column or at[0] == cell.row) and home.get(at) != cell.text
    ]
    return min(same, key=lambda at: abs(at[0] - cell.row) + abs(at[1] - cell.column), default=None)


def _displaced(cell: Cell, grid: Grid, at: tuple[int, int], axis: str) -> InvalidInput:
    return InvalidInput(
        f"{axis}が動いています",
        place=f"{grid.title}!{reference(*at)}",
        found=_short(cell.text),
        expected=reference(cell.row, cell.column),
        remedy=f"行や列の挿入・削除・並べ替えをせず、{_FRESH_FORM}",
    )


def outside(plan: Plan, grid: Grid) -> Iterator[InvalidInput]:
    """Anything written where the form has no cell: it would be lost."""
    hidden = {plan.metadata_column, plan.metadata_column + 1}
    inside = {
        (cell.row + down, cell.column + right)
        for cell in plan.cells
        for down in range(cell.rows)
        for right in range(cell.columns)
    }
    for at, value in grid.values.items():
        if at not in inside and at[1] not in hidden:
            yield InvalidInput(
                "様式の欄の外に記入があります",
                place=f"{grid.title}!{reference(*at)}",
                found=_short(str(value)),
                remedy="欄の外の記入は取り込まれません。",
            )


def compare(plan: Plan, grid: Grid) -> Iterator[InvalidInput]:
    """Changed labels, changed formulas and overwritten fixed values."""
    for cell in plan.cells:
        found = grid.at(cell.row, cell.column)
        if cell.role == "formula" and not _same_formula(found, cell.text):
            yield _changed("計算式が変更されています", cell, grid, found, cell.text)
        elif cell.role == "label" and (found or "") != cell.text:
            yield _changed("様式の文言が変更されています", cell, grid, found, cell.text)
        elif cell.role == "fixed" and str("" if found is None else found) != cell.text:
            yield _changed("入力できない欄が書き換えられています", cell, grid, found, cell.text)


def _same_formula(found: object, expected: str) -> bool:
    """Whether two formulas are the same but for spaces and $."""
    return isinstance(found, str) and _SPACE.sub("", found) == _SPACE.sub("", expected)


def _changed(message: str, cell: Cell, grid: Grid, found: object, expected: str) -> InvalidInput:
    shown = "空欄" if found is None else _short(str(found))
    return InvalidInput(message, place=grid.place(cell), found=shown, expected=_short(expected), remedy=_FRESH_FORM)


def _short(text: str) -> str:
    flat = text.replace("\n", " ")
    return flat if len(flat) <= 60 else flat[:59] + "…"
