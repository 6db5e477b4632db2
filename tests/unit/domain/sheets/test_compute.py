"""Rows of table 2, computed by hand from yen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.compute import LedgerFigures, chained_results, goal_cells, result_cells, sheet_rows
from saiken.domain.sheets.edition import Edition, load_editions
from saiken.domain.sheets.formula import parse

EDITIONS = load_editions()


def by_letter(edition: Edition, cells: dict) -> dict:
    return {edition.column_of_id[column].letter: value for column, value in cells.items()}


def test_a_result_row_of_edition_2019_computed_by_hand() -> None:
    # 6,196,400 − 1,346,000 − 385,000 past; 750,000 − 307,000 current; carried in 4,934 thousand
    figures = LedgerFigures(6_196_400, 1_346_000, 385_000, 750_000, 307_000, 0)
    cells = by_letter(EDITIONS["2019"], result_cells(EDITIONS["2019"], figures=figures, carried_in=4_934))
    assert cells == {
        "ア": 4_934,
        "イ": -1_262,
        "ウ": 6_196,
        "エ": 1_346,
        "オ": 385,
        "カ": 469,
        "キ": 4_465,
        "ク": "21.7%",
        "ケ": "9.5%",
        "コ": 750,
        "サ": 307,
        "シ": 0,
        "ス": 307,
        "セ": 443,
        "ソ": "40.9%",
        "タ": "40.9%",
        "チ": "23.8%",
        "ツ": "13.7%",
        "テ": 4_908,
    }


def test_only_inputs_are_rounded_so_the_balance_follows_the_rounded_cells() -> None:
    # 32,300 − 13,600 = 18,700 yen, yet 32 − 14 = 18 on the sheet
    figures = LedgerFigures(current_assessed_yen=32_300, current_received_yen=13_600)
    assert figures.total_balance_yen == 18_700
    for edition in EDITIONS.values():
        assert result_cells(edition, figures=figures, carried_in=0)["current_balance"] == 18


def test_carried_in_chains_the_rounded_balance_and_the_drift_goes_into_the_reduction() -> None:
    first = LedgerFigures(current_assessed_yen=32_300, current_received_yen=13_600)
    second = LedgerFigures(past_assessed_yen=18_700)
    rows = chained_results(EDITIONS["2022"], figures_by_year={2019: first, 2020: second}, opening_balance=0)
    assert rows[2020]["past_carried_in"] == 18
    assert rows[2020]["past_assessed"] == 19
    assert rows[2020]["past_reduction"] == -1  # rounding drift, named when asked
    assert rows[2020]["total_balance"] == 19


def test_a_gap_in_the_years_is_refused() -> None:
    with pytest.raises(ValueError, match="2019 is missing"):
        chained_results(
            EDITIONS["2022"], figures_by_year={2018: LedgerFigures(), 2020: LedgerFigures()}, opening_balance=0
        )


def test_goal_rows_chain_from_the_row_their_edition_names() -> None:
    edition = EDITIONS["2022"]
    results = chained_results(
        edition,
        figures_by_year={
            2019: LedgerFigures(5_000_000),
            2020: LedgerFigures(5_000_000),
            2021: LedgerFigures(4_000_000),
        },
        opening_balance=5_000,
    )
    goals = {
        "revised_goal": {"past_assessed": 5_000, "past_received": 500},
        "revised_goal_next": {"past_assessed": 4_000, "past_received": 400},
        "first_goal_after_next": {"past_assessed": 3_600},
    }
    rows = sheet_rows(edition, sheet_year=2021, results=results, goals=goals, outside={})
    assert rows["revised_goal"]["past_carried_in"] == 5_000  # balance of 令2実績
    assert rows["revised_goal_next"]["past_carried_in"] == 4_000  # balance of 令3実績
    assert rows["first_goal_after_next"]["past_carried_in"] == 3_600  # balance of 令4修正目標
    assert "first_goal_next" not in rows  # no such goal was stored
    assert list(rows) == [row.id for row in edition.rows if row.id in rows]


def test_a_goal_whose_carried_in_is_unknown_is_left_out_until_it_is_given() -> None:
    edition = EDITIONS["2019"]
    goals = {"first_goal": {"past_received": 10}}
    assert sheet_rows(edition, sheet_year=2018, results={}, goals=goals, outside={}) == {}
    given_rows = sheet_rows(edition, sheet_year=2018, results={}, goals=goals, outside={"first_goal": 44})
    assert given_rows["first_goal"] == goal_cells(edition, inputs={"past_received": 10}, carried_in=44)
    assert given_rows["first_goal"]["past_balance"] == 34


def test_formulas_that_wait_for_each_other_are_refused() -> None:
    edition = EDITIONS["2019"]
    waits_for = {"past_balance": parse("current_balance"), "current_balance": parse("past_balance")}
    columns = tuple(
        replace(column, formula=waits_for.get(column.id, column.formula), role="formula") if column.formula else column
        for column in edition.columns
    )
    with pytest.raises(ValueError, match="circular formulas"):
        goal_cells(replace(edition, columns=columns), inputs={}, carried_in=0)


def test_nothing_is_carried_in_from_a_balance_that_is_blank() -> None:
    edition = EDITIONS["2022"]
    row = next(row for row in edition.result_rows if row.id == "result_year_before")
    blank = {**goal_cells(edition, inputs={}, carried_in=0), "total_balance": None}
    with pytest.raises(ValueError, match="not thousand yen: None"):
        sheet_rows(
            edition,
            sheet_year=2021,
            results={row.fiscal_year(2021): blank},
            goals={"revised_goal": {"past_assessed": 1}},
            outside={},
        )


yen = st.integers(-(10**9), 10**12)


@given(
    st.lists(st.builds(LedgerFigures, yen, yen, yen, yen, yen, yen), min_size=1, max_size=6),
    st.sampled_from(["2019", "2022"]),
)
def test_every_formula_holds_on_every_computed_row(years: list[LedgerFigures], edition_id: str) -> None:
    edition = EDITIONS[edition_id]
    rows = chained_results(edition, figures_by_year=dict(enumerate(years, 2010)), opening_balance=7)
    for year, cells in rows.items():
        yen_cells = {column: value for column, value in cells.items() if isinstance(value, int)}
        for column in edition.columns:
            if column.formula:
                assert cells[column.id] == column.formula.evaluate(yen_cells)
        assert cells["past_received"] == to_thousand_yen(years[year - 2010].past_received_yen)
        if year > 2010:
            assert cells["past_carried_in"] == rows[year - 1]["total_balance"]
