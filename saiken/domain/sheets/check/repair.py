"""Which cells are at fault when sums do not hold.

The one idea: one wrong cell can break many sums, so the fewest cells whose change makes every sum hold again are the
root fault, and only they are reported. Cells that were merely computed from a wrong cell do not count. It writes no
sentence and knows no form.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

#: More wrong cells than this in one table are not told apart; every failing sum is then reported.
MOST_FAULTS = 3

Values = Mapping[str, int]


@dataclass(frozen=True)
class Sum:
    """`target` = Σ sign × cell."""

    target: str
    terms: tuple[tuple[int, str], ...]

    @property
    def cells(self) -> frozenset[str]:
        """Every cell the sum speaks of."""
        return frozenset(cell for _, cell in self.terms) | {self.target}

    def value(self, values: Values) -> int:
        """What the target should be."""
        return sum(sign * values[cell] for sign, cell in self.terms)

    def holds(self, values: Values) -> bool:
        """Whether the printed target is that value."""
        return self.value(values) == values[self.target]

    def solve_for(self, cell: str, values: Values) -> int:
        """The value of `cell` that makes the sum hold, all other cells being known."""
        if cell == self.target:
            return self.value(values)
        sign = next(sign for sign, term in self.terms if term == cell)
        others = sum(other_sign * values[term] for other_sign, term in self.terms if term != cell)
        return sign * (values[self.target] - others)


@dataclass(frozen=True)
class Explanation:
    """`roots`: the wrong cells with their repaired values; `repaired`: all values afterwards, consequences included."""

    roots: Values
    repaired: Values


@dataclass(frozen=True)
class Evidence:
    """What else speaks for or against a repair.

    `derived` are cells that were not printed legibly but worked out by a reader: changing one costs nothing beside
    another fault. `contradictions(values)` counts printed facts (rates, neighbouring rows) that the repaired values
    deny; `admits(cell, value)` says whether a value is possible in a cell at all.
    """

    contradictions: Callable[[Values], int] = lambda _values: 0
    admits: Callable[[str, int], bool] = lambda _cell, _value: True
    derived: frozenset[str] = frozenset()


def failing_sums(sums: Sequence[Sum], values: Values) -> tuple[Sum, ...]:
    """The sums that do not hold; sums with a cell missing from `values` cannot fail."""
    return tuple(one for one in sums if one.cells <= values.keys() and not one.holds(values))


def explain(sums: Sequence[Sum], values: Values, *, evidence: Evidence) -> tuple[Explanation, ...]:
    """The cheapest explanations, equally good ones together; empty when nothing fails or too many cells are wrong.

    The cost is the number of root cells plus the contradictions left; among equal costs the smaller change wins.
    Cells missing from `values` are unreadable and free.
    """
    best: list[Explanation] = []
    lowest: tuple[int, int] | None = None
    for cells in _suspects(sums, values) if failing_sums(sums, values) else ():
        if lowest and (1, len(cells)) > lowest:
            break
        explanation = _repair(sums, values, cells=cells, evidence=evidence)
        if explanation is None:
            continue
        cost = (len(explanation.roots) + evidence.contradictions(explanation.repaired), len(cells))
        if lowest is None or cost < lowest:
            lowest, best = cost, []
        if cost == lowest:
            best.append(explanation)
    return tuple(best)


@dataclass(frozen=True)
class Blame:
    """What is said to be wrong: cells with their right values, and failing sums of which no single cell can be blamed."""

    cells: Values
    sums: tuple[Sum, ...]


def blame(failing: Sequence[Sum], explanations: Sequence[Explanation]) -> Blame:
    """One thing to blame per fault: the cells all explanations agree on, and the sums that these leave failing.

    Where one cell breaks several sums but it is open which, the first explanation stands for the others.
    """
    if not explanations:
        return Blame({}, tuple(failing))
    first, *others = explanations
    agreed = {cell: value for cell, value in first.roots.items() if all(cell in other.roots for other in others)}
    open_sums = tuple(one for one in failing if not one.cells & agreed.keys())
    if len(first.roots) - len(agreed) < len(open_sums):
        return Blame(first.roots, ())
    return Blame(agreed, open_sums)


def _suspects(sums: Sequence[Sum], values: Values) -> Iterator[frozenset[str]]:
    """Sets of up to MOST_FAULTS printed cells that touch every failing sum, small sets first."""
    failing = failing_sums(sums, values)
    cells = sorted({cell for one in sums for cell in one.cells if cell in values})
    for size in range(1, MOST_FAULTS + 1):
        for chosen in map(frozenset, combinations(cells, size)):
            if all(chosen & one.cells for one in failing):
                yield chosen


def _repair(sums: Sequence[Sum], values: Values, *, cells: frozenset[str], evidence: Evidence) -> Explanation | None:
    """The values that make every sum hold by changing exactly `cells`, or None."""
    repaired = solve(sums, {cell: value for cell, value in values.items() if cell not in cells})
    if not cells <= repaired.keys() or failing_sums(sums, repaired):
        return None
    if any(repaired[cell] == values[cell] or not evidence.admits(cell, repaired[cell]) for cell in cells):
        return None
    roots = {cell: repaired[cell] for cell in sorted(cells) if not _follows(sums, values, cell=cell, cells=cells)}
    printed = {cell: value for cell, value in roots.items() if cell not in evidence.derived}
    return Explanation(printed or roots, repaired) if roots else None


def _follows(sums: Sequence[Sum], values: Values, *, cell: str, cells: frozenset[str]) -> bool:
    """Whether the printed cell is rightly computed from another wrong cell, so that it is a consequence."""
    own = [one for one in sums if one.target == cell and one.cells <= values.keys()]
    return bool(own) and all(one.holds(values) and (one.cells - {cell}) & cells for one in own)


def solve(sums: Sequence[Sum], values: Values) -> dict[str, int]:
    """The values, and every cell that is the only unknown of some sum, until none is left."""
    known, progressed = dict(values), True
    while progressed:
        progressed = False
        for one in sums:
            unknown = [cell for cell in one.cells if cell not in known]
            if len(unknown) == 1:
                known[unknown[0]] = one.solve_for(unknown[0], known)
                progressed = True
    return known
