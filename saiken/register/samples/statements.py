"""What people state on a published sheet, as the demo city records it: goals, grades, comparison, and measures of our own wording.

The one idea: goal cells are the city's figures, sentences are ours (`measures.toml`). Pure: nothing is stored here.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import Measure, Sheet

_FILE = Path(__file__).with_name("measures.toml")
_ANSWERED = "done"

#: When a goal of fiscal year Y is set: in the year before, or at the start of the year.
_SET_ON = {"first_goal": (-1, 9, 1), "revised_goal": (0, 6, 30), "effort_goal": (0, 7, 31)}
_WHY = {
    "first_goal": "前年度の見込みにより当初目標を設定",
    "revised_goal": "前年度末の未収金残高を踏まえて修正",
    "effort_goal": "前年度の決算を踏まえて努力目標を設定",
}


@dataclass(frozen=True)
class StatedGoal:
    """A goal as recorded: the edition's coloured cells in thousand yen, when it was set and why."""

    fiscal_year: int
    kind: str
    columns: Mapping[str, int]
    set_on: date
    reason: str


def goals(sheet: Sheet, edition: Edition) -> list[StatedGoal]:
    """The goal rows of a sheet; ア only where it comes from outside the sheet."""
    return [_goal(sheet, edition, row_id=spec.id) for spec in edition.goal_rows]


def _goal(sheet: Sheet, edition: Edition, *, row_id: str) -> StatedGoal:
    spec, row = edition.row_of_id[row_id], next(row for row in sheet.rows if row.row_id == row_id)
    columns = {column: row.yen(column) for column in edition.input_columns}
    if spec.carried_in_from is None:
        columns["carried_in_outside"] = row.yen("past_carried_in")
    years, month, day = _SET_ON[spec.kind]
    return StatedGoal(row.fiscal_year, spec.kind, columns, date(row.fiscal_year + years, month, day), _WHY[spec.kind])


def load_measures(path: Path = _FILE) -> dict[str, tuple[Measure, ...]]:
    """Numbered measures by the name a profile refers to."""
    book = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: tuple(_measures(portions)) for name, portions in book.items()}


def _measures(portions: Mapping[str, Mapping[str, list[str]]]) -> list[Measure]:
    return [
        Measure(number, kind, portion, text, answers=number if kind == _ANSWERED else None)
        for portion, kinds in portions.items()
        for kind, texts in kinds.items()
        for number, text in enumerate(texts, start=1)
    ]
