"""Totals over sheets obey the form like any row: sums of inputs, formulas on the sums."""

from saiken.domain.sheets.totals import total_cells
from tests.support.sheets import EDITIONS, sheet_038, sheet_two_numbers


def test_yen_are_added_and_rates_made_from_the_sums() -> None:
    edition = EDITIONS["2019"]
    rows = [row for row in sheet_038().rows if row.row_id in ("result", "result_year_before")]
    total = total_cells(edition, rows)
    assert total["past_received"] == 1346 + 317
    assert total["past_reduction"] == -1262 - 1
    assert total["total_balance"] == 4908 + 4934
    assert total["past_collection_rate"] == "16.8%"


def test_one_row_is_its_own_total_and_none_is_zero() -> None:
    row = sheet_two_numbers().rows[3]
    assert total_cells(EDITIONS["2022"], [row]) == row.cells
    nothing = total_cells(EDITIONS["2022"], [])
    assert (nothing["total_balance"], nothing["total_collection_rate"]) == (0, "－")
