"""Table 3 as counts and yen per state, also where the paper leaves the state open.

The one idea: a printed number whose state is lost keeps its order and its group; the plan gives it the most usual states that
the order allows, so every subtotal stays exact. Which states those are is a convention of the sample, not a fact of the paper.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from saiken.domain.sheets.sheet import Sheet, StateTable
from saiken.domain.states.table import GROUPS, State, ids_of_group
from saiken.register.samples.plan.spans import Span, draw_sum, exactly, rounding_span

#: States from the most usual one to the rarest by portion and group, to place numbers whose state is lost. A claim of the current
#: year is hardly ever prescribed.
_USUAL = {
    ("past", "recoverable"): ("S02", "S06", "S03", "S09", "S04", "S05", "S08", "S07", "S01"),
    ("past", "settlement"): ("S16", "S14", "S11", "S13", "S12", "S10", "S15"),
    ("current", "recoverable"): ("S02", "S06", "S03", "S01", "S08", "S04", "S05", "S09", "S07"),
    ("current", "settlement"): ("S11", "S12", "S14", "S13", "S15", "S10", "S16"),
}


@dataclass(frozen=True, slots=True)
class StateCell:
    """One state of table 3: how many claims, and their balance in thousand yen as printed."""

    state_id: str
    count: int
    balance: int

    @property
    def span(self) -> Span:
        """The yen the balance may be: every open claim owes at least one yen."""
        rounded = rounding_span(self.balance) if self.balance else Span(0, 499 if self.count else 0)
        return rounded & Span(self.count, rounded.high)


def placed_cells(
    sheet: Sheet, portion: str, *, states: tuple[State, ...], settlement: Sequence[str] = ()
) -> list[StateCell]:
    """The non-zero states of one portion in printed order, lost ones placed by convention.

    `settlement` is the sheet's own convention for claims to be settled of past years.
    """
    usual_of = _USUAL | ({("past", "settlement"): tuple(settlement)} if settlement else {})
    table = sheet.states.get(portion, StateTable())
    counts, balances = dict(table.count), dict(table.balance)
    for group in GROUPS:
        lost_counts = [count for count in table.unplaced_count.get(group, ()) if count]
        lost_balances = [balance for balance in table.unplaced_balance.get(group, ()) if balance]
        free = [state_id for state_id in usual_of[portion, group] if not counts.get(state_id)]
        usual = free[: max(len(lost_counts), len(lost_balances))]
        chosen = [state_id for state_id in ids_of_group(states, group) if state_id in usual]
        counts.update(zip(chosen, lost_counts, strict=False))
        balances.update(zip(chosen, lost_balances, strict=False))
    cells = (StateCell(state.id, counts.get(state.id, 0), balances.get(state.id, 0)) for state in states)
    return [cell for cell in cells if cell.count]


def span_of(cells: Sequence[StateCell]) -> Span:
    """The yen a whole portion may be."""
    return sum((cell.span for cell in cells), exactly(0))


def draw_balances(rng: Random, cells: Sequence[StateCell], *, balance_yen: int) -> Mapping[str, int]:
    """Yen per state that round to the printed balances and add up to the portion's balance."""
    drawn = draw_sum(rng, [cell.span for cell in cells], total=exactly(balance_yen))
    return dict(zip((cell.state_id for cell in cells), drawn, strict=True))
