"""Rules `ward-difference`, `ward-total` and `ward-outlier` on a table like the published ones."""

from dataclasses import replace

import pytest

from saiken.domain.sheets.check import Finding, Rule, Severity, check_progress
from saiken.domain.sheets.progress import PortionRates, ProgressReport, RatePair, ReceivableProgress, WardRow
from tests.support.progress_reports import report_of, ward_row

#: 過年度 and 現年度 of this year and last, as 24 wards of a health insurance might print them.
_WARDS = [
    (17.3, 85.2, 20.5, 89.4), (17.2, 90.2, 19.0, 91.2), (19.8, 90.3, 23.9, 93.2), (13.8, 86.3, 17.3, 89.0),
    (14.4, 80.2, 16.7, 85.3), (15.2, 81.6, 16.9, 86.1), (13.9, 87.1, 14.1, 89.0), (17.3, 87.5, 17.8, 88.9),
    (15.7, 86.8, 17.0, 91.4), (12.2, 74.8, 14.2, 78.1), (14.8, 88.8, 16.2, 93.2), (12.3, 85.3, 15.5, 88.4),
    (12.6, 84.9, 14.9, 87.3), (16.5, 86.0, 17.5, 88.2), (11.6, 78.3, 12.8, 81.5), (14.2, 88.5, 14.7, 89.6),
    (10.4, 90.1, 13.3, 91.8), (16.8, 90.3, 17.1, 92.6), (20.5, 92.6, 25.7, 93.6), (16.6, 89.1, 18.7, 90.7),
    (17.0, 88.6, 20.7, 90.5), (13.1, 89.0, 16.0, 90.8), (14.8, 86.3, 18.7, 86.1), (10.5, 77.9, 10.9, 80.7),
]  # fmt: skip


def _receivable() -> ReceivableProgress:
    pairs = {"past": RatePair("15.3%", "16.3%"), "current": RatePair("86.0%", "88.4%")}
    goal = RatePair("24.4%", "24.4%")
    return ReceivableProgress(
        numbers=("026",),
        name="見本保険料",
        bureau="見本局",
        section="見本課",
        portions={portion: PortionRates(at_cut_off=pair, forecast=goal, goal=goal) for portion, pair in pairs.items()},
        wards=tuple(ward_row(f"第{place}区", *rates) for place, rates in enumerate(_WARDS, start=1)),
        ward_total=ward_row("24区合計", 15.3, 86.0, 16.3, 88.4),
    )


def _found(receivable: ReceivableProgress) -> tuple[Finding, ...]:
    return check_progress(report_of(receivable))


def _with_ward(receivable: ReceivableProgress, place: int, row: WardRow) -> ReceivableProgress:
    wards = list(receivable.wards)
    wards[place - 1] = row
    return replace(receivable, wards=tuple(wards))


def test_wards_that_are_only_good_or_bad_are_not_outliers() -> None:
    assert _found(_receivable()) == ()


def test_a_rate_far_from_all_other_wards_is_asked_about_once() -> None:
    """平野区 printed 34.8 % among 10.4 to 20.5 %, and 16.1 points more than the year before."""
    found = _found(_with_ward(_receivable(), 23, ward_row("第23区", 34.8, 86.3, 18.7, 86.1)))
    assert [(one.rule, one.severity, one.number, one.row, one.column, one.found) for one in found] == [
        (Rule.WARD_OUTLIER, Severity.WARNING, "026", "第23区", "過年度徴収率", "34.8%")
    ]


def test_wards_close_together_are_not_outliers_for_a_point_or_two() -> None:
    receivable = _receivable()
    wards = tuple(ward_row(f"第{place}区", 2.0, 50.0, 2.0, 50.0) for place in range(1, 24))
    receivable = replace(receivable, wards=(*wards, ward_row("第24区", 5.9, 50.0, 2.0, 50.0)))
    assert _found(receivable) == ()
    assert [one.found for one in _found(_with_ward(receivable, 24, ward_row("第24区", 6.1, 50.0, 2.0, 50.0)))] == [
        "6.1%"
    ]


def test_a_handful_of_wards_has_no_median_to_speak_of() -> None:
    receivable = replace(
        _receivable(), wards=tuple(ward_row(f"第{n}区", n * 10.0, 50.0, 1.0, 50.0) for n in range(1, 6))
    )
    assert _found(receivable) == ()


@pytest.mark.parametrize(("printed", "wrong"), [("-3.2%", False), ("-3.1%", False), ("-3.3%", False), ("-3.4%", True)])
def test_a_difference_may_be_off_by_a_tenth(printed: str, wrong: bool) -> None:
    row = ward_row("第1区", 17.3, 85.2, 20.5, 89.4)
    found = _found(_with_ward(_receivable(), 1, replace(row, rates={**row.rates, "past_difference": printed})))
    assert [(one.rule, one.severity, one.expected) for one in found] == [
        (Rule.WARD_DIFFERENCE, Severity.ERROR, "-3.2%")
    ] * wrong


def test_a_total_that_is_not_the_head_rate_names_the_part_unexplained() -> None:
    found = _found(replace(_receivable(), ward_total=ward_row("24区合計", 15.3, 85.8, 16.3, 88.4)))
    assert [(one.rule, one.severity, one.column, one.expected, one.found) for one in found] == [
        (Rule.WARD_TOTAL, Severity.WARNING, "現年度徴収率", "86.0%", "85.8%")
    ]
    assert "0.2ポイント" in found[0].message


def test_rates_that_could_not_be_read_are_left_out() -> None:
    blank = WardRow("第1区", dict.fromkeys(ward_row("", 1, 1, 1, 1).rates))
    assert _found(replace(_with_ward(_receivable(), 1, blank), ward_total=None)) == ()


def test_a_portion_without_goal_is_told() -> None:
    receivable = _receivable()
    past = replace(receivable.portions["past"], goal=RatePair())
    found = _found(replace(receivable, portions={**receivable.portions, "past": past}))
    assert [(one.rule, one.severity, one.row) for one in found] == [(Rule.PROGRESS_GOAL, Severity.WARNING, "過年度")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("現年度分では対前年同月比２．４ポイント減、過年度分では1.0ポイント減", []),
        ("現年度分では対前年同月比2.3ポイント減、加入率は0.51ポイント増", []),
        ("現年度分では対前年同月比4.2ポイント減", ["現年度分では対前年同月比4.2ポイント減"]),
        ("過年度分では対前年同月比1.0ポイント増", ["過年度分では対前年同月比1.0ポイント増"]),
    ],
)
def test_points_in_prose_are_held_against_the_head_rates(text: str, found: list[str]) -> None:
    findings = _found(replace(_receivable(), texts={"text": text}))
    assert [(one.rule, one.found) for one in findings] == [(Rule.TEXT_FIGURE, said) for said in found]


def test_points_are_left_alone_where_no_head_rate_was_read() -> None:
    blank = {"past": PortionRates(goal=RatePair("24.4%"))}
    receivable = replace(_receivable(), portions=blank, ward_total=None, texts={"text": "過年度分では9.9ポイント減"})
    assert _found(receivable) == ()


def test_an_empty_report_has_no_finding() -> None:
    assert check_progress(ProgressReport(2020, report_of().as_of)) == ()
