"""What is wrong in each row of table 2, before anything is said about it.

The one idea: the formulas of a row are sums over its cells; the fewest wrong cells explain a broken row, and rates
and the neighbouring rows are the evidence that tells equally small explanations apart. It writes no finding.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from saiken.domain.sheets.check.repair import Evidence, Explanation, Sum, Values, explain, failing_sums
from saiken.domain.sheets.edition import NEVER_NEGATIVE, Edition, RowSpec
from saiken.domain.sheets.sheet import Cells, CellValue, Row, Sheet

CARRIED_IN = "past_carried_in"


@dataclass(frozen=True)
class RowStudy:
    """One row: `values` as printed (a blank is zero, an unreadable cell missing), what fails, what would explain it.

    Several `explanations` are equally good; none though sums fail means that too many cells are wrong to tell.
    """

    spec: RowSpec
    row: Row
    values: Values
    failing: tuple[Sum, ...]
    explanations: tuple[Explanation, ...]

    @property
    def repaired(self) -> Values:
        """The values after the first explanation, or as printed."""
        return self.explanations[0].repaired if self.explanations else self.values

    def possible(self, column_id: str) -> frozenset[int]:
        """Every value the cell may really have: repaired, or in another placement of the row; empty when unknown."""
        readings = [explanation.repaired for explanation in self.explanations] or [self.values]
        others = [cells[column_id] for cells in self.row.alternatives]
        found: list[CellValue] = [reading.get(column_id) for reading in readings]
        return frozenset(value for value in found + others if isinstance(value, int))


def study_rows(sheet: Sheet, edition: Edition) -> dict[str, RowStudy]:
    """The study of every row that has any figure, by row id in printed order."""
    sums = sums_of(edition)
    printed = {spec.id: (spec, row) for spec in edition.rows if (row := sheet.row(spec.id)) and not is_blank(row)}
    values = {row_id: yen_values(edition, row) for row_id, (_, row) in printed.items()}
    studies = {}
    for row_id, (spec, row) in printed.items():
        evidence = Evidence(
            contradictions=partial(_denied, edition=edition, row=row, printed=values),
            admits=_admits,
            derived=frozenset(repair.column_id for repair in row.repairs),
        )
        studies[row_id] = RowStudy(
            spec=spec,
            row=row,
            values=values[row_id],
            failing=failing_sums(sums, values[row_id]),
            explanations=explain(sums, values[row_id], evidence=evidence),
        )
    return studies


def faults_of(edition: Edition, cells: Cells) -> int:
    """How many cells of a row must be wrong: root faults and rates left over; the measure between placements of a row.

    More wrong cells than can be told apart count as one fault per failing formula.
    """
    values = {column.id: _whole(cells[column.id]) for column in edition.columns if not column.is_rate}
    evidence = Evidence(partial(_denied_rates, edition=edition, cells=cells), _admits)
    explanations = explain(sums_of(edition), values, evidence=evidence)
    if not explanations:
        return len(failing_sums(sums_of(edition), values)) + _denied_rates(values, edition=edition, cells=cells)
    best = explanations[0]
    return len(best.roots) + _denied_rates(best.repaired, edition=edition, cells=cells)


def _whole(value: CellValue) -> int:
    return value if isinstance(value, int) else 0


def sums_of(edition: Edition) -> tuple[Sum, ...]:
    """The yen formulas of the edition as sums."""
    return tuple(
        Sum(column.id, column.formula.numerator) for column in edition.columns if column.formula and not column.is_rate
    )


def is_blank(row: Row) -> bool:
    """Whether the row has no figure at all."""
    return all(value is None for value in row.cells.values())


def yen_values(edition: Edition, row: Row) -> dict[str, int]:
    """The row's yen cells; a blank counts as zero, a cell that was printed but not readable is left out."""
    return {
        column.id: row.yen(column.id)
        for column in edition.columns
        if not column.is_rate and not is_unreadable(row, column.id)
    }


def is_unreadable(row: Row, column_id: str) -> bool:
    """Whether something is printed that could not be read."""
    return row.cells[column_id] is None and bool(row.tokens.get(column_id, "").strip())


def _admits(column_id: str, value: int) -> bool:
    return value >= 0 or column_id not in NEVER_NEGATIVE


def _denied(repaired: Values, *, edition: Edition, row: Row, printed: Mapping[str, Values]) -> int:
    """How many printed rates of the row and cells of the neighbouring rows the repaired values contradict."""
    links = _denied_links(edition.row_of_id[row.row_id], repaired, edition=edition, printed=printed)
    return links + _denied_rates(repaired, edition=edition, cells=row.cells)


def _denied_rates(repaired: Values, *, edition: Edition, cells: Cells) -> int:
    return sum(
        cells[column.id] not in (None, column.formula.evaluate(repaired))
        for column in edition.columns
        if column.formula and column.is_rate and column.formula.columns <= repaired.keys()
    )


def _denied_links(spec: RowSpec, repaired: Values, *, edition: Edition, printed: Mapping[str, Values]) -> int:
    closing = closing_column(edition)
    above = printed.get(spec.carried_in_from or "", {}).get(closing)
    below = [
        printed[other.id].get(CARRIED_IN)
        for other in edition.rows
        if other.carried_in_from == spec.id and other.id in printed
    ]
    return (above not in (None, repaired.get(CARRIED_IN))) + sum(
        value not in (None, repaired.get(closing)) for value in below
    )


def closing_column(edition: Edition) -> str:
    """The column that the next row's ア takes."""
    return edition.column_of_id[CARRIED_IN].carries or "total_balance"
