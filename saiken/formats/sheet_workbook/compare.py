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

#: No move at all, in rows and columns.
_UNMOVED = (0, 0)

_FRESH_FORM = "配付した様式に入力し直してください。"


def moved(plan: Plan, grid: Grid) -> list[InvalidInput]:
    """Rows or columns of labels that stand elsewhere now, from the top; empty when all stand where they should.

    Neighbours shifted by the same distance are one finding. A label whose text appears nowhere else is no move: `compare` reports it.
    """
    home = {(cell.row, cell.column): cell.text for cell in plan.cells if cell.role == "label"}
    findings: list[InvalidInput] = []
    last = _UNMOVED
    for (row, column), text in sorted(home.items()):
        if not text or grid.at(row, column) == text:
            continue
        shift = _shift((row, column), text, grid=grid, home=home, last=last)
        if shift not in (_UNMOVED, last):
            findings.append(_displaced(text, (row, column), shift=shift, grid=grid))
            last = shift
    return findings


def _shift(
    at: tuple[int, int], text: str, *, grid: Grid, home: dict[tuple[int, int], str], last: tuple[int, int]
) -> tuple[int, int]:
    """How far down and right a label's text stands now: the last shift if that explains it, else the nearest one.

    Only the label's own column and row are searched, and places where the form itself has that text do not count.
    """
    shifts = [
        (found[0] - at[0], found[1] - at[1])
        for found, value in grid.values.items()
        if value == text and (found[0] == at[0] or found[1] == at[1]) and home.get(found) != text
    ]
    if grid.at(at[0] + last[0], at[1] + last[1]) == text and last != _UNMOVED:
        return last
    return min(shifts, key=lambda shift: abs(shift[0]) + abs(shift[1]), default=_UNMOVED)


def _displaced(text: str, at: tuple[int, int], *, shift: tuple[int, int], grid: Grid) -> InvalidInput:
    axis = "行" if shift[0] else "列"
    return InvalidInput(
        f"{axis}が動いています",
        place=f"{grid.title}!{reference(at[0] + shift[0], at[1] + shift[1])}",
        found=_short(text),
        expected=reference(*at),
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
            yield _changed("計算式が変更されています", cell, grid=grid, found=found, expected=cell.text)
        elif cell.role == "label" and (found or "") != cell.text:
            yield _changed("様式の文言が変更されています", cell, grid=grid, found=found, expected=cell.text)
        elif cell.role == "fixed" and str("" if found is None else found) != cell.text:
            yield _changed("入力できない欄が書き換えられています", cell, grid=grid, found=found, expected=cell.text)


def _same_formula(found: object, expected: str) -> bool:
    """Whether two formulas are the same but for spaces and $."""
    return isinstance(found, str) and _SPACE.sub("", found) == _SPACE.sub("", expected)


def _changed(message: str, cell: Cell, *, grid: Grid, found: object, expected: str) -> InvalidInput:
    shown = "空欄" if found is None else _short(str(found))
    return InvalidInput(message, place=grid.place(cell), found=shown, expected=_short(expected), remedy=_FRESH_FORM)


def _short(text: str) -> str:
    flat = text.replace("\n", " ")
    return flat if len(flat) <= 60 else flat[:59] + "…"
