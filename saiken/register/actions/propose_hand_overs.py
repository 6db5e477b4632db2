"""Proposes many hand-overs in one stroke, as chosen on a list of candidates.

The one idea: all or none; each is a hand-over of its own with its own certificate.
"""

from collections.abc import Sequence
from datetime import date

from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over

__all__ = ["Proposal", "propose_hand_overs"]


@action
def propose_hand_overs(*, proposals: Sequence[Proposal], lawbook: LawBook, by: str, on: date) -> Done[tuple[int, ...]]:
    """Write them in their order; their ids."""
    ids = tuple(propose_hand_over(proposal=proposal, lawbook=lawbook, by=by, on=on) for proposal in proposals)
    return Done(ids, f"引継ぎ {len(ids)}件", {"hand_overs": list(ids[:20])})
