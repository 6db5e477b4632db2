"""Table 1: rule `grade`, always a warning, and rule `format` where no grade is seen.

The one idea: the numbers, repaired where a cell is known to be wrong, admit some grades and deny others, but B1, B2
and 「－」 are a person's statement, so the check asks and never refuses. Which grades follow is decided in `sheets.grade`.
"""

from collections.abc import Iterator

from saiken.domain.sheets.check.case import Case
from saiken.domain.sheets.check.finding import Finding, Rule, Spot, shown
from saiken.domain.sheets.edition import PORTIONS
from saiken.domain.sheets.grade import GRADED_COLUMNS, Grade, follows_from_numbers

#: Between the grades that the numbers admit.
_OR = "/"


def check_grades(case: Case) -> Iterator[Finding]:
    """Grades that do not follow from goal and result; nothing when the sheet has no table 1 at all."""
    sheet, edition = case.repaired, case.edition
    for portion in PORTIONS if sheet.grades else ():
        admitted = follows_from_numbers(edition, sheet=sheet, portion=portion)
        found = sheet.grades.get(portion)
        if not admitted or found in admitted:
            continue
        expected = _OR.join(grade for grade in Grade if grade in admitted)
        at = Spot(case.portion_label(portion), "達成状況", sheet.source)
        rule = Rule.GRADE if found else Rule.FORMAT
        yield case.subject.warning(
            rule, _message(case, portion, expected=expected), at=at, expected=expected, found=found
        )


def _message(case: Case, portion: str, *, expected: str) -> str:
    sheet, edition = case.repaired, case.edition
    goal, result = sheet.row(edition.grade_goal_row), sheet.row(edition.grade_result_row)
    column = GRADED_COLUMNS[portion]
    aimed = shown(goal.yen(column)) if goal else "なし"
    reached = shown(result.yen(column)) if result else "なし"
    numbers = f"目標の残高{aimed}に対し実績は{reached}で、数字からは{expected}です。"
    if found := sheet.grades.get(portion):
        return f"{case.portion_label(portion)}の達成状況が{found}ですが、{numbers}記号を直すか、そう判断した理由を残してください。"
    return f"{case.portion_label(portion)}の達成状況の記号が読み取れません。{numbers}原本を確かめ、空欄なら記号を記入してください。"
