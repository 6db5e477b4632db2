"""Figures that the ledger gives and somebody typed over.

The one idea: such a figure is named with its cell, what was typed and what the ledger says; the ledger is corrected by entries, never by a
form. Nothing is computed here.
"""

from collections.abc import Iterator, Mapping, Sequence

from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.parts import RESULT, STATES
from saiken.domain.sheets.sheet import Sheet, StateTable
from saiken.formats.sheet_workbook.cell import Key

#: Key of a cell, as typed, as the ledger gives it.
_Pair = tuple[Key, int | None, int | None]


def retyped_figures(
    held: Sheet, sent: Sheet, *, edition: Edition, parts: Sequence[str], places: Mapping[Key, str]
) -> Iterator[InvalidInput]:
    """One finding per cell of those parts that differs from the ledger's figure, a blank counting as zero."""
    for part in parts:
        for key, typed, computed in _cells(part, held, sent=sent, edition=edition):
            if (typed or 0) != (computed or 0):
                yield InvalidInput(
                    "台帳から算出される欄が書き換えられています",
                    place=places.get(key, ""),
                    found="空欄" if typed is None else str(typed),
                    expected=str(computed or 0),
                    remedy="この欄は取り込まれません。台帳への記入で訂正してください。",
                )


def _cells(part: str, held: Sheet, *, sent: Sheet, edition: Edition) -> Iterator[_Pair]:
    kind, _, name = part.partition("/")
    if kind == RESULT:
        yield from _row_cells(name, held, sent=sent, edition=edition)
    elif kind == STATES:
        yield from _state_cells(name, held, sent=sent)
    else:
        yield (kind,), sent.obligors, held.obligors


def _row_cells(row_id: str, held: Sheet, *, sent: Sheet, edition: Edition) -> Iterator[_Pair]:
    typed, computed = sent.row(row_id), held.row(row_id)
    for column in edition.input_columns:
        value = typed.cells[column] if typed else None
        yield (
            ("cell", row_id, column),
            value if isinstance(value, int) else None,
            computed.yen(column) if computed else 0,
        )


def _state_cells(portion: str, held: Sheet, *, sent: Sheet) -> Iterator[_Pair]:
    typed, computed = (sheet.states.get(portion, StateTable()) for sheet in (sent, held))
    for measure, shown, given in (
        ("count", typed.count, computed.count),
        ("balance", typed.balance, computed.balance),
    ):
        for state in dict.fromkeys([*shown, *given]):
            yield ("state", portion, state, measure), shown.get(state), given.get(state)
