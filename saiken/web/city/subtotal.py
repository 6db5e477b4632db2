"""The total of the lines that are shown.

The one idea: the coloured cells are added and the form's formulas computed on the sums, exactly as for the city's own total.
Obligors cannot be added and are left out.
"""

from collections.abc import Sequence

from saiken.domain.sheets.compute import LedgerFigures, result_cells
from saiken.domain.sheets.edition import LEDGER_COLUMNS, Edition
from saiken.domain.sheets.sheet import Cells
from saiken.register.queries.city import SheetLine


def subtotal(lines: Sequence[SheetLine], edition: Edition) -> Cells:
    """A result row of the lines together, in thousand yen."""
    figures = LedgerFigures(**{f"{column}_yen": 1_000 * _sum(lines, column) for column in LEDGER_COLUMNS})
    return result_cells(edition, figures=figures, carried_in=_sum(lines, "past_carried_in"))


def _sum(lines: Sequence[SheetLine], column: str) -> int:
    return sum(value for line in lines if isinstance(value := line.cells[column], int))
