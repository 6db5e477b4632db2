"""Figures that people type or import for receivables kept as figures only.

The one idea: one checked value on its way into and out of `FiguresVersion.figures`; whatever does not fit is refused when written, so
reading trusts it. It computes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.edition import LEDGER_COLUMNS
from saiken.domain.states.table import load_states

_PORTIONS = ("past", "current")
_STATES = frozenset(state.id for state in load_states())


@dataclass(frozen=True)
class TypedFigures:
    """One fiscal year in thousand yen: the ledger's columns, the carried-in balance (first year only, else None), table 3, obligors.

    `counts` and `balances` are keyed by portion and then by state id; a blank state is absent.
    """

    columns: Mapping[str, int]
    carried_in: int | None = None
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    balances: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    obligors: int | None = None

    def __post_init__(self) -> None:
        if set(self.columns) != set(LEDGER_COLUMNS):
            raise InvalidInput("表2の入力欄がそろっていません", place="表2", found="、".join(sorted(self.columns)))
        for table in (self.counts, self.balances):
            for portion, cells in table.items():
                if portion not in _PORTIONS or not set(cells) <= _STATES:
                    raise InvalidInput("表3にない欄があります", place="表3", found=f"{portion} {sorted(cells)}")
        if not all(isinstance(number, int) for number in self._numbers()):
            raise InvalidInput("整数でない値があります", place="数値のみの債権")

    def _numbers(self) -> list[object]:
        tables = [cells for table in (self.counts, self.balances) for cells in table.values()]
        single = [number for number in (self.carried_in, self.obligors) if number is not None]
        return [*self.columns.values(), *single, *(number for cells in tables for number in cells.values())]


def to_json(figures: TypedFigures) -> dict[str, Any]:
    """The figures as stored."""
    return {
        "columns": dict(figures.columns),
        "carried_in": figures.carried_in,
        "counts": {portion: dict(cells) for portion, cells in figures.counts.items()},
        "balances": {portion: dict(cells) for portion, cells in figures.balances.items()},
        "obligors": figures.obligors,
    }


def from_json(stored: Mapping[str, Any]) -> TypedFigures:
    """The figures as they were stored."""
    return TypedFigures(**stored)
