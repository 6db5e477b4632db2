"""The rows of table 2 from ledger figures in yen and from goals in thousand yen.

The one idea: only the ledger's columns are rounded from yen; every other cell is the form's formula on rounded cells. ア chains the
rounded balance of the row it is carried from and イ := ア − ウ, so rounding drift never accumulates. Nothing here reads a ledger.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.edition import LEDGER_COLUMNS, Edition
from saiken.domain.sheets.sheet import Cells


@dataclass(frozen=True)
class LedgerFigures:
    """One fiscal year of a sheet in whole yen, straight from the entries.

    `past_assessed_yen` is what was carried in less reductions during the year; balances follow from the six figures.
    """

    past_assessed_yen: int = 0
    past_received_yen: int = 0
    past_written_off_yen: int = 0
    current_assessed_yen: int = 0
    current_received_yen: int = 0
    current_written_off_yen: int = 0

    @property
    def past_balance_yen(self) -> int:
        """What remains of earlier years' claims."""
        return self.past_assessed_yen - self.past_received_yen - self.past_written_off_yen

    @property
    def current_balance_yen(self) -> int:
        """What remains of this year's claims."""
        return self.current_assessed_yen - self.current_received_yen - self.current_written_off_yen

    @property
    def total_balance_yen(self) -> int:
        """What is carried into the next year."""
        return self.past_balance_yen + self.current_balance_yen


def result_cells(edition: Edition, *, figures: LedgerFigures, carried_in: int) -> Cells:
    """All cells of a result row in thousand yen and rate texts; `carried_in` is the rounded balance chained from before."""
    known = {column: to_thousand_yen(getattr(figures, f"{column}_yen")) for column in LEDGER_COLUMNS}
    known["past_carried_in"] = carried_in
    known["past_reduction"] = carried_in - known["past_assessed"]
    return _fill(edition, known)


def goal_cells(edition: Edition, *, inputs: Mapping[str, int], carried_in: int) -> Cells:
    """All cells of a goal row from its coloured cells (thousand yen, missing = 0) and the carried-in balance."""
    known = {column: inputs.get(column, 0) for column in edition.input_columns}
    known["past_carried_in"] = carried_in
    return _fill(edition, known)


def _fill(edition: Edition, known: dict[str, int]) -> Cells:
    """Evaluate the formulas until every column is known; editions order them freely."""
    yen: dict[str, int] = dict(known)
    rates: dict[str, str] = {}
    waiting = [column for column in edition.columns if column.id not in yen]
    while waiting:
        ready = [
            (column, column.formula) for column in waiting if column.formula and column.formula.columns <= yen.keys()
        ]
        if not ready:
            raise ValueError(f"edition {edition.id}: circular formulas {[column.letter for column in waiting]}")
        for column, formula in ready:
            value = formula.evaluate(yen)
            if isinstance(value, int):
                yen[column.id] = value
            else:
                rates[column.id] = value
        waiting = [column for column in waiting if column.id not in yen and column.id not in rates]
    return {column.id: rates[column.id] if column.is_rate else yen[column.id] for column in edition.columns}


def chained_results(
    edition: Edition, *, figures_by_year: Mapping[int, LedgerFigures], opening_balance: int
) -> dict[int, Cells]:
    """Result rows of consecutive years, oldest first; `opening_balance` is ア of the oldest in thousand yen.

    The years must have no gap: a missing year would break the chain of ア.
    """
    rows: dict[int, Cells] = {}
    carried_in = opening_balance
    for year in sorted(figures_by_year):
        if rows and year - 1 not in rows:
            raise ValueError(f"fiscal year {year - 1} is missing from the chain")
        rows[year] = result_cells(edition, figures=figures_by_year[year], carried_in=carried_in)
        carried_in = _yen(rows[year]["total_balance"])
    return rows


def sheet_rows(
    edition: Edition,
    *,
    sheet_year: int,
    results: Mapping[int, Cells],
    goals: Mapping[str, Mapping[str, int]],
    outside: Mapping[str, int],
) -> dict[str, Cells]:
    """The rows of one sheet by row id: results by fiscal year, goals by row id (their inputs).

    `outside` gives ア of goal rows whose source is not on the sheet. A goal row whose inputs or source are unknown is left out.
    """
    rows = {
        row.id: results[row.fiscal_year(sheet_year)]
        for row in edition.result_rows
        if row.fiscal_year(sheet_year) in results
    }
    for row in edition.goal_rows:  # printed order: a goal only carries from rows above it
        source = row.carried_in_from
        carried_in = outside.get(row.id) if source is None else _closing(rows, source)
        if row.id in goals and carried_in is not None:
            rows[row.id] = goal_cells(edition, inputs=goals[row.id], carried_in=carried_in)
    return {row.id: rows[row.id] for row in edition.rows if row.id in rows}


def _closing(rows: Mapping[str, Cells], row_id: str) -> int | None:
    return _yen(rows[row_id]["total_balance"]) if row_id in rows else None


def _yen(value: int | str | None) -> int:
    if not isinstance(value, int):
        raise ValueError(f"not thousand yen: {value!r}")
    return value
