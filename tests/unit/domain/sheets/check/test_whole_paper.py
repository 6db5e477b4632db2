"""Whole papers: addresses, oddities of the reading told once, and findings across papers."""

from dataclasses import replace

from saiken.domain.sheets.check import Rule, address_of, check_papers
from saiken.domain.sheets.paper import FormatFinding, Paper
from saiken.domain.sheets.progress import HANDED_OVER, RecoveryRow
from saiken.domain.sheets.sheet import Repair
from tests.support.checked_sheets import EDITIONS, STATES
from tests.support.progress_reports import report_of
from tests.support.sheets import sheet_038

_ODD = FormatFinding("損なわれたセルを定めました。", 0, "平30実績", "イ", "4 1,262", -1262)


def _found(*papers: Paper) -> list[tuple[Rule, str, str, str]]:
    found = check_papers(papers, EDITIONS, states=STATES)
    return [(one.rule, one.number, one.row, one.column) for one in found]


def test_a_clean_paper_has_no_finding() -> None:
    assert _found(Paper("papers.txt", (sheet_038(),))) == []


def test_sheets_without_head_are_named_by_file_and_position() -> None:
    paper = Paper("papers.txt", (sheet_038(), replace(sheet_038(), numbers=())))
    assert address_of(paper, 1) == "papers.txt#2"
    assert _found(paper) == [(Rule.FORMAT, "papers.txt#2", "所属", "")]


def test_a_sheet_of_several_receivables_joins_their_numbers() -> None:
    sheet = replace(sheet_038(), numbers=("056", "057"), obligors=99)
    assert _found(Paper("papers.txt", (sheet,))) == [(Rule.CLAIMS_OBLIGORS, "056/057", "債務者数", "")]


def test_an_oddity_of_the_reading_is_told_once() -> None:
    repaired = replace(
        sheet_038(),
        rows=tuple(
            replace(row, repairs=(Repair("past_reduction", "4 1,262", -1262),)) if row.row_id == "result" else row
            for row in sheet_038().rows
        ),
    )
    told = [(Rule.FORMAT, "038", "平30実績", "イ")]
    assert _found(Paper("papers.txt", (repaired,), None, (_ODD,))) == told
    assert _found(Paper("papers.txt", (sheet_038(),), None, (_ODD,))) == told


def test_an_oddity_of_the_whole_paper_is_told_under_its_file() -> None:
    odd = FormatFinding("様式の年度が読み取れません。")
    assert _found(Paper("papers.txt", (sheet_038(),), None, (odd,))) == [(Rule.FORMAT, "papers.txt", "", "")]


def test_papers_are_compared_with_each_other() -> None:
    other = replace(sheet_038(), rows=sheet_038().rows)
    changed = replace(
        other,
        rows=tuple(
            replace(row, cells={**row.cells, "past_carried_in": 3_362, "past_reduction": 3})
            if row.row_id == "result_two_years_before"
            else row
            for row in other.rows
        ),
    )
    found = _found(Paper("a.txt", (other,)), Paper("b.txt", (changed,)))
    assert (Rule.CROSS_SHEET, "038", "平28実績", "ア") in found


def test_the_progress_report_of_a_paper_is_checked_under_its_file() -> None:
    wrong = RecoveryRow(HANDED_OVER, "保険料", goal_million=100, collected_million=50, ratio="70.0%")
    paper = Paper("report.txt", (), report_of(recovery=(wrong,)))
    assert _found(paper) == [(Rule.PROGRESS_RATIO, "report.txt", "保険料", "進捗率")]
