"""Table 1: has the goal been met (sheets' grades A, B1, B2, －)?

The one idea: A and a miss follow from the numbers (result ≤ goal); whether a miss was B1 or B2, and whether 「－」 applies, is a
person's statement that the numbers can only make plausible. It does not decide for the person.
"""

from enum import StrEnum

from saiken.domain.money import NO_RATE
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import CERTAIN, Row, Sheet


class Grade(StrEnum):
    """A goal met; B1 measures done, goal missed; B2 measures not done, goal missed; － no goal had been set."""

    MET = "A"
    MISSED_AS_PLANNED = "B1"
    MISSED_NOT_AS_PLANNED = "B2"
    NO_GOAL = NO_RATE


#: The balance column that is graded, per portion.
GRADED_COLUMNS = {"past": "past_balance", "current": "current_balance", "total": "total_balance"}


def follows_from_numbers(edition: Edition, *, sheet: Sheet, portion: str) -> frozenset[Grade]:
    """The grades that the numbers of one portion admit; empty when goal or result row is missing or unreadable.

    Met: A. Missed: B1 or B2. Neither assessment nor balance in the result, or a goal row without any figure: also 「－」,
    for a claim that arose after the goals were set is stated either way. A zero beside other goals is a goal.
    """
    goal, result = sheet.row(edition.grade_goal_row), sheet.row(edition.grade_result_row)
    if goal is None or result is None:
        return frozenset({Grade.NO_GOAL}) if result is not None else frozenset()
    column = GRADED_COLUMNS[portion]
    if any(row.cells[column] is None and row.placement != CERTAIN for row in (goal, result)):
        return frozenset()
    met = result.yen(column) <= goal.yen(column)
    admitted = {Grade.MET} if met else {Grade.MISSED_AS_PLANNED, Grade.MISSED_NOT_AS_PLANNED}
    if _nothing_there(result, portion=portion) or _no_goal_set(goal):
        admitted.add(Grade.NO_GOAL)
    return frozenset(admitted)


def _nothing_there(result: Row, *, portion: str) -> bool:
    """Whether the year ended with neither assessment nor balance in the portion, whatever had been aimed at."""
    parts = ("past", "current") if portion == "total" else (portion,)
    return all(result.yen(f"{part}_assessed") == 0 and result.yen(f"{part}_balance") == 0 for part in parts)


def _no_goal_set(goal: Row) -> bool:
    """Whether the goal row holds zeros and blanks only: nothing had arisen yet when goals were set."""
    return all(goal.yen(column) == 0 for column in goal.cells)
