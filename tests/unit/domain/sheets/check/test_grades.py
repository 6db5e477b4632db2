"""Rule `grade`: what the numbers admit, always a warning."""

from dataclasses import replace

import pytest

from saiken.domain.sheets.check import Finding, Rule, Severity
from saiken.domain.sheets.sheet import Sheet
from tests.support.checked_sheets import findings_of, with_cell, with_row
from tests.support.sheets import sheet_038


def _grades(sheet: Sheet, **grades: str | None) -> list[Finding]:
    graded = replace(sheet, grades={**sheet.grades, **grades})
    return [one for one in findings_of(graded) if one.column == "達成状況"]


@pytest.mark.parametrize("grade", ["B1", "B2"])
def test_a_missed_goal_is_a_persons_statement(grade: str) -> None:
    assert _grades(sheet_038(), past=grade) == []


@pytest.mark.parametrize(("grade", "rule"), [("A", Rule.GRADE), ("－", Rule.GRADE), (None, Rule.FORMAT)])
def test_a_missed_goal_is_neither_met_nor_unset_and_a_blank_is_one_of_form(grade: str | None, rule: Rule) -> None:
    """Whether a paper left the grade blank or a reader could not see it, it contradicts no number."""
    findings = _grades(sheet_038(), past=grade)
    assert [(one.rule, one.severity, one.row, one.expected, one.found) for one in findings] == [
        (rule, Severity.WARNING, "過年度分", "B1/B2", grade)
    ]


def _without_current_claims(sheet: Sheet) -> Sheet:
    columns = ("assessed", "received", "settled", "balance")
    blank = {f"current_{name}": 0 for name in columns}
    return with_row(sheet, "result", cells={**blank, "total_balance": 4_465})


@pytest.mark.parametrize(("grade", "doubtful"), [("A", False), ("－", False), ("B1", True)])
def test_nothing_assessed_and_nothing_owed_is_met_or_no_goal(grade: str, doubtful: bool) -> None:
    """039 of the papers published in 2019 prints B1 for 0 against 0."""
    findings = _grades(_without_current_claims(sheet_038()), current=grade)
    assert [one.expected for one in findings] == ["A/－"] * doubtful


def test_a_goal_of_zero_was_a_goal_when_the_sheet_had_goals() -> None:
    """063 prints － though goals had been set and 40 remained."""
    assert [one.expected for one in _grades(sheet_038(), current="－")] == ["B1/B2"]


@pytest.mark.parametrize("grade", ["－", "B1"])
def test_a_goal_row_without_any_figure_admits_both_ways_of_saying_it(grade: str) -> None:
    """074 and 075 print －, 073 and 100 print B1: the claims arose after goals were set."""
    sheet = sheet_038()
    row = sheet.row("first_goal")
    assert row is not None
    no_goal = {column: 0 for column, value in row.cells.items() if isinstance(value, int)}
    rates = {column: "－" for column, value in row.cells.items() if isinstance(value, str)}
    empty = with_row(sheet, "first_goal", cells={**no_goal, **rates})
    assert _grades(empty, past=grade, current=grade, total=grade) == []


def test_a_misprinted_balance_does_not_cast_doubt_on_the_grade() -> None:
    broken = with_cell(sheet_038(), "result", "past_balance", value=1_465)
    assert [one.rule for one in findings_of(broken)] == [Rule.FORMULA]


def test_a_sheet_without_grades_is_not_graded() -> None:
    assert findings_of(replace(sheet_038(), grades={})) == ()
