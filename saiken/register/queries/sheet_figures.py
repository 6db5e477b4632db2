"""The figures of a whole sheet per fiscal year: its claims and its typed figures together.

The one idea: typed figures are thousand yen, so a thousand times them adds to the ledger's yen without changing any rounding. The chain
of ア starts at the sheet's first fiscal year and never anywhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.compute import LedgerFigures, chained_results
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import Cells
from saiken.register.queries.sheet_index import SheetEntry
from saiken.register.queries.year_figures import NOTHING, Ledger, YearFigures, figures_of
from saiken.register.typed_figures import TypedFigures


@dataclass(frozen=True)
class Results:
    """Result cells by fiscal year and the yen behind them."""

    cells: Mapping[int, Cells]
    years: Mapping[int, YearFigures]


def results_of(
    sheet: SheetEntry, *, through: int, edition: Edition, ledger: Ledger, typed: Mapping[int, TypedFigures]
) -> Results:
    """The result rows of every fiscal year from the sheet's first to `through`."""
    years = {
        year: _year(sheet, year, ledger=ledger, typed=typed.get(year))
        for year in range(sheet.from_fiscal_year, through + 1)
    }
    opening = years[sheet.from_fiscal_year].carried_in_yen if years else 0
    cells = chained_results(
        edition,
        figures_by_year={year: figures.figures for year, figures in years.items()},
        opening_balance=to_thousand_yen(opening),
    )
    return Results(cells, years)


def _year(sheet: SheetEntry, year: int, *, ledger: Ledger, typed: TypedFigures | None) -> YearFigures:
    total = NOTHING
    for receivable_id in sheet.in_claims(year):
        total += figures_of(ledger.get(receivable_id, {}), year)
    if typed is not None and sheet.figures_only(year):
        columns = {f"{column}_yen": 1_000 * value for column, value in typed.columns.items()}
        total += YearFigures(1_000 * (typed.carried_in or 0), LedgerFigures(**columns))
    return total
