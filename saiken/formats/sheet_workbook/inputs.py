"""The cells a section fills, each taken out and judged by what it may hold.

The one idea: a wrong value is reported with its cell and left empty, except a value that is merely implausible (below zero), which is
reported and kept. Blanks are allowed everywhere.
"""

from collections.abc import Callable
from decimal import Decimal

from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.form import SIGNED_INPUTS
from saiken.domain.sheets.grade import Grade
from saiken.formats.sheet_workbook.cell import INPUT_ROLES, Cell, Key
from saiken.formats.sheet_workbook.grid import Grid
from saiken.formats.sheet_workbook.layout import Plan
from saiken.formats.sheet_workbook.values import Value

_WHOLE_NUMBER = "整数"


class _Wrong(Exception):
    """A value that its cell cannot hold."""

    def __init__(self, message: str, expected: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.expected, self.remedy = message, expected, remedy


def read_inputs(plan: Plan, grid: Grid) -> tuple[dict[Key, Value], list[InvalidInput]]:
    """Values of all input cells by key, and what is wrong with them."""
    values: dict[Key, Value] = {}
    findings: list[InvalidInput] = []
    for cell in plan.cells:
        if cell.role not in INPUT_ROLES:
            continue
        found = grid.at(cell.row, cell.column)
        try:
            value = _READERS[cell.role](found)
        except _Wrong as wrong:
            findings.append(_finding(wrong, cell, grid=grid, found=found))
            continue
        values[cell.key] = value
        if isinstance(value, int | float) and value < 0 and cell.role == "whole" and not may_be_negative(cell):
            findings.append(_finding(_NEGATIVE, cell, grid=grid, found=found))
    return values, findings + _unnumbered(plan, grid, values=values)


_NEGATIVE = _Wrong("負の数は入力できない欄です", "0以上の整数", "値を確かめてください。")


def keeps_value(finding: InvalidInput) -> bool:
    """Whether a finding about an input cell is only a doubt: the value was taken all the same."""
    return finding.message == _NEGATIVE.message


def may_be_negative(cell: Cell) -> bool:
    """Whether a whole number below zero makes sense in that input cell."""
    return cell.key[0] == "cell" and cell.key[2] in SIGNED_INPUTS


def _finding(wrong: _Wrong, cell: Cell, *, grid: Grid, found: object) -> InvalidInput:
    return InvalidInput(
        wrong.message, place=grid.place(cell), found=str(found)[:60], expected=wrong.expected, remedy=wrong.remedy
    )


def _whole(found: object) -> Value:
    """A whole number; a number stored with decimals that are all zero is one."""
    number = _number(found, _WHOLE_NUMBER)
    if isinstance(number, float):
        if not number.is_integer():
            raise _Wrong("小数が入力されています", _WHOLE_NUMBER, "四捨五入した整数を入力してください。")
        return int(number)
    return number


def _number(found: object, expected: str) -> int | float | None:
    if found is None or (isinstance(found, str) and not found.strip()):
        return None
    if isinstance(found, str) and found.startswith("="):
        raise _Wrong("入力欄に計算式があります", expected, "計算した結果の値を入力してください。")
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise _Wrong(
            "数値の欄に数値でないものがあります", expected, "カンマや単位を付けず、半角の数値だけを入力してください。"
        )
    return found


def _rate(found: object) -> Value:
    """A rate as a fraction (0.14 for 14.0%) with at most one decimal of a per cent."""
    number = _number(found, "割合（例: 14.0%）")
    if number is None:
        return None
    tenths = Decimal(str(number)) * 1000
    if tenths != tenths.to_integral_value():
        raise _Wrong("割合は小数第1位までです", "割合（例: 14.0%）", "四捨五入して入力してください。")
    return float(number)


def _choice(found: object) -> Value:
    known = [grade.value for grade in Grade]
    if found is None or found in known:
        return str(found) if found is not None else None
    raise _Wrong("選択肢にない記号です", "・".join(known), "一覧から選んでください。")


def _text(found: object) -> Value:
    if isinstance(found, str) and found.startswith("="):
        raise _Wrong("入力欄に計算式があります", "文章", "文章を入力してください。")
    text = "" if found is None else str(found).replace("_x000D_", "").replace("\r\n", "\n").strip()
    return text or None


_READERS: dict[str, Callable[[object], Value]] = {"whole": _whole, "rate": _rate, "choice": _choice, "text": _text}


def _unnumbered(plan: Plan, grid: Grid, *, values: dict[Key, Value]) -> list[InvalidInput]:
    """Items with a text but no number, two items of one kind with the same number, and answers to no planned item."""
    findings, seen = [], set[tuple[str, str, Value]]()
    planned = {
        (key[2], values.get((*key[:-1], "number")))
        for key, value in values.items()
        if key[0] == "item" and key[1] == "planned" and key[-1] == "text" and value
    }
    for cell in plan.cells:
        if cell.key[:1] != ("item",) or cell.key[-1] != "text" or not values.get(cell.key):
            continue
        _, kind, portion, slot, _ = cell.key
        number, answers = (values.get(("item", kind, portion, slot, part)) for part in ("number", "answers"))
        if number is None:
            findings.append(
                _finding(
                    _Wrong("番号がありません", _WHOLE_NUMBER, "番号を入力してください。"), cell, grid=grid, found=number
                )
            )
        elif (kind, portion, number) in seen:
            findings.append(
                _finding(
                    _Wrong("番号が重複しています", "重複しない番号", "番号を直してください。"),
                    cell,
                    grid=grid,
                    found=number,
                )
            )
        seen.add((kind, portion, number))
        if kind == "done" and answers is not None and (portion, answers) not in planned:
            wrong = _Wrong("対応する取組内容がありません", "取組内容の番号", "「対応」の番号を確かめてください。")
            findings.append(_finding(wrong, cell, grid=grid, found=answers))
    return findings
