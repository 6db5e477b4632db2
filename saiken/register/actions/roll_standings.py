"""Moves the kept standings of claims on to a day (日次更新).

The one idea: what is due is computed from the facts and never from the last run, so doing it twice changes nothing, a missed night is
caught up by the next, and a run that was stopped goes on where it was. One call is one portion with a commit of its own.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._standings import Moved, refresh

__all__ = ["Moved", "roll_standings"]


@action
def roll_standings(*, claim_ids: Sequence[int], lawbook: LawBook, by: str, on: date) -> Done[list[Moved]]:
    """Compute the standings of these claims as of `on`; returns those that moved."""
    take()
    moved = refresh(claim_ids, on=on, lawbook=lawbook, by=by)
    ways = Counter(f"{'/'.join(each.before)} → {'/'.join(each.after)}" for each in moved)
    return Done(moved, f"区分 {len(claim_ids)}件", {"law": lawbook.hash, "moved": dict(sorted(ways.items()))})
