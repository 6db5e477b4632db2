"""Rules `comparison-threshold`, `comparison-missing` and the own rates of table 6."""

from dataclasses import replace

import pytest

from saiken.domain.sheets.check import Rule, Severity
from saiken.domain.sheets.sheet import Comparison, Sheet
from tests.support.checked_sheets import findings_of, with_cell, with_row
from tests.support.sheets import sheet_038

EMPTY = Comparison()
RANKED = Comparison(rank=19)
AVERAGED = Comparison(averages={"total": "96.5%"})
REASONED = Comparison(reason="各市で状況が異なり比較できないため")


def _sheet(balance: int, comparison: Comparison) -> Sheet:
    """038 without anything but a result row of that balance."""
    owed = {"past_carried_in": balance, "past_assessed": balance, "past_balance": balance, "total_balance": balance}
    sheet = sheet_038()
    row = sheet.row("result")
    assert row is not None
    blank = {column: (0 if isinstance(value, int) else "0.0%") for column, value in row.cells.items()}
    dashes = {"current_collection_rate": "－", "current_settlement_rate": "－"}
    sheet = with_row(replace(sheet, grades={}, states={}, obligors=None), "result", cells={**blank, **owed, **dashes})
    only = tuple(row for row in sheet.rows if row.row_id == "result")
    return replace(sheet, rows=only, comparison=comparison)


def _rules(balance: int, comparison: Comparison) -> list[tuple[Rule, Severity]]:
    found = findings_of(_sheet(balance, comparison))
    return [(one.rule, one.severity) for one in found if one.rule is not Rule.FORMAT]


@pytest.mark.parametrize("comparison", [RANKED, AVERAGED, REASONED])
def test_a_large_balance_is_compared_or_says_why_not(comparison: Comparison) -> None:
    assert _rules(100_000, comparison) == []


@pytest.mark.parametrize("comparison", [EMPTY, Comparison(reason="1"), Comparison(reason=" 位")])
def test_a_large_balance_with_neither_is_found(comparison: Comparison) -> None:
    assert _rules(100_000, comparison) == [(Rule.COMPARISON_MISSING, Severity.ERROR)]


@pytest.mark.parametrize("comparison", [EMPTY, REASONED])
def test_below_the_threshold_nothing_is_asked(comparison: Comparison) -> None:
    assert _rules(99_999, comparison) == []


@pytest.mark.parametrize("comparison", [RANKED, AVERAGED])
def test_below_the_threshold_a_comparison_is_too_much(comparison: Comparison) -> None:
    assert _rules(99_999, comparison) == [(Rule.COMPARISON_THRESHOLD, Severity.WARNING)]


def test_the_own_rates_are_those_of_the_year_before() -> None:
    rates = {"past": "8.6%", "current": "50.8%", "total": "28.2%"}
    assert findings_of(replace(sheet_038(), comparison=Comparison(own_rates=rates))) == ()
    wrong = replace(sheet_038(), comparison=Comparison(own_rates={**rates, "current": "40.9%"}))
    assert [(one.rule, one.column, one.expected, one.found) for one in findings_of(wrong)] == [
        (Rule.RATE, "ソ", "50.8%", "40.9%")
    ]


def test_a_sheet_without_result_is_not_asked_for_a_comparison() -> None:
    sheet = _sheet(100_000, EMPTY)
    assert [one for one in findings_of(replace(sheet, rows=())) if one.rule is not Rule.FORMAT] == []


def test_a_rate_misprinted_in_table_2_is_not_told_again_from_its_right_copy() -> None:
    row = sheet_038().row("result_year_before")
    assert row is not None
    right = str(row.cells["past_collection_rate"])
    sheet = with_cell(sheet_038(), "result_year_before", "past_collection_rate", value="91.6%")
    found = findings_of(replace(sheet, comparison=Comparison(own_rates={"past": right})))
    assert [(one.rule, one.row) for one in found] == [(Rule.RATE, row.label)]


def test_the_own_rate_stands_where_table_2_does_not_show_the_year() -> None:
    sheet = sheet_038()
    blank = dict.fromkeys(sheet.rows[0].cells)
    sheet = with_row(sheet, "result_year_before", cells=blank)
    assert Rule.RATE not in {
        one.rule for one in findings_of(replace(sheet, comparison=Comparison(own_rates={"past": "1.0%"})))
    }
