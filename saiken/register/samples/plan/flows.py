"""Putting the money of one year back onto the claims of one cohort.

The one idea: most of it belongs to claims that ended that way, the rest to claims that went on owing. A cohort is the claims
assessed in the same span of years; which cohort bears how much is decided in `cohorts`.
"""

from dataclasses import dataclass
from random import Random

from saiken.domain.claim.entry import EntryKind
from saiken.register.samples.plan.draft import Draft, Move, Scale, settled, spread, total_level
from saiken.register.samples.plan.spans import Impossible

#: States of obligors who pay by instalments, the first to be credited with part payments.
_PAYING = ("S06", "S07", "S09")
_PRESCRIBED = "S16"
_MOST_PART_PAYERS = 600
#: How much of a claim an increase may have made, in tenths, from the usual to the rare.
_TENTHS_RAISED = (3, 6, 9)


@dataclass(frozen=True, slots=True)
class Flow:
    """What happened to one cohort in one accounting year, in positive yen."""

    year: int
    received: int = 0
    written_off: int = 0
    reduced: int = 0
    increased: int = 0

    @property
    def settled_yen(self) -> int:
        """What left the balance."""
        return self.received + self.written_off + self.reduced


def put_back(rng: Random, drafts: list[Draft], *, flow: Flow, scale: Scale) -> None:
    """Undo a year's flow on `drafts`, adding the claims that ended in it."""
    _undo_write_offs(rng, drafts, flow=flow, scale=scale)
    _undo_receipts(rng, drafts, flow=flow, scale=scale)
    _undo_reductions(rng, drafts, flow=flow, scale=scale)
    _undo_increases(drafts, flow)


def _undo_write_offs(rng: Random, drafts: list[Draft], *, flow: Flow, scale: Scale) -> None:
    """A write-off always ends its claim."""
    if flow.written_off:
        drafts += settled(
            rng,
            flow.written_off,
            parts=_settled_claims(flow.written_off, scale),
            move=EntryKind.WRITTEN_OFF,
            year=flow.year,
        )


def _undo_receipts(rng: Random, drafts: list[Draft], *, flow: Flow, scale: Scale) -> None:
    """Payments in full of a usual size, and part payments by those who went on owing."""
    ended = min(scale.most_settled, flow.received // scale.usual_yen)
    if drafts and flow.received:
        paying = _who_paid(drafts)
        how_many = min(len(paying), _MOST_PART_PAYERS, max(1, ended // 3) if ended else rng.randint(1, 3))
        payers = rng.sample(paying, how_many)
        in_parts = min(flow.received // 5, total_level(payers)) if ended else flow.received
        spread(rng, in_parts, over=payers, move=EntryKind.RECEIVED, year=flow.year)
        drafts += settled(rng, flow.received - in_parts, parts=ended, move=EntryKind.RECEIVED, year=flow.year)
    elif flow.received:
        drafts += settled(rng, flow.received, parts=max(1, ended), move=EntryKind.RECEIVED, year=flow.year)


def _who_paid(drafts: list[Draft]) -> list[Draft]:
    """Those who pay by instalments, else whoever did not stop paying long ago, else anybody."""
    by_instalments = [draft for draft in drafts if draft.state_id in _PAYING]
    return by_instalments or [draft for draft in drafts if not _given_up(draft)] or drafts


def _given_up(draft: Draft) -> bool:
    """Whether the claim is prescribed or ended by a write-off."""
    return draft.state_id == _PRESCRIBED or any(move.kind is EntryKind.WRITTEN_OFF for move in draft.moves)


def _undo_reductions(rng: Random, drafts: list[Draft], *, flow: Flow, scale: Scale) -> None:
    """Small corrections of claims that stay, cancellations of whole claims."""
    if not flow.reduced:
        return
    if drafts and flow.reduced < scale.usual_yen:
        rng.choice(drafts).undo(Move(flow.year, EntryKind.REDUCED, flow.reduced))
        return
    ended = _settled_claims(flow.reduced, scale)
    drafts += settled(rng, flow.reduced, parts=ended, move=EntryKind.REDUCED, year=flow.year)


def _undo_increases(drafts: list[Draft], flow: Flow) -> None:
    """Increases of the largest claims, by as small a share of each as will do; by all of it, a claim was assessed late as a whole."""
    left = flow.increased
    if not left:
        return
    for draft, most in sorted(_raised(drafts, left), key=lambda pair: pair[1], reverse=True):
        part = min(left, most)
        if part:
            draft.undo(Move(flow.year, EntryKind.INCREASED, part))
            left -= part
    if left:
        raise Impossible(f"{left} yen of increases have no claim")


def _raised(drafts: list[Draft], yen: int) -> list[tuple[Draft, int]]:
    """The drafts with the most that each may have been raised by, the smallest share that reaches `yen` together."""
    for tenths in _TENTHS_RAISED:
        most = [(draft, draft.level_yen * tenths // 10) for draft in drafts]
        if sum(share for _, share in most) >= yen:
            return most
    return [(draft, draft.level_yen) for draft in drafts]


def _settled_claims(yen: int, scale: Scale) -> int:
    return max(1, min(scale.most_settled, yen // scale.usual_yen))
