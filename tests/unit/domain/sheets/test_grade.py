"""Table 1: what the numbers admit, and what they leave to a person."""

from dataclasses import replace

import pytest

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.compute import LedgerFigures, goal_cells, result_cells
from saiken.domain.sheets.edition import load_editions
from saiken.domain.sheets.grade import Grade, follows_from_numbers
from saiken.domain.sheets.sheet import Row, Sheet

EDITION = load_editions()["2022"]


def sheet_with(goal: dict[str, int] | None, result: LedgerFigures) -> Sheet:
    cells = {"result": result_cells(EDITION, figures=result, carried_in=result.past_assessed_yen // 1_000)}
    if goal is not None:
        cells["revised_goal"] = goal_cells(EDITION, inputs=goal, carried_in=goal.get("past_assessed", 0))
    rows = tuple(
        Row(row.id, row.label(2021), row.kind, row.fiscal_year(2021), cells[row.id])
        for row in EDITION.rows
        if row.id in cells
    )
    return Sheet("2022", 2021, ("999",), "見本債権", "見本局", "見本課", (LegalClass.PRIVATE_LAW,), rows)


@pytest.mark.parametrize(
    ("goal", "result", "portion", "admitted"),
    [
        ({"past_assessed": 100}, LedgerFigures(100_000), "past", {Grade.MET}),  # equal is met
        ({"past_assessed": 99}, LedgerFigures(100_000), "past", {Grade.MISSED_AS_PLANNED, Grade.MISSED_NOT_AS_PLANNED}),
        ({"past_assessed": 99}, LedgerFigures(100_000), "current", {Grade.MET, Grade.NO_GOAL}),  # nothing there
        # something was planned, nothing came: the portion is as empty as if it had never been planned
        (
            {"current_assessed": 50, "current_received": 50},
            LedgerFigures(100_000),
            "current",
            {Grade.MET, Grade.NO_GOAL},
        ),
        (
            {"past_assessed": 99},
            LedgerFigures(current_assessed_yen=40_000),
            "current",
            {Grade.MISSED_AS_PLANNED, Grade.MISSED_NOT_AS_PLANNED},  # zero beside other goals was a goal
        ),
        (
            {},
            LedgerFigures(current_assessed_yen=40_000),
            "current",
            {Grade.MISSED_AS_PLANNED, Grade.MISSED_NOT_AS_PLANNED, Grade.NO_GOAL},  # nothing had arisen at goal setting
        ),
        ({"past_assessed": 100}, LedgerFigures(100_000), "total", {Grade.MET}),
        (None, LedgerFigures(100_000), "past", {Grade.NO_GOAL}),
    ],
)
def test_grades_admitted_by_goal_and_result(goal: dict, result: LedgerFigures, portion: str, admitted: set) -> None:
    assert follows_from_numbers(EDITION, sheet=sheet_with(goal, result), portion=portion) == admitted


@pytest.mark.parametrize("unread", ["result", "revised_goal"])
def test_an_unreadable_row_says_nothing_about_the_grade(unread: str) -> None:
    sheet = sheet_with({"past_assessed": 99}, LedgerFigures(100_000))
    blank = dict.fromkeys((column.id for column in EDITION.columns), None)
    rows = tuple(
        replace(row, cells=blank, placement="inconsistent") if row.row_id == unread else row for row in sheet.rows
    )
    assert follows_from_numbers(EDITION, sheet=replace(sheet, rows=rows), portion="past") == frozenset()


def test_without_a_result_row_nothing_is_said() -> None:
    sheet = Sheet("2022", 2021, (), "", "", "", (), ())
    assert follows_from_numbers(EDITION, sheet=sheet, portion="total") == frozenset()
