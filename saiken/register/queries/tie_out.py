"""Computed sheets against published ones, cell by cell (照合).

The one idea: a printed cell must come out of the claims, and behind a blank one there must be nothing. Where a paper's figure
contradicts the paper's own other figures, no claims could come out at both: that is listed as the paper's fault and is no difference.
It changes nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import CellValue, Sheet, StateTable
from saiken.domain.states.table import GROUPS, State, ids_of_group

#: What a blank cell stands for; a rate with a zero denominator prints a dash.
_NOTHING = (None, 0, "－")
_PORTIONS = {"past": "過年度", "current": "現年度"}
_MEASURED = {"count": "件数", "balance": "残高"}
_GROUPS = {"recoverable": "回収債権計", "settlement": "整理債権計", "total": "合計"}


@dataclass(frozen=True)
class Compared:
    """One printed figure and the computed one. `place` is the row's label or the table, `column` its letter or the state's mark.

    `implied` is what the paper's own other figures say the figure must be, None where they say nothing.
    """

    sheet_key: str
    place: str
    column: str
    published: CellValue
    computed: CellValue
    implied: CellValue = None

    @property
    def equal(self) -> bool:
        """Whether both are the same."""
        return self.published == self.computed

    @property
    def is_fault_of_paper(self) -> bool:
        """Whether the paper contradicts itself here and the computed figure agrees with the rest of the paper."""
        return not self.equal and self.implied is not None and self.implied == self.computed


@dataclass(frozen=True)
class TieOut:
    """The comparison of one sheet or of several: cells of the result rows, cells of table 3, numbers of obligors."""

    cells: tuple[Compared, ...] = ()
    states: tuple[Compared, ...] = ()
    obligors: tuple[Compared, ...] = ()

    def __add__(self, other: "TieOut") -> "TieOut":
        """Both together."""
        return TieOut(self.cells + other.cells, self.states + other.states, self.obligors + other.obligors)

    @property
    def different(self) -> tuple[Compared, ...]:
        """Everything that should be equal and is not."""
        return tuple(each for each in self._all if not each.equal and not each.is_fault_of_paper)

    @property
    def published_faults(self) -> tuple[Compared, ...]:
        """Where the paper contradicts itself."""
        return tuple(each for each in self._all if each.is_fault_of_paper)

    @property
    def _all(self) -> tuple[Compared, ...]:
        return self.cells + self.states + self.obligors


def tie_out(key: str, *, published: Sheet, computed: Sheet, edition: Edition, states: tuple[State, ...]) -> TieOut:
    """Compare a computed sheet with the published one of the same year."""
    tables = [
        each
        for portion, table in published.states.items()
        for each in _TableTieOut(key, portion, states=states).compare(table, computed.states.get(portion, StateTable()))
    ]
    return TieOut(
        cells=tuple(_result_cells(key, published, computed=computed, edition=edition)),
        states=(*tables, *_totals(key, published, computed=computed)),
        obligors=tuple(_obligors(key, published, computed=computed)),
    )


def _result_cells(key: str, published: Sheet, *, computed: Sheet, edition: Edition) -> Iterator[Compared]:
    """Every printed cell of every result row, rates included; a blank one where something was computed."""
    for spec in edition.result_rows:
        printed, found = published.row(spec.id), computed.row(spec.id)
        for column in edition.columns if printed else ():
            value = printed.cells[column.id] if printed else None
            came_out = found.cells[column.id] if found else None
            if printed and (value is not None or came_out not in _NOTHING):
                yield Compared(key, printed.label, column.letter, value, came_out)


class _TableTieOut:
    """Compares table 3 of one portion."""

    def __init__(self, key: str, portion: str, *, states: tuple[State, ...]) -> None:
        self._key, self._portion, self._states = key, portion, states

    def compare(self, printed: StateTable, computed: StateTable) -> Iterator[Compared]:
        """State cells, numbers whose state is lost, subtotals and totals, for counts and balances."""
        for name in _MEASURED:
            cells, found = getattr(printed, name), getattr(computed, name)
            lost = getattr(printed, f"unplaced_{name}")
            for state in self._states:
                if state.id in cells:
                    yield self._compared(name, state.mark, published=cells[state.id], computed=found.get(state.id, 0))
            for group in GROUPS:
                yield from self._lost(
                    name, group, lost=lost.get(group, ()), found=self._free(group, cells, found=found)
                )
            yield from self._sums(name, printed, computed=computed)

    def _free(self, group: str, cells: dict[str, int], *, found: dict[str, int]) -> list[int]:
        """Computed figures of the states that the paper does not name, in printed order."""
        free = (state_id for state_id in ids_of_group(self._states, group) if state_id not in cells)
        return [found[state_id] for state_id in free if found.get(state_id)]

    def _lost(self, name: str, group: str, *, lost: Sequence[int], found: Sequence[int]) -> Iterator[Compared]:
        printed = [figure for figure in lost if figure]
        for position in range(max(len(printed), len(found))):
            yield self._compared(
                name,
                f"{_GROUPS[group].removesuffix('計')}の{position + 1}番目",
                published=printed[position] if position < len(printed) else 0,
                computed=found[position] if position < len(found) else 0,
            )

    def _sums(self, name: str, printed: StateTable, *, computed: StateTable) -> Iterator[Compared]:
        cells, lost = getattr(printed, name), getattr(printed, f"unplaced_{name}")
        implied = {
            group: sum(cells.get(state_id, 0) for state_id in ids_of_group(self._states, group))
            + sum(lost.get(group, ()))
            for group in GROUPS
        }
        implied["total"] = sum(implied.values())
        for group, total in implied.items():
            figure = getattr(printed, f"{name}_{group}")
            if figure is not None:
                yield self._compared(
                    name, _GROUPS[group], published=figure, computed=getattr(computed, f"{name}_{group}"), implied=total
                )

    def _compared(
        self, name: str, column: str, *, published: CellValue, computed: CellValue, implied: CellValue = None
    ) -> Compared:
        return Compared(
            self._key, f"表3 {_PORTIONS[self._portion]} {_MEASURED[name]}", column, published, computed, implied
        )


def _totals(key: str, published: Sheet, *, computed: Sheet) -> Iterator[Compared]:
    """The number of claims and the balance of both portions together."""
    for name, label in (("claims_total", "件数"), ("balance_total", "残高")):
        figure = getattr(published, name)
        if figure is not None:
            yield Compared(key, "表3", f"{label}の合計", figure, getattr(computed, name))


def _obligors(key: str, published: Sheet, *, computed: Sheet) -> Iterator[Compared]:
    """The number of distinct obligors; a paper may print no more of them than claims."""
    if published.obligors is None:
        return
    claims = sum(table.count_total or 0 for table in published.states.values())
    implied = claims if published.obligors > claims else None
    yield Compared(key, "表3", "債務者数", published.obligors, computed.obligors, implied)
