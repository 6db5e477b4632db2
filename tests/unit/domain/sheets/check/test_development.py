"""Rules `formula`, `rate`, `carry-over` and `goal-chain` on single, known breaks of real figures."""

from dataclasses import replace

import pytest

from saiken.domain.sheets.check import Finding, Rule, Severity
from saiken.domain.sheets.sheet import Repair
from tests.support.checked_sheets import cell, findings_of, with_cell, with_row
from tests.support.sheets import sheet_038, sheet_two_numbers


def _only(found: tuple[Finding, ...]) -> Finding:
    table_2 = [one for one in found if one.rule in (Rule.FORMULA, Rule.RATE, Rule.CARRY_OVER, Rule.GOAL_CHAIN)]
    assert len(table_2) == 1, [one.message for one in found]
    return table_2[0]


def test_the_published_figures_of_038_hold() -> None:
    assert findings_of(sheet_038()) == ()


def test_a_computed_cell_that_breaks_its_own_and_the_next_formula_is_named_once() -> None:
    found = _only(findings_of(with_cell(sheet_038(), "result", "past_settled", value=496)))
    assert (found.rule, found.severity, found.row, found.column) == (Rule.FORMULA, Severity.ERROR, "平30実績", "カ")
    assert (found.expected, found.found) == (469, 496)
    assert "カ＝イ＋エ＋オ" in found.message


def test_an_input_cell_is_told_by_the_rates_that_contradict_it() -> None:
    found = _only(findings_of(with_cell(sheet_038(), "result", "past_received", value=3_346)))
    assert (found.column, found.expected, found.found) == ("エ", 1_346, 3_346)


def test_where_the_rates_do_not_move_the_computed_cell_is_named_with_its_candidates() -> None:
    found = _only(findings_of(with_cell(sheet_038(), "result", "past_received", value=1_347)))
    assert (found.column, found.expected, found.found) == ("カ", 470, 469)
    assert "エ、オのいずれが誤りか" in found.message


def test_a_repair_that_would_make_an_input_negative_is_no_candidate() -> None:
    found = _only(findings_of(with_cell(sheet_038(), "result_year_before", "past_received", value=318)))
    assert (found.column, found.expected) == ("エ", 317)


def test_a_wrong_first_cell_is_found_by_the_formulas_of_its_own_row() -> None:
    found = _only(findings_of(with_cell(sheet_038(), "result_two_years_before", "past_carried_in", value=3_371)))
    assert (found.rule, found.column, found.expected) == (Rule.FORMULA, "ア", 3_361)


@pytest.mark.parametrize(
    ("row_id", "rule", "label", "expected"),
    [
        ("result", Rule.CARRY_OVER, "平30実績", 4_934),
        ("effort_goal_next", Rule.GOAL_CHAIN, "令元努力目標", 4_908),
        ("first_goal_next", Rule.GOAL_CHAIN, "令元当初目標", 2_181),
    ],
)
def test_a_wrong_carried_in_cell_is_a_break_of_the_chain_alone(
    row_id: str, rule: Rule, label: str, expected: int
) -> None:
    found = _only(findings_of(with_cell(sheet_038(), row_id, "past_carried_in", value=expected + 9)))
    assert (found.rule, found.row, found.column, found.expected) == (rule, label, "ア", expected)


def test_the_first_goal_of_edition_2019_has_no_printed_source() -> None:
    sheet = sheet_038()
    assert cell(sheet, "first_goal", "past_carried_in") != cell(sheet, "result_year_before", "total_balance")
    assert not [one for one in findings_of(sheet) if one.rule is Rule.GOAL_CHAIN]


def test_a_wrong_balance_breaks_its_formula_and_not_the_chain_below() -> None:
    found = _only(findings_of(with_cell(sheet_038(), "result_year_before", "total_balance", value=4_943)))
    assert (found.rule, found.row, found.column, found.expected) == (Rule.FORMULA, "平29実績", "テ", 4_934)


def test_two_rows_carried_from_one_broken_row_are_two_breaks() -> None:
    sheet = sheet_two_numbers()
    broken = with_cell(
        with_cell(sheet, "revised_goal", "past_carried_in", value=61_828), "result", "past_carried_in", value=61_829
    )
    table_2 = [(one.rule, one.row) for one in findings_of(broken) if one.column == "ア"]
    assert table_2 == [(Rule.GOAL_CHAIN, "令3修正目標"), (Rule.CARRY_OVER, "令3実績")]


def test_a_reduction_computed_from_a_wrong_carried_in_cell_is_its_consequence() -> None:
    sheet = sheet_two_numbers()
    reduction = cell(sheet, "result", "past_reduction")
    broken = with_row(sheet, "result", cells={"past_carried_in": 71_827, "past_reduction": reduction + 10_000})
    found = _only(findings_of(broken))
    assert (found.rule, found.column, found.expected, found.found) == (Rule.CARRY_OVER, "ア", 61_827, 71_827)


def test_a_rate_computed_from_a_wrong_cell_is_its_consequence() -> None:
    broken = with_row(sheet_038(), "result", cells={"past_assessed": 1_000, "past_collection_rate": "134.6%"})
    assert _only(findings_of(broken)).column == "ウ"


def test_a_wrong_rate_is_expected_with_one_decimal() -> None:
    found = _only(findings_of(with_cell(sheet_038(), "result", "past_settlement_rate", value="9.4%")))
    assert (found.rule, found.column, found.expected, found.found) == (Rule.RATE, "ケ", "9.5%", "9.4%")


@pytest.mark.parametrize("printed", ["－", None])
def test_a_dash_and_a_blank_say_the_same_where_nothing_can_be_divided(printed: str | None) -> None:
    blank = with_cell(sheet_038(), "first_goal", "current_collection_rate", value=printed)
    assert findings_of(blank) == ()


def test_a_rate_where_nothing_can_be_divided_is_wrong() -> None:
    found = _only(findings_of(with_cell(sheet_038(), "first_goal", "current_collection_rate", value="0.0%")))
    assert (found.column, found.expected) == ("ソ", "－")


def test_blank_cells_count_as_zero() -> None:
    blanks = {"current_assessed": None, "current_received": None, "current_written_off": None, "current_settled": None}
    assert findings_of(with_row(sheet_038(), "first_goal", cells=blanks)) == ()


def test_a_blank_that_should_hold_a_figure_is_found_as_blank() -> None:
    found = _only(findings_of(with_cell(sheet_038(), "result", "past_settled", value=None)))
    assert (found.column, found.expected, found.found) == ("カ", 469, None)


def test_two_wrong_cells_of_one_row_are_two_findings() -> None:
    broken = with_row(sheet_038(), "result", cells={"past_settled": 496, "current_settled": 370})
    found = [(one.column, one.expected) for one in findings_of(broken)]
    assert found == [("ス", 307), ("カ", 469)] or found == [("カ", 469), ("ス", 307)]


def test_a_row_broken_beyond_telling_reports_every_failing_formula() -> None:
    wrong = {"past_assessed": 1, "past_settled": 2, "past_balance": 3, "current_settled": 4, "current_balance": 5}
    found = [
        one.column for one in findings_of(with_row(sheet_038(), "result", cells=wrong)) if one.rule is Rule.FORMULA
    ]
    assert found == ["ウ", "カ", "キ", "ス", "セ", "テ"]


def test_an_empty_row_is_not_checked() -> None:
    sheet = sheet_038()
    row = sheet.row("first_goal_after_next")
    assert row is not None
    assert findings_of(with_row(sheet, row.row_id, cells=dict.fromkeys(row.cells))) == ()


def test_a_cell_worked_out_from_a_wrong_cell_gives_way_to_it() -> None:
    """ウ' could not be read and was worked out from ケ' and a wrong エ'; only エ' is wrong."""
    sheet = sheet_two_numbers()
    assessed, received = cell(sheet, "result", "current_assessed"), cell(sheet, "result", "current_received")
    broken = with_row(sheet, "result", cells={"current_received": received - 403, "current_assessed": assessed - 403})
    repair = Repair("current_assessed", "#40,625", assessed - 403)
    rows = tuple(replace(row, repairs=(repair,)) if row.row_id == "result" else row for row in broken.rows)
    found = _only(findings_of(replace(broken, rows=rows)))
    assert (found.column, found.expected, found.found) == ("エ'", received, received - 403)
