"""Rule `text-figure`: only what a sentence states with year, portion and item can contradict the table."""

from dataclasses import replace

import pytest

from saiken.domain.sheets.check import Rule
from saiken.domain.sheets.sheet import Measure
from tests.support.checked_sheets import findings_of
from tests.support.sheets import sheet_038


def _found(text: str) -> list[tuple[str, str, object, object]]:
    sheet = replace(sheet_038(), texts={"done/past": text})
    return [
        (one.row, one.column, one.expected, one.found) for one in findings_of(sheet) if one.rule is Rule.TEXT_FIGURE
    ]


@pytest.mark.parametrize(
    "text",
    [
        "平成30年度の過年度分の徴収率は21.7%であった。",
        "平成30年度決算における現年度の未収金残高は４４３千円となった。",
        "平成30年度の過年度徴収率は26.6％を目標とした。",
        "平成30年度に差押えを512件（33,361千円）行った。",
        "過年度の徴収率は99.9%であった。",
        "平成25年度の過年度徴収率は99.9%であった。",
        "平成30年度の過年度徴収率は約2割であった。",
    ],
)
def test_true_or_uncertain_sentences_are_left_alone(text: str) -> None:
    assert _found(text) == []


def test_a_rate_that_no_row_of_the_year_has_is_found() -> None:
    assert _found("平成30年度の過年度分の徴収率は２１．８％であった。") == [("平30実績", "ク", "21.7%", "21.8%")]


def test_a_balance_that_no_row_of_the_year_has_is_found() -> None:
    assert _found("平成29年度の合計の未収金残高は4,943千円。") == [("平29実績", "テ", 4_934, 4_943)]


def test_numbered_measures_are_read_as_well() -> None:
    sheet = replace(sheet_038(), measures=(Measure(1, "done", "past", "令和元年度の過年度徴収率は50.0%とする。"),))
    assert [one.rule for one in findings_of(sheet)] == [Rule.TEXT_FIGURE]
