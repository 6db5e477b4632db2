"""Totals over several sheets: a bureau, a class, the city.

The one idea: the sheets' rounded input cells are added and the form's formulas are computed on the sums, so a total row obeys the form like
any other row. Obligors are people and are recounted elsewhere, never added.
"""

from collections.abc import Iterable

from saiken.domain.sheets.compute import LedgerFigures, result_cells
from saiken.domain.sheets.edition import LEDGER_COLUMNS, Edition
from saiken.domain.sheets.sheet import Cells, Row


def total_cells(edition: Edition, rows: Iterable[Row]) -> Cells:
    """All cells of the total of some rows in thousand yen and rate texts, a blank counting as zero; of no rows all zeros."""
    summed = dict.fromkeys(("past_carried_in", *LEDGER_COLUMNS), 0)
    for row in rows:
        for column in summed:
            summed[column] += row.yen(column)
    figures = LedgerFigures(**{f"{column}_yen": 1_000 * summed[column] for column in LEDGER_COLUMNS})
    return result_cells(edition, figures=figures, carried_in=summed["past_carried_in"])
