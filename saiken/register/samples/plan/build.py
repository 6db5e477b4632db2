"""From the yen of every year to claims with their moves, going back from the state table to the opening balance.

The one idea: at every year's end the claims in hand owe exactly the yen that year closed with. Claims still without a fiscal
year when the first year is reached are older than the sheet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from saiken.domain.claim.entry import EntryKind
from saiken.register.samples.plan.cohorts import sort_into_cohorts
from saiken.register.samples.plan.draft import Draft, Move, Scale, settled, split_yen, spread, total_level
from saiken.register.samples.plan.flows import Flow, put_back
from saiken.register.samples.plan.states import StateCell, draw_balances
from saiken.register.samples.plan.yen import YearYen

#: Rebuilding a small sheet so that it needs fewer corrections.
_TRIES, _SMALL = 40, 60


@dataclass(frozen=True, slots=True)
class Drafts:
    """All claims of a sheet; `corrected_yen` says what corrections had to be invented to fit the papers' totals."""

    claims: list[Draft]
    corrected_yen: int


def build_drafts(
    rng: Random,
    years: Mapping[int, YearYen],
    *,
    past_cells: Sequence[StateCell],
    current_cells: Sequence[StateCell],
    scale: Scale,
) -> Drafts:
    """Claims that fold to the years' yen and, at the end of the last, to the state cells."""
    small = sum(cell.count for cell in (*past_cells, *current_cells)) <= _SMALL
    best = _build_once(rng, years, cells=(past_cells, current_cells), scale=scale)
    for _ in range(_TRIES if small else 0):
        if not best.corrected_yen:
            break
        other = _build_once(rng, years, cells=(past_cells, current_cells), scale=scale)
        best = min(best, other, key=lambda each: each.corrected_yen)
    return best


def _build_once(
    rng: Random, years: Mapping[int, YearYen], *, cells: tuple[Sequence[StateCell], Sequence[StateCell]], scale: Scale
) -> Drafts:
    closing = years[max(years)].figures
    past = _open_drafts(rng, cells[0], balance_yen=closing.past_balance_yen)
    current = _open_drafts(rng, cells[1], balance_yen=closing.current_balance_yen)
    finished: list[Draft] = []
    corrected = 0
    for year in sorted(years, reverse=True):
        finished += _undo_current(rng, current, year=year, yen=years[year], scale=scale)
        before = years.get(year - 1)
        newer_yen = before.figures.current_balance_yen if before else 0
        cohorts = sort_into_cohorts(
            rng,
            past,
            flow=_past_flow(year, years[year]),
            newer_yen=newer_yen,
            older_yen=years[year].carried_in_yen - newer_yen,
        )
        put_back(rng, cohorts.newer, flow=cohorts.newer_flow, scale=scale)
        put_back(rng, cohorts.older, flow=cohorts.older_flow, scale=scale)
        corrected += cohorts.corrected_yen
        past, current = cohorts.older, cohorts.newer
    return Drafts(finished + past + current, corrected)


def _open_drafts(rng: Random, cells: Sequence[StateCell], *, balance_yen: int) -> list[Draft]:
    """The claims of table 3, one by one."""
    balances = draw_balances(rng, cells, balance_yen=balance_yen) if cells else {}
    return [
        Draft(level_yen=part, state_id=cell.state_id)
        for cell in cells
        for part in split_yen(rng, balances[cell.state_id], parts=cell.count)
    ]


def _past_flow(year: int, yen: YearYen) -> Flow:
    return Flow(
        year,
        received=yen.figures.past_received_yen,
        written_off=yen.figures.past_written_off_yen,
        reduced=max(0, yen.reduction_yen),
        increased=max(0, -yen.reduction_yen),
    )


def _undo_current(rng: Random, drafts: list[Draft], *, year: int, yen: YearYen, scale: Scale) -> list[Draft]:
    """The claims assessed in `year`, back to their assessment."""
    received, written_off = yen.figures.current_received_yen, yen.figures.current_written_off_yen
    if drafts and received:
        payers = rng.sample(drafts, max(1, len(drafts) // 4))
        is_bulk = _bulk_or_single(received, scale) > 0
        part = min(received // 20, total_level(payers) // 2) if is_bulk else received
        spread(rng, part, over=payers, move=EntryKind.RECEIVED, year=year)
        received -= part
    drafts = drafts + settled(
        rng, written_off, parts=max(1, written_off // scale.usual_yen), move=EntryKind.WRITTEN_OFF, year=year
    )
    drafts += _paid_in_year(rng, received, year=year, scale=scale)
    for draft in drafts:
        draft.fiscal_year = year
    return drafts


def _bulk_or_single(received: int, scale: Scale) -> int:
    """How many claims were paid in full within their year."""
    return received // scale.usual_yen


def _paid_in_year(rng: Random, received: int, *, year: int, scale: Scale) -> list[Draft]:
    """One claim per payer, or bulk assessments where they are too many."""
    claims = max(1, _bulk_or_single(received, scale))
    if claims <= scale.most_settled or not scale.bulk_claims:
        return settled(rng, received, parts=min(claims, scale.most_settled), move=EntryKind.RECEIVED, year=year)
    bulk = settled(rng, received, parts=scale.bulk_claims, move=EntryKind.RECEIVED, year=year)
    for draft in bulk:
        draft.stands_for, draft.in_bulk = max(1, draft.level_yen // scale.usual_yen), True
    return bulk


def moves_in_order(draft: Draft) -> list[Move]:
    """The moves of a claim, oldest first; within a year increases come before what they made room for."""
    return sorted(reversed(draft.moves), key=lambda move: (move.year, move.kind is not EntryKind.INCREASED))
