"""Rules `progress-ratio` and `progress-goal` on the recovery office's table."""

from dataclasses import replace

import pytest

from saiken.domain.sheets.check import Finding, Rule, Severity, check_progress
from saiken.domain.sheets.progress import BOTH, HANDED_OVER, JOINT, RecoveryRow
from tests.support.progress_reports import report_of

#: The figures of October 2020.
_ROWS = (
    RecoveryRow(HANDED_OVER, "保険料", "福祉局", "転出", False, 1_463, 257, 78, 55, "70.5%"),
    RecoveryRow(HANDED_OVER, "税", "財政局", "重複", False, 1_596, 250, 102, 67, "65.7%"),
    RecoveryRow(HANDED_OVER, "", is_total=True, cases=3_059, owed_million=507, goal_million=180, collected_million=122,
                ratio="67.8%"),
    RecoveryRow(JOINT, "保険料", "福祉局", "全て", False, None, 12_475, 480, 142, "29.6%"),
    RecoveryRow(JOINT, "介護", "福祉局", "一部", False, None, 1_666, 270, 97, "35.9%"),
    RecoveryRow(JOINT, "", is_total=True, owed_million=14_141, goal_million=750, collected_million=239, ratio="31.9%"),
    RecoveryRow(BOTH, "", is_total=True, goal_million=930, collected_million=361, ratio="38.8%"),
)  # fmt: skip


def _found(place: int, **changes: object) -> tuple[Finding, ...]:
    rows = list(_ROWS)
    rows[place] = replace(rows[place], **changes)  # type: ignore[arg-type]
    return check_progress(report_of(recovery=tuple(rows)), address="report.txt")


def test_the_published_table_holds() -> None:
    assert check_progress(report_of(recovery=_ROWS)) == ()


@pytest.mark.parametrize(
    ("ratio", "wrong"), [("65.7%", False), ("66.5%", False), ("64.9%", False), ("66.6%", True), ("64.8%", True)]
)
def test_a_ratio_is_right_when_some_amounts_that_round_alike_give_it(ratio: str, wrong: bool) -> None:
    """67 and 102 stand for 66.5 to 67.5 over 101.5 to 102.5: 64.88 to 66.50 per cent."""
    found = _found(1, ratio=ratio)
    assert [(one.rule, one.severity, one.number, one.expected, one.found) for one in found] == [
        (Rule.PROGRESS_RATIO, Severity.ERROR, "report.txt", "65.7%", ratio)
    ] * wrong


@pytest.mark.parametrize("ratio", [None, "－"])
def test_a_ratio_that_is_not_printed_is_not_checked(ratio: str | None) -> None:
    assert _found(0, ratio=ratio) == ()


def test_a_total_of_cases_must_be_exact() -> None:
    found = _found(2, cases=3_060)
    assert [(one.rule, one.row, one.column, one.expected, one.found) for one in found] == [
        (Rule.PROGRESS_GOAL, "合計①", "件数", 3_059, 3_060)
    ]


@pytest.mark.parametrize(("owed", "wrong"), [(506, False), (508, False), (509, True), (505, True)])
def test_a_total_of_amounts_may_be_off_by_rounding(owed: int, wrong: bool) -> None:
    assert [one.column for one in _found(2, owed_million=owed)] == ["引継・調査対象額"] * wrong


def test_the_sum_of_both_parts_is_checked() -> None:
    found = _found(6, goal_million=960, ratio="37.6%")
    assert [(one.row, one.column, one.expected, one.found) for one in found] == [("合計①＋②", "目標額①", 930, 960)]


def test_a_part_that_could_not_be_read_leaves_its_total_unchecked() -> None:
    assert _found(0, owed_million=None) == ()
