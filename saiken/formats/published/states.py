"""Table 3: counts and balances by state for 過年度 and 現年度.

The one idea: the count row and the balance row of a portion are read together, since a state has a count exactly when
it has a balance. What even both cannot tell stays unplaced, in printed order. Sums are kept as printed.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from saiken.domain.sheets.placement.states import StateCell, StateRow, narrowed, place_states, without_doubtful
from saiken.domain.sheets.sheet import Source, StateTable
from saiken.domain.states.table import GROUPS, State, ids_of_group
from saiken.formats.published import anchors
from saiken.formats.published.lines import Line
from saiken.formats.published.state_cells import cells_of_columns, cells_of_words
from saiken.formats.published.tokens import is_figure

#: The portions that table 3 tells apart.
STATE_PORTIONS = ("past", "current")

#: The two measures of a portion, a row each.
COUNT, BALANCE = "count", "balance"

#: (portion, measure)
Key = tuple[str, str]

_FEWEST_COLUMNS = 8


@dataclass(frozen=True)
class ReadStates:
    """The tables by portion and the stray marks left out, as (portion, printed, source)."""

    tables: dict[str, StateTable]
    strays: tuple[tuple[str, str, Source], ...] = ()


def read_states(lines: tuple[Line, ...], states: tuple[State, ...], *, file: str) -> ReadStates:
    """Both portions of table 3; a portion whose rows are missing has an empty table."""
    rows = _rows_in_order(state_rows(lines))
    read = {key: _cells(line, states) for key, line in rows.items()}
    placed, marks = _placed(read, states=states)
    tables = {
        portion: _table(
            placed.get((portion, COUNT), StateRow()),
            placed.get((portion, BALANCE), StateRow()),
            states=states,
            source=(rows.get((portion, COUNT)) or rows.get((portion, BALANCE)) or Line(0, "")).source(file),
        )
        for portion in STATE_PORTIONS
    }
    strays = [(key[0], mark, rows[key].source(file)) for key, found in marks.items() for mark in found]
    return ReadStates(tables, tuple(strays))


def state_rows(lines: tuple[Line, ...]) -> list[Line]:
    """The lines of figures of table 3, in printed order."""
    start = next((index for index, line in enumerate(lines) if anchors.is_states_heading(line)), 0)
    worded = [line for line in lines if anchors.is_state_line(line)]
    if worded:
        return worded
    return [line for line in lines[start:] if _is_state_columns(line)]


def _is_state_columns(line: Line) -> bool:
    """A tab-separated row of table 3: whole numbers only, and not the line that numbers the states."""
    if not line.is_tabular or len(line.cells) < _FEWEST_COLUMNS:
        return False
    pieces = [piece for cell in line.cells[1:] for piece in cell.split()]
    figures = [piece for piece in pieces if is_figure(piece) or set(piece) <= set("()（）")]
    rates = [piece for piece in figures if "%" in piece or "％" in piece]
    return len(figures) >= 6 and not rates and len(figures) >= 0.7 * len(pieces) and not _counts_up(pieces)


def _counts_up(pieces: list[str]) -> bool:
    """Whether the pieces are the states' own numbers 1 … 16."""
    numbers = [int(digits) for piece in pieces if (digits := re.sub(r"\D", "", piece))]
    rising = sum(later == earlier + 1 for earlier, later in pairwise(numbers))
    return len(numbers) >= 6 and rising >= 0.7 * (len(numbers) - 1) and max(numbers) >= 9


def _rows_in_order(lines: list[Line]) -> dict[Key, Line]:
    """Lines by (portion, measure): by their own words where they say so, else in the form's order."""
    order = [(portion, measure) for portion in STATE_PORTIONS for measure in (COUNT, BALANCE)]
    if len(lines) >= len(order):
        return dict(zip(order, lines, strict=False))
    rows: dict[Key, Line] = {}
    for line in lines:
        label = "".join(line.cells[:2]) if line.is_tabular else line.plain.split()[0]
        measure = COUNT if "件" in label else BALANCE if "残" in label or "高" in label else ""
        free = [key for key in order if key not in rows and (not measure or key[1] == measure)]
        portion = "current" if "現" in label else "past" if "過" in label else ""
        rows[next((key for key in free if key[0] == portion), free[0] if free else order[-1])] = line
    return rows


def _cells(line: Line | None, states: tuple[State, ...]) -> tuple[StateCell, ...]:
    if line is None:
        return ()
    if not line.is_tabular:
        words = line.plain.split()
        first = next((index for index, word in enumerate(words) if is_figure(word)), len(words))
        return cells_of_words(words[first:])
    cells = list(line.cells)
    while cells and not cells[-1]:
        cells.pop()
    return cells_of_columns(_after_label(cells, len(states) + 3), states=len(states))


def _after_label(cells: list[str], width: int) -> list[str]:
    """The cells after the label. A full row keeps its empty cells; else empty ones and scraps before the first
    figure go.
    """
    words = [index for index, cell in enumerate(cells[:3]) if re.search(r"[^\W\d_]{2,}|[度年]", cell)]
    rest = cells[words[-1] + 1 :] if words else cells[1:]
    if len(rest) == width:
        return rest
    first = next((index for index, cell in enumerate(rest) if re.search(r"[\dOoCc(（]", cell)), len(rest))
    return rest[first:]


def _placed(
    read: dict[Key, tuple[StateCell, ...]], *, states: tuple[State, ...]
) -> tuple[dict[Key, StateRow], dict[Key, tuple[str, ...]]]:
    """All rows placed, and the stray marks left out of each."""
    sizes = (len(ids_of_group(states, GROUPS[0])), len(ids_of_group(states, GROUPS[1])))
    first = {key: place_states(cells, sizes) for key, cells in read.items()}
    placed: dict[Key, StateRow] = {}
    strays: dict[Key, tuple[str, ...]] = {}
    for key, cells in read.items():
        mended, marks = without_doubtful(cells, sizes=sizes, other=first.get(_partner(key), StateRow()))
        placed[key] = place_states(mended, sizes)
        strays[key] = (*placed[key].dropped, *marks)
    return placed, strays


def _partner(key: Key) -> Key:
    portion, measure = key
    return portion, BALANCE if measure == COUNT else COUNT


def _table(count: StateRow, balance: StateRow, *, states: tuple[State, ...], source: Source) -> StateTable:
    known_count, unplaced_count = _by_state(count, balance, states=states)
    known_balance, unplaced_balance = _by_state(balance, count, states=states)
    return StateTable(
        count=known_count,
        balance=known_balance,
        unplaced_count=unplaced_count,
        unplaced_balance=unplaced_balance,
        count_recoverable=count.subtotals[0],
        count_settlement=count.subtotals[1],
        count_total=count.total,
        balance_recoverable=balance.subtotals[0],
        balance_settlement=balance.subtotals[1],
        balance_total=balance.total,
        source=source,
    )


def _by_state(
    row: StateRow, other: StateRow, *, states: tuple[State, ...]
) -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    """(values whose state is certain, values whose state is not, by group)."""
    known: dict[str, int] = {}
    unplaced: dict[str, tuple[int, ...]] = {}
    for index, group in enumerate(GROUPS):
        ids = ids_of_group(states, group)
        possible = narrowed(row, other, group=index)
        known |= {ids[place]: 0 for place in row.zeros[index]}
        open_values = []
        for value, places in zip(row.values[index], possible, strict=True):
            if len(places) == 1:
                known[ids[next(iter(places))]] = value
            else:
                open_values.append(value)
        if open_values:
            unplaced[group] = tuple(open_values)
    return {state.id: known[state.id] for state in states if state.id in known}, unplaced
