"""Placing the numbers of one row of table 3: values, subtotal, values, subtotal, total.

The one idea: the sums tell where a group ends, the number of cells tells which state a value belongs to. Where cells
were lost the states that remain possible are kept as a set, so that the count row and the balance row can narrow each
other down. A printed subtotal that does not match is kept as printed. It does not know how a cell looks on paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True)
class StateCell:
    """One printed cell: its value (None = unreadable), whether it may be no cell at all, whether it may be a stray
    mark.

    `doubtful` marks a lone stroke that is a stray mark only if the other row of the portion has no number there;
    `merged` a piece that shares its printed column with another one, so that columns were lost there.
    """

    printed: str
    value: int | None
    optional: bool = False
    stray: bool = False
    doubtful: bool = False
    merged: bool = False

    @property
    def number(self) -> int:
        """The value, an unreadable one counting as zero."""
        return self.value or 0


@dataclass(frozen=True)
class StateRow:
    """One row split into groups. `values` are the non-zero numbers per group, `possible` their possible places (from 0)
    in it.

    `filled` tells per group whether every state has a printed cell (`zeros` are then its places with a printed 0);
    `dropped` are printed marks that were taken for stray, `broken` how many of the three sums fail.
    """

    values: tuple[tuple[int, ...], ...] = ((), ())
    possible: tuple[tuple[frozenset[int], ...], ...] = ((), ())
    zeros: tuple[frozenset[int], ...] = (frozenset(), frozenset())
    subtotals: tuple[int | None, ...] = (None, None)
    total: int | None = None
    dropped: tuple[str, ...] = ()
    broken: int = 0


@dataclass(frozen=True)
class _Split:
    groups: tuple[tuple[StateCell, ...], tuple[StateCell, ...]]
    sums: tuple[StateCell, StateCell, StateCell]
    dropped: tuple[str, ...]
    cost: tuple[int, ...]
    telling_loss: int


#: More stray marks than this in one row are not believed.
MOST_STRAYS = 3


def place_states(cells: tuple[StateCell, ...], sizes: tuple[int, int]) -> StateRow:
    """Split one row by its sums and find the possible places of every value; `sizes` are the numbers of states per
    group.

    Where the groups meet in zeros several splits may be equally good; a value may then stand wherever one of them puts
    it, unless merged columns show that the cells were lost in the group without values.
    """
    splits = list(_splits(cells, sizes))
    if not splits:
        return StateRow()
    lowest = min(split.cost for split in splits)
    equal = [split for split in splits if split.cost == lowest]
    best = min(equal, key=lambda split: split.telling_loss)
    if _lost_elsewhere(best):
        equal = [best]
    placed = [_places_over(equal, best, group=index, size=size) for index, size in enumerate(sizes)]
    return StateRow(
        values=tuple(_numbers(group) for group in best.groups),
        possible=tuple(possible for possible, _ in placed),
        zeros=tuple(zeros for _, zeros in placed),
        subtotals=tuple(cell.value for cell in best.sums[:2]),
        total=best.sums[2].value,
        dropped=best.dropped,
        broken=best.cost[0],
    )


def _lost_elsewhere(split: _Split) -> bool:
    """Whether only groups of zeros show merged columns."""
    merged = [any(cell.merged for cell in group) for group in split.groups]
    telling = [bool(_numbers(group)) for group in split.groups]
    return any(merged) and not any(here and tells for here, tells in zip(merged, telling, strict=True))


def _numbers(group: tuple[StateCell, ...]) -> tuple[int, ...]:
    return tuple(cell.number for cell in group if cell.number)


def _places_over(
    equal: list[_Split], best: _Split, *, group: int, size: int
) -> tuple[tuple[frozenset[int], ...], frozenset[int]]:
    """Places of one group's values over all equally good splits; zeros are only told when there is one split."""
    values = _numbers(best.groups[group])
    if any(_numbers(split.groups[group]) != values for split in equal):
        return tuple(frozenset(range(size)) for _ in values), frozenset()
    readings = [_places(split.groups[group], size) for split in equal]
    possible = tuple(frozenset().union(*places) for places in zip(*(each for each, _ in readings), strict=True))
    return possible, readings[0][1] if len(readings) == 1 else frozenset()


def _splits(cells: tuple[StateCell, ...], sizes: tuple[int, int]) -> Iterator[_Split]:
    strays = [index for index, cell in enumerate(cells) if cell.stray]
    for count in range(min(len(strays), MOST_STRAYS) + 1):
        found = [
            split
            for dropped in combinations(strays, count)
            for split in _splits_without(cells, sizes, dropped=frozenset(dropped))
        ]
        yield from found
        if any(split.cost[0] == 0 for split in found):
            return


def _splits_without(
    cells: tuple[StateCell, ...], sizes: tuple[int, int], *, dropped: frozenset[int]
) -> Iterator[_Split]:
    kept = [cell for index, cell in enumerate(cells) if index not in dropped]
    while kept and kept[-1].optional:
        kept.pop()
    if len(kept) < 3:
        return
    marks = tuple(cells[index].printed for index in sorted(dropped))
    for first in range(len(kept) - 2):
        groups = (tuple(kept[:first]), tuple(kept[first + 1 : -2]))
        yield _split(groups, (kept[first], kept[-2], kept[-1]), sizes=sizes, dropped=marks)


def _split(
    groups: tuple[tuple[StateCell, ...], tuple[StateCell, ...]],
    sums: tuple[StateCell, StateCell, StateCell],
    *,
    sizes: tuple[int, int],
    dropped: tuple[str, ...],
) -> _Split:
    first, second, total = sums
    gaps = [
        sum(cell.number for cell in groups[0]) - first.number,
        sum(cell.number for cell in groups[1]) - second.number,
        first.number + second.number - total.number,
    ]
    losses = [_loss(group, size) for group, size in zip(groups, sizes, strict=True)]
    telling = sum(loss for loss, group in zip(losses, groups, strict=True) if _numbers(group))
    broken = sum(gap != 0 for gap in gaps)
    cost = (broken, sum(abs(gap) for gap in gaps), len(dropped), sum(losses))
    return _Split(groups, sums, dropped, cost, telling)


def _loss(group: tuple[StateCell, ...], size: int) -> int:
    """How far the group's printed cells are from the number of its states; too many weigh most."""
    certain = sum(not cell.optional for cell in group)
    return 100 * max(0, certain - size) + max(0, size - len(group))


def _places(group: tuple[StateCell, ...], size: int) -> tuple[tuple[frozenset[int], ...], frozenset[int]]:
    """The possible places of every non-zero value, and the places of printed zeros when all cells of the group are
    printed.
    """
    certain = sum(not cell.optional for cell in group)
    if certain <= size <= len(group):
        return _full_places(group, size)
    if certain > size:
        return tuple(frozenset(range(size)) for cell in group if cell.number), frozenset()
    return tuple(_range(group, index, size=size) for index, cell in enumerate(group) if cell.number), frozenset()


def _full_places(group: tuple[StateCell, ...], size: int) -> tuple[tuple[frozenset[int], ...], frozenset[int]]:
    """Places over all ways to take just so many optional cells that every state has its cell."""
    optional = [index for index, cell in enumerate(group) if cell.optional]
    left_out = len(group) - size
    readings = []
    for omitted in combinations(optional, left_out):
        row = [cell for index, cell in enumerate(group) if index not in omitted]
        readings.append(tuple(place for place, cell in enumerate(row) if cell.number))
    possible = tuple(frozenset(places) for places in zip(*readings, strict=True)) if readings else ()
    zeros = [place for place, cell in enumerate(group) if cell.printed and cell.value == 0]
    return possible, frozenset(zeros if not optional else ())


def _range(group: tuple[StateCell, ...], index: int, *, size: int) -> frozenset[int]:
    """The places a value can have when some cells of its group left no trace."""
    before = sum(not cell.optional for cell in group[:index])
    after = sum(not cell.optional for cell in group[index + 1 :])
    return frozenset(range(before, size - after))


def without_doubtful(
    cells: tuple[StateCell, ...], *, sizes: tuple[int, int], other: StateRow
) -> tuple[tuple[StateCell, ...], tuple[str, ...]]:
    """The cells with a lone stroke taken for an empty cell, where that mends the sums and the other row confirms it.

    Also the marks so taken (none or one).
    """
    row = place_states(cells, sizes)
    for index, cell in enumerate(cells if row.broken else ()):
        if cell.doubtful:
            mended = (*cells[:index], StateCell("", 0, optional=True), *cells[index + 1 :])
            again = place_states(mended, sizes)
            confirmed = [len(values) for values in again.values] == [len(values) for values in other.values]
            if confirmed and again.broken < row.broken:
                return mended, (cell.printed,)
    return cells, ()


def narrowed(row: StateRow, other: StateRow, *, group: int) -> tuple[frozenset[int], ...]:
    """The possible places of a row's values in one group, narrowed by the other row (counts by balances, balances by
    counts).

    A state has a count exactly when it has a balance, so the n-th value of both rows stands in the same state if they
    print equally many. Rows that contradict each other are left as they are.
    """
    own, theirs = row.possible[group], other.possible[group]
    if len(own) != len(theirs):
        return own
    common = tuple(mine & yours for mine, yours in zip(own, theirs, strict=True))
    return common if all(common) else own
