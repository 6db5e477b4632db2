"""A claim while it is being planned backwards: what it owes at the moment reached so far, and what happened after it.

The one idea: going back over a receipt raises what is owed, going back over an increase lowers it. Days and people come later.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from saiken.domain.claim.entry import EntryKind


@dataclass(frozen=True, slots=True)
class Move:
    """One change of a claim in an accounting year; `yen` is positive and `kind` gives its direction."""

    year: int
    kind: EntryKind
    yen: int


@dataclass(slots=True)
class Draft:
    """A claim: the yen it owes at the moment reached, its later moves newest first, and how it ends.

    `fiscal_year` is None until the year it was assessed in is reached. `state_id` is its state in table 3, "" when settled by then.
    `in_bulk` is for many payers at once.
    """

    level_yen: int
    state_id: str = ""
    fiscal_year: int | None = None
    stands_for: int = 1
    in_bulk: bool = False
    moves: list[Move] = field(default_factory=list)

    def undo(self, move: Move) -> None:
        """Go back to the moment before the move."""
        self.level_yen += -move.yen if move.kind is EntryKind.INCREASED else move.yen
        self.moves.append(move)


@dataclass(frozen=True, slots=True)
class Scale:
    """How coarse the claims are: a usual claim in yen, and the most claims settled one by one per year and cause.

    `bulk_claims` assessments stand for all that was paid on time in a year; 0 where nothing is assessed in bulk.
    """

    usual_yen: int
    most_settled: int
    bulk_claims: int = 0


def total_level(drafts: Iterable[Draft]) -> int:
    """What the drafts owe together."""
    return sum(draft.level_yen for draft in drafts)


def split_yen(rng: Random, yen: int, *, parts: int) -> list[int]:
    """`yen` in `parts` positive amounts as in life: uneven, mostly whole tens of yen; the last takes what is left."""
    parts = min(parts, yen)
    weights = [rng.lognormvariate(0, 0.5) for _ in range(parts)]
    per_weight = (yen - parts) / sum(weights) if parts else 0
    amounts = [1 + int(weight * per_weight) for weight in weights]
    unit = 10 if yen >= parts * 200 else 1
    amounts = [max(1, part // unit * unit) for part in amounts]
    if parts:
        amounts[-1] += yen - sum(amounts)
    return amounts


def settled(rng: Random, yen: int, *, parts: int, move: EntryKind, year: int) -> list[Draft]:
    """New claims that ended by that move in that year, together over `yen`."""
    return [_ended_by(Move(year, move, part)) for part in split_yen(rng, yen, parts=parts)]


def _ended_by(move: Move) -> Draft:
    draft = Draft(level_yen=0)
    draft.undo(move)
    return draft


def spread(rng: Random, yen: int, *, over: Sequence[Draft], move: EntryKind, year: int) -> None:
    """Undo a raising move in parts on some of the drafts; `over` must not be empty."""
    for draft, part in zip(over, split_yen(rng, yen, parts=len(over)), strict=False):
        draft.undo(Move(year, move, part))
