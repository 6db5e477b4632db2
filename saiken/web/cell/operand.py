"""A figure as a sum of other figures of the sheet: what the form's formula adds and subtracts.

The one idea: every operand is a figure that opens in turn, down to the entries. It computes nothing; the sheet did.
"""

from dataclasses import dataclass

from saiken.domain.sheets.edition import Column, Edition
from saiken.domain.sheets.sheet import CellValue, Row


@dataclass(frozen=True)
class Operand:
    """One figure of a formula: its sign, its place on the sheet, its value."""

    sign: str
    row_id: str
    column_id: str
    letter: str
    label: str
    value: CellValue


@dataclass(frozen=True)
class Explained:
    """A formula in letters with its operands; `denominator` is empty unless the figure is a rate."""

    formula: str
    numerator: tuple[Operand, ...]
    denominator: tuple[Operand, ...]


def explained(edition: Edition, row: Row, *, column: Column) -> Explained | None:
    """The formula of the column on that row; None for a column that has none there.

    Of a result row イ, the reduction, follows from ア and ウ in every edition, and ウ comes from the ledger.
    """
    if row.kind == "result" and column.id == "past_reduction":
        terms = ((1, "past_carried_in"), (-1, "past_assessed"))
        return Explained(_letters(edition, terms), _operands(edition, row, terms=terms), ())
    formula = column.formula
    if formula is None or (row.kind == "result" and column.id == "past_assessed"):
        return None
    return Explained(
        formula=formula.render(lambda column_id: edition.column_of_id[column_id].letter),
        numerator=_operands(edition, row, terms=formula.numerator),
        denominator=_operands(edition, row, terms=formula.denominator),
    )


def source_row(edition: Edition, row: Row) -> str | None:
    """The id of the row whose balance ア carries on, when it is on the sheet."""
    return edition.row_of_id[row.row_id].carried_in_from


def _letters(edition: Edition, terms: tuple[tuple[int, str], ...]) -> str:
    text = "".join(f"{'+' if sign > 0 else '-'}{edition.column_of_id[column].letter}" for sign, column in terms)
    return text.removeprefix("+")


def _operands(edition: Edition, row: Row, *, terms: tuple[tuple[int, str], ...]) -> tuple[Operand, ...]:
    return tuple(
        Operand(
            sign="＋" if sign > 0 else "－",
            row_id=row.row_id,
            column_id=column_id,
            letter=edition.column_of_id[column_id].letter,
            label=edition.column_of_id[column_id].label,
            value=row.cells[column_id],
        )
        for sign, column_id in terms
    )
