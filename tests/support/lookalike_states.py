"""Table 3 as papers print it: counts and balances by state, printed in full, without blanks, or through a poor scanner.

The one idea: the true table is made first; what the print still tells is then decided by the test.
"""

from dataclasses import dataclass
from random import Random

from saiken.domain.states.table import GROUPS, ids_of_group, load_states

STATES = load_states()

#: What a scanner makes of a zero's oval in a cell of its own.
OVALS = ("C", "0", "O", "(0", "()", "c")


@dataclass(frozen=True)
class TrueStates:
    """One portion: count and balance by state; zero states are absent."""

    count: dict[str, int]
    balance: dict[str, int]

    def sums(self, by_state: dict[str, int]) -> tuple[int, int, int]:
        """Both subtotals and the total of one row."""
        parts = [sum(by_state.get(name, 0) for name in ids_of_group(STATES, group)) for group in GROUPS]
        return parts[0], parts[1], sum(parts)


def true_states(random: Random, *, most: int = 6) -> TrueStates:
    """A table with up to `most` filled states; small counts and large ones, balances never zero."""
    filled = sorted(random.sample([state.id for state in STATES], random.randrange(0, most + 1)))
    count = {name: random.randrange(1, random.choice((3, 30, 3000))) for name in filled}
    return TrueStates(count, {name: random.randrange(1, 10 ** random.randrange(1, 7)) for name in filled})


def printed_cells(by_state: dict[str, int], sums: tuple[int, int, int]) -> list[str]:
    """All 19 cells of one row: nine states, subtotal, seven states, subtotal, total."""
    cells: list[str] = []
    for group, subtotal in zip(GROUPS, sums[:2], strict=True):
        cells += [f"{by_state.get(name, 0):,}" for name in ids_of_group(STATES, group)] + [f"{subtotal:,}"]
    return [*cells, f"{sums[2]:,}"]


def row_in_full(label: str, by_state: dict[str, int], sums: tuple[int, int, int]) -> str:
    """Running text with every zero printed."""
    return " ".join([label, *printed_cells(by_state, sums)])


def row_without_blanks(label: str, by_state: dict[str, int], sums: tuple[int, int, int]) -> str:
    """Running text where zero states left no trace."""
    cells = printed_cells(by_state, sums)
    kept = [cell for place, cell in enumerate(cells) if cell != "0" or place in (9, 17, 18)]
    return " ".join([label, *kept])


def row_scanned(label: str, by_state: dict[str, int], sums: tuple[int, int, int], *, random: Random) -> str:
    """Tab-separated cells: ovals for zeros, a number torn at a column's edge, its last digit repeated, cells lost
    or run together.
    """
    cells = printed_cells(by_state, sums)
    spoiled = [random.choice(OVALS) if cell == "0" and random.random() < 0.7 else cell for cell in cells]
    place = random.randrange(len(cells) - 1)
    if len(cells[place]) >= 5 and random.random() < 0.5:
        spoiled[place], spoiled[place + 1] = cells[place][:-1], f"{cells[place][-1]} {spoiled[place + 1]}"
    elif cells[place] != "0" and place not in (9, 17):
        spoiled[place + 1] = f"{cells[place][-1]} {spoiled[place + 1]}"
    elif cells[place] == "0" and cells[place + 1] != "0" and random.random() < 0.5:
        spoiled[place : place + 2] = [f"({cells[place + 1]}"]
    elif cells[place] == "0" and place not in (9, 17):
        spoiled[place : place + 1] = random.choice(([], [""], [")"]))
    return "\t".join([label, *spoiled])
