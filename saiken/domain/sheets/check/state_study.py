"""The sums of table 3, before anything is said about them.

The one idea: states, subtotals, totals and the two portions together are one system of sums per measure (counts,
balances), studied like a row of table 2. Values whose state is unknown take part under their position. The grand
total of balances is not part of it, because it may follow table 2 instead. It writes no finding.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from saiken.domain.sheets.check.repair import Evidence, Explanation, Sum, Values, blame, explain, failing_sums, solve
from saiken.domain.sheets.sheet import Sheet, StateTable
from saiken.domain.states.table import GROUPS, State, ids_of_group

#: The portions that have states of their own.
STATE_PORTIONS = ("past", "current")

#: Over both portions.
GRAND = "grand"


@dataclass(frozen=True)
class StateStudy:
    """One measure of table 3; cells are named `portion.S02`, `portion.recoverable`, `portion.total` and `grand`."""

    measure: str
    values: Values
    failing: tuple[Sum, ...]
    explanations: tuple[Explanation, ...]
    solved: Values

    def total(self, portion: str) -> int | None:
        """The portion's total, repaired where it is wrong and summed up where it is not printed."""
        cell = f"{portion}.total"
        return blame(self.failing, self.explanations).cells.get(cell, self.solved.get(cell))


def study_states(sheet: Sheet, states: tuple[State, ...], *, closing: Values) -> dict[str, StateStudy]:
    """The study of counts and of balances; nothing when the sheet has no table 3.

    `closing` holds table 2's balances as `portion.total`: evidence for what a total should be, not a sum to hold.
    """
    if not sheet.states:
        return {}
    return {
        "count": _study(sheet, states, measure="count", evidence=Evidence(admits=_admits)),
        "balance": _study(
            sheet, states, measure="balance", evidence=Evidence(partial(_denied, closing=closing), _admits)
        ),
    }


def _study(sheet: Sheet, states: tuple[State, ...], *, measure: str, evidence: Evidence) -> StateStudy:
    values: dict[str, int] = {}
    sums: list[Sum] = []
    for portion in STATE_PORTIONS:
        if table := sheet.states.get(portion):
            values |= {f"{portion}.{name}": value for name, value in _printed(table, measure)}
            sums += _sums(portion, tuple(values), states=states)
    if measure == "count" and sheet.claims_total is not None:
        values[GRAND] = sheet.claims_total
        sums.append(Sum(GRAND, tuple((1, f"{portion}.total") for portion in STATE_PORTIONS if portion in sheet.states)))
    return StateStudy(
        measure=measure,
        values=values,
        failing=failing_sums(sums, values),
        explanations=explain(sums, values, evidence=evidence),
        solved=solve(sums, values),
    )


def _admits(_cell: str, value: int) -> bool:
    return value >= 0


def _denied(values: Values, *, closing: Values) -> int:
    return sum(cell in values and values[cell] != balance for cell, balance in closing.items())


def _printed(table: StateTable, measure: str) -> Iterator[tuple[str, int]]:
    """Every printed value of one measure with its cell's name."""
    by_state, unplaced = _parts(table, measure)
    yield from by_state.items()
    for group in GROUPS:
        for position, value in enumerate(unplaced.get(group, ()), start=1):
            yield f"{group}#{position}", value
    for name in (*GROUPS, "total"):
        value = getattr(table, f"{measure}_{name}")
        if value is not None:
            yield name, value


def _parts(table: StateTable, measure: str) -> tuple[Mapping[str, int], Mapping[str, tuple[int, ...]]]:
    if measure == "count":
        return table.count, table.unplaced_count
    return table.balance, table.unplaced_balance


def _sums(portion: str, cells: tuple[str, ...], *, states: tuple[State, ...]) -> Iterator[Sum]:
    """Subtotal of each group and the portion's total."""
    for group in GROUPS:
        placed = [f"{portion}.{state}" for state in ids_of_group(states, group)]
        parts = [cell for cell in cells if cell in placed or cell.startswith(f"{portion}.{group}#")]
        yield Sum(f"{portion}.{group}", tuple((1, cell) for cell in parts))
    yield Sum(f"{portion}.total", tuple((1, f"{portion}.{group}") for group in GROUPS))
