"""How many cells of a row must be wrong: the measure between placements of the same numbers."""

from saiken.domain.sheets.check.row_study import faults_of
from saiken.domain.sheets.sheet import Cells
from tests.support.checked_sheets import EDITIONS
from tests.support.sheets import sheet_038


def _faults(**changes: int | str | None) -> int:
    row = sheet_038().row("result")
    assert row is not None
    cells: Cells = {**row.cells, **changes}
    return faults_of(EDITIONS["2019"], cells)


def test_a_sound_row_has_none() -> None:
    assert _faults() == 0


def test_a_wrong_cell_is_one_however_many_formulas_it_breaks() -> None:
    assert _faults(past_settled=496) == 1
    assert _faults(past_received=3_346) == 1


def test_a_wrong_rate_is_one() -> None:
    assert _faults(past_settlement_rate="9.4%") == 1


def test_a_number_one_column_too_far_left_is_two() -> None:
    assert _faults(past_written_off=496, past_settled=None) == 2


def test_what_cannot_be_told_apart_counts_its_failing_formulas() -> None:
    assert _faults(past_assessed=1, past_settled=2, past_balance=3, current_settled=4, current_balance=5) >= 6
