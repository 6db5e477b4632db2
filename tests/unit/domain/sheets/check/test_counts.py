"""Rules `claims-obligors` and `bulk-count`."""

from dataclasses import replace

import pytest

from saiken.domain.sheets.check import Rule, Severity
from saiken.domain.sheets.check.counts import LARGE_COUNT
from saiken.domain.sheets.sheet import Sheet, StateTable
from tests.support.checked_sheets import findings_of, rules_of, with_states
from tests.support.sheets import sheet_038, sheet_two_numbers


def _counted(sheet: Sheet, claims: int, *, obligors: int) -> Sheet:
    """The sheet with so many claims, all in one state."""
    balances = {portion: sum(table.balance.values()) for portion, table in sheet.states.items()}
    states = {
        "past": StateTable(count={"S02": claims - 1}, balance={"S02": balances["past"]}),
        "current": StateTable(count={"S02": 1}, balance={"S02": balances["current"]}),
    }
    return replace(sheet, states=states, claims_total=claims, obligors=obligors)


def test_more_obligors_than_claims_cannot_be() -> None:
    found = [one for one in findings_of(_counted(sheet_038(), 7, obligors=8)) if one.rule is Rule.CLAIMS_OBLIGORS]
    assert [(one.severity, one.expected, one.found) for one in found] == [(Severity.ERROR, 7, 8)]


@pytest.mark.parametrize("obligors", [1, 6, 7])
def test_as_many_obligors_as_claims_or_fewer_are_usual(obligors: int) -> None:
    assert rules_of(_counted(sheet_038(), 7, obligors=obligors)) == []


def test_claims_are_summed_up_where_their_number_is_not_printed() -> None:
    sheet = replace(_counted(sheet_038(), 7, obligors=8), claims_total=None)
    assert rules_of(sheet) == ["claims-obligors"]


@pytest.mark.parametrize(("count", "suspected"), [(3_158, True), (LARGE_COUNT, True), (LARGE_COUNT - 1, False)])
def test_a_large_equal_count_of_a_periodic_receivable_counted_people(count: int, suspected: bool) -> None:
    found = [one for one in findings_of(_counted(sheet_two_numbers(), count, obligors=count)) if "count" in one.rule]
    assert [(one.rule, one.severity) for one in found] == [(Rule.BULK_COUNT, Severity.WARNING)] * suspected


def test_a_large_equal_count_of_a_receivable_that_is_not_periodic_is_usual() -> None:
    assert "bulk-count" not in rules_of(_counted(sheet_038(), 550, obligors=550))


def test_a_balance_without_a_claim_was_not_counted() -> None:
    sheet = with_states(sheet_038(), "past", count={"S02": 7})
    found = [one for one in findings_of(sheet) if one.rule is Rule.BULK_COUNT]
    assert [(one.severity, one.row, one.column) for one in found] == [(Severity.ERROR, "過年度分 件数", "⑥")]


def test_states_that_are_unknown_are_not_blamed() -> None:
    sheet = with_states(sheet_038(), "past", count={}, unplaced_count={"recoverable": (7, 49)})
    assert rules_of(sheet) == []


def test_without_a_result_row_nothing_is_known_to_be_periodic() -> None:
    sheet = _counted(sheet_two_numbers(), 3_158, obligors=3_158)
    rows = tuple(row for row in sheet.rows if row.row_id != "result")
    assert "bulk-count" not in rules_of(replace(sheet, rows=rows))
