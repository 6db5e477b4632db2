"""Rules `state-total`, `state-balance`: table 3 against itself and against table 2."""

from dataclasses import replace

import pytest

from saiken.domain.sheets.check import Finding, Rule, Severity
from saiken.domain.sheets.check.state_totals import rounding_allows
from saiken.domain.sheets.sheet import Sheet, StateTable
from tests.support.checked_sheets import cell, drawn_sheet, findings_of, with_states


def _sheet(edition_id: str = "2022") -> Sheet:
    """A drawn sheet whose portions both have a balance to speak of."""
    for seed in range(1000):
        sheet = drawn_sheet(edition_id, seed)
        if min(cell(sheet, "result", "past_balance"), cell(sheet, "result", "current_balance")) > 1_000:
            return sheet
    raise AssertionError("no such sheet")


def _only(sheet: Sheet) -> Finding:
    found = findings_of(sheet)
    assert len(found) == 1, [one.message for one in found]
    return found[0]


def test_a_wrong_subtotal_of_claims_is_named_and_not_the_total() -> None:
    found = _only(with_states(_sheet(), "past", count_recoverable=3))
    assert (found.rule, found.severity) == (Rule.STATE_TOTAL, Severity.ERROR)
    assert (found.row, found.column, found.expected, found.found) == ("過年度分 件数", "①～⑨計", 2, 3)


def test_a_wrong_total_of_claims_is_named_and_not_the_total_of_both_portions() -> None:
    found = _only(with_states(_sheet(), "current", count_total=5))
    assert (found.row, found.column, found.expected, found.found) == ("現年度分 件数", "合計", 4, 5)


def test_a_wrong_number_of_claims_below_the_table_is_named() -> None:
    found = _only(replace(_sheet(), claims_total=80))
    assert (found.rule, found.row, found.expected, found.found) == (Rule.STATE_TOTAL, "合計 件数", 8, 80)


def test_a_wrong_state_alone_in_its_group_is_named() -> None:
    found = _only(with_states(_sheet(), "past", count={"S02": 1, "S06": 1, "S16": 20}))
    assert (found.column, found.expected, found.found) == ("⑯", 2, 20)


def test_a_wrong_state_among_others_is_reported_at_the_subtotal() -> None:
    found = _only(with_states(_sheet(), "past", count={"S02": 2, "S06": 1, "S16": 2}))
    assert (found.column, found.expected, found.found) == ("①～⑨計", 3, 2)


def test_a_wrong_state_that_no_other_state_could_make_good_is_named() -> None:
    found = _only(with_states(_sheet(), "past", count={"S02": 10, "S06": 1, "S16": 2}))
    assert (found.column, found.expected, found.found) == ("②", 1, 10)


def test_values_of_unknown_states_take_part_in_their_group() -> None:
    counts = {"count": {"S16": 2}, "unplaced_count": {"recoverable": (1, 1)}}
    assert findings_of(with_states(_sheet(), "past", **counts)) == ()
    found = _only(with_states(_sheet(), "past", **{**counts, "unplaced_count": {"recoverable": (1, 2)}}))
    assert (found.column, found.expected, found.found) == ("①～⑨計", 3, 2)
    found = _only(with_states(_sheet(), "past", **{**counts, "unplaced_count": {"recoverable": (1, 4)}}))
    assert (found.column, found.expected, found.found) == ("①～⑨の2番目", 1, 4)


@pytest.mark.parametrize(
    ("difference", "severity"), [(1, Severity.WARNING), (2, Severity.WARNING), (3, Severity.ERROR)]
)
def test_a_subtotal_of_balances_may_be_off_by_what_rounding_makes(difference: int, severity: Severity) -> None:
    """Three non-zero states and the subtotal itself: at most 4 × 0.5."""
    sheet = _sheet()
    printed = (sheet.states["past"].balance_recoverable or 0) + difference
    found = _only(with_states(sheet, "past", balance_recoverable=printed))
    assert (found.rule, found.severity, found.found) == (Rule.STATE_TOTAL, severity, printed)
    assert found.expected == printed - difference


@pytest.mark.parametrize(
    ("difference", "severity"), [(3, Severity.WARNING), (-3, Severity.WARNING), (4, Severity.ERROR)]
)
def test_edition_2022_compares_each_portion_with_its_balance(difference: int, severity: Severity) -> None:
    """Three non-zero states and three cells of table 2: at most 6 × 0.5."""
    found = _only(_shifted(_sheet("2022"), "current", difference))
    assert (found.rule, found.severity, found.row) == (Rule.STATE_BALANCE, severity, "現年度分 残高")
    assert found.found == int(found.expected or 0) + difference


def test_edition_2019_compares_both_portions_together() -> None:
    sheet = _sheet("2019")
    moved = _shifted(_shifted(sheet, "past", 500), "current", -500)
    assert findings_of(moved) == ()
    found = _only(_shifted(sheet, "past", 1))
    assert (found.rule, found.severity, found.row) == (Rule.STATE_BALANCE, Severity.WARNING, "合計 残高")


def test_a_balance_below_the_table_that_follows_table_2_is_not_a_second_finding() -> None:
    sheet = _shifted(_sheet("2019"), "past", 1)
    assert sheet.balance_total == cell(sheet, "result", "total_balance")
    assert _only(sheet).rule is Rule.STATE_BALANCE


def test_a_balance_below_the_table_that_follows_neither_is_found() -> None:
    sheet = _sheet()
    found = _only(replace(sheet, balance_total=1))
    assert (found.rule, found.row, found.found) == (Rule.STATE_TOTAL, "合計 残高", 1)


def test_a_misprinted_total_is_not_also_a_difference_to_table_2() -> None:
    sheet = _sheet()
    found = _only(with_states(sheet, "past", balance_total=7))
    assert (found.rule, found.column, found.found) == (Rule.STATE_TOTAL, "合計", 7)


def test_totals_that_are_not_printed_are_summed_up() -> None:
    sheet = _sheet()
    bare = {portion: StateTable(count=table.count, balance=table.balance) for portion, table in sheet.states.items()}
    assert findings_of(replace(sheet, states=bare, claims_total=None, balance_total=None)) == ()
    bare["past"] = replace(bare["past"], balance={**bare["past"].balance, "S02": 0})
    assert _only(replace(sheet, states=bare, balance_total=None)).rule is Rule.STATE_BALANCE


def test_a_sheet_without_table_3_has_nothing_to_compare() -> None:
    assert findings_of(replace(_sheet(), states={}, balance_total=None)) == ()


@pytest.mark.parametrize(
    ("difference", "cells", "allowed"), [(0, 0, True), (1, 1, False), (1, 2, True), (-2, 3, False)]
)
def test_rounding_makes_half_a_unit_per_cell(difference: int, cells: int, allowed: bool) -> None:
    assert rounding_allows(difference, cells) is allowed


def _shifted(sheet: Sheet, portion: str, difference: int) -> Sheet:
    """The portion's settlement group raised, its sums with it."""
    table = sheet.states[portion]
    return with_states(
        sheet,
        portion,
        balance={**table.balance, "S16": table.balance["S16"] + difference},
        balance_settlement=(table.balance_settlement or 0) + difference,
        balance_total=(table.balance_total or 0) + difference,
    )


def test_a_sheet_of_one_portion_is_compared_where_it_has_one() -> None:
    sheet = _sheet("2022")
    alone = replace(sheet, states={"past": sheet.states["past"]}, claims_total=4, obligors=3, balance_total=None)
    assert findings_of(alone) == ()


def test_a_wrong_total_beside_an_undecided_group_does_not_touch_the_total_of_both_portions() -> None:
    sheet = with_states(_sheet(), "past", count={"S02": 2, "S06": 1, "S16": 2}, count_total=9)
    assert [(one.row, one.column, one.expected, one.found) for one in findings_of(sheet)] == [
        ("過年度分 件数", "合計", 4, 9),
        ("過年度分 件数", "①～⑨計", 3, 2),
    ]
