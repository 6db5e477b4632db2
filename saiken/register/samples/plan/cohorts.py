"""Which claims of the past came from last year and which are older.

The one idea: both totals are known in yen from the year before, so claims are sorted into the two by how advanced their state is, and
the year's receipts, write-offs and reductions fill each side up to its total. Where no choice of claims fits, corrections that
cancel each other (one claim reduced, another increased) make it fit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from saiken.register.samples.plan.draft import Draft, total_level
from saiken.register.samples.plan.flows import Flow

#: How old a claim in a state usually is; states not named come in between.
_AGE = {"S01": 0, "S02": 1, "": 2, "S09": 4, "S11": 4, "S15": 4, "S10": 5, "S13": 5, "S14": 5, "S16": 9}
_USUAL_AGE = 3
_SMALL = 14


@dataclass(frozen=True, slots=True)
class Cohorts:
    """Claims of last year and older ones, as they stood at the end of the year, with the part of the year's flow on each."""

    newer: list[Draft]
    older: list[Draft]
    newer_flow: Flow
    older_flow: Flow
    corrected_yen: int


def sort_into_cohorts(rng: Random, drafts: Sequence[Draft], *, flow: Flow, newer_yen: int, older_yen: int) -> Cohorts:
    """Split drafts and flow so that, before the flow, last year's claims owed `newer_yen` and the others `older_yen`."""
    by_age = sorted(drafts, key=lambda each: _AGE.get(each.state_id, _USUAL_AGE) + 2 * rng.random())
    before = newer_yen + older_yen
    aim = newer_yen * total_level(drafts) // before if before else 0
    low, high = newer_yen - flow.settled_yen, newer_yen + flow.increased
    if older_yen == 0:
        chosen = set(range(len(by_age)))
    else:
        chosen = _choose(by_age, low=low, aim=min(max(aim, low), high), high=high) if newer_yen else set()
    newer = [draft for position, draft in enumerate(by_age) if position in chosen]
    older = [draft for position, draft in enumerate(by_age) if position not in chosen]
    newer_flow, older_flow, corrected = _share(flow, newer_yen - total_level(newer))
    return Cohorts(newer, older, newer_flow, older_flow, corrected)


def _choose(drafts: Sequence[Draft], *, low: int, aim: int, high: int) -> set[int]:
    """Positions whose levels add up to between low and high, near the aim; the nearest found when there are none."""
    chosen: set[int] = set()
    total = 0
    for bound in (aim, high):
        if bound == high and total >= low:
            break
        for position, draft in enumerate(drafts):
            if position not in chosen and total + draft.level_yen <= bound:
                chosen.add(position)
                total += draft.level_yen
    if total >= low or len(drafts) > _SMALL:
        return chosen
    return _best_subset(drafts, low, high=high)


def _best_subset(drafts: Sequence[Draft], low: int, *, high: int) -> set[int]:
    """Of all subsets of a few claims the one that misses the range least."""

    def miss(positions: Iterable[int]) -> int:
        total = sum(drafts[position].level_yen for position in positions)
        return max(low - total, total - high, 0)

    places = range(len(drafts))
    subsets = [subset for size in range(len(drafts) + 1) for subset in combinations(places, size)]
    return set(min(subsets, key=miss))


def _share(flow: Flow, newer_net: int) -> tuple[Flow, Flow, int]:
    """The flow on last year's claims, whose net effect must be `newer_net`, the rest of it, and corrections added to both."""
    correction_down = max(0, newer_net - flow.settled_yen)
    correction_up = max(0, -newer_net - flow.increased)
    increased = max(0, -newer_net) if correction_up == 0 else flow.increased
    settled = newer_net + increased + correction_up - correction_down
    received, written_off, reduced = _share_settled(flow, settled)
    newer = Flow(flow.year, received, written_off, reduced + correction_down, increased + correction_up)
    older = Flow(
        flow.year,
        flow.received - received,
        flow.written_off - written_off,
        flow.reduced - reduced + correction_up,
        flow.increased - increased + correction_down,
    )
    return newer, older, correction_down + correction_up


def _share_settled(flow: Flow, settled: int) -> tuple[int, int, int]:
    """Receipts first, then reductions, then write-offs: young claims are paid, old ones are given up."""
    whole = flow.settled_yen or 1
    likely = (flow.received * settled // whole * 6 // 5, flow.written_off * settled // whole * 2 // 3)
    received = min(flow.received, settled, likely[0])
    written_off = min(flow.written_off, settled - received, likely[1])
    reduced = min(flow.reduced, settled - received - written_off)
    left = settled - received - written_off - reduced
    more = min(left, flow.received - received)
    return received + more, written_off + left - more, reduced
