"""Rules `cross-sheet` and `progress-goal`: several papers of the same receivable."""

from dataclasses import replace

from saiken.domain.sheets.check import Finding, Rule, Severity, check_sheets
from saiken.domain.sheets.progress import PortionRates, RatePair, ReceivableProgress
from saiken.domain.sheets.sheet import Sheet, Source
from tests.support.checked_sheets import EDITIONS, cell, drawn_sheet, with_cell
from tests.support.progress_reports import report_of


def _papers(year: int, opening: int | None = None) -> tuple[Sheet, Sheet]:
    """A sheet of edition 2019 and one of edition 2022 whose first result year is `year`; its ア follows the older one."""
    older, newer = drawn_sheet("2019", 1), drawn_sheet("2022", 2)
    rows = tuple(replace(row, fiscal_year=row.fiscal_year + year - 2019) for row in newer.rows)
    newer = replace(newer, rows=rows, source=Source("new.txt"))
    follows = cell(older, "result", "total_balance") if opening is None else opening
    return older, with_cell(newer, "result_two_years_before", "past_carried_in", value=follows)


def _found(*sheets: Sheet) -> tuple[Finding, ...]:
    return check_sheets(sheets, EDITIONS)


def test_papers_that_continue_each_other_agree() -> None:
    assert _found(*_papers(2019)) == ()


def test_a_paper_that_does_not_begin_with_the_older_balance_is_found_whatever_the_order() -> None:
    older, newer = _papers(2019, opening=1)
    found = _found(newer, older)
    assert [(one.rule, one.severity, one.row, one.column, one.expected, one.found) for one in found] == [
        (Rule.CROSS_SHEET, Severity.WARNING, "令元実績", "ア", cell(older, "result", "total_balance"), 1)
    ]


def test_papers_years_apart_are_not_compared() -> None:
    assert _found(*_papers(2021, opening=1)) == ()


def test_the_same_year_on_two_papers_must_agree_once_per_row() -> None:
    first = drawn_sheet("2022", 3)
    assert _found(first, replace(first, source=Source("again.txt"))) == ()
    other = with_cell(first, "result", "past_received", value=cell(first, "result", "past_received") + 7)
    other = with_cell(other, "result", "past_balance", value=cell(first, "result", "past_balance") - 7)
    found = _found(first, other)
    assert [(one.row, one.column) for one in found] == [("令3実績", "エ")]
    assert "エ、ケ" in found[0].message


def test_another_bureau_or_number_is_another_receivable() -> None:
    older, newer = _papers(2019, opening=1)
    assert _found(older, replace(newer, bureau="別の局")) == ()
    assert _found(older, replace(newer, numbers=("902",))) == ()
    assert _found(replace(older, numbers=()), replace(newer, numbers=())) == ()


def _goal_report(goal: str, bureau: str = "見本局") -> tuple[Finding, ...]:
    sheet = drawn_sheet("2022", 4)
    sheet = replace(sheet, rows=tuple(replace(row, fiscal_year=row.fiscal_year - 1) for row in sheet.rows))
    sheet = with_cell(sheet, "revised_goal", "past_collection_rate", value="24.4%")
    rates = PortionRates(goal=RatePair(goal))
    receivable = ReceivableProgress(sheet.numbers, sheet.name, bureau, sheet.section, portions={"past": rates})
    return check_sheets([sheet], EDITIONS, reports=[report_of(receivable)])


def test_a_goal_rate_is_the_revised_goal_of_the_sheet() -> None:
    assert _goal_report("24.4%") == ()
    assert [(one.rule, one.severity, one.row, one.expected, one.found) for one in _goal_report("25.0%")] == [
        (Rule.PROGRESS_GOAL, Severity.WARNING, "過年度", "24.4%", "25.0%")
    ]


def test_the_goal_of_another_receivable_is_no_measure() -> None:
    assert _goal_report("25.0%", bureau="別の局") == ()
