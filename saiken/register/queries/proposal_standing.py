"""How a proposal stands, worked out from its steps and the levels that it must pass.

The one idea: a fold over the kinds of the steps; the row kept for lists is this and nothing else. It reads nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from saiken.domain.acts.routes import Level
from saiken.register.proposal_words import ProposalState, StepKind

_ENDS = {
    StepKind.STEP_SENT_BACK: ProposalState.SENT_BACK,
    StepKind.STEP_WITHDRAWN: ProposalState.PROPOSAL_WITHDRAWN,
    StepKind.STEP_CARRIED_OUT: ProposalState.PROPOSAL_CARRIED_OUT,
    StepKind.STEP_LAPSED: ProposalState.PROPOSAL_LAPSED,
    StepKind.STEP_VOTED_DOWN: ProposalState.VOTED_DOWN,
}


@dataclass(frozen=True)
class Stands:
    """`level` is the one that decides next, None where nobody need decide."""

    state: ProposalState
    level: Level | None = None
    levels_done: int = 0


def stands(kinds: Iterable[str], levels: Sequence[Level]) -> Stands:
    """The standing after all the steps."""
    now = Stands(ProposalState.BEING_DRAFTED)
    for kind in kinds:
        now = _after(now, StepKind(kind), levels=levels)
    return now


def confirming_level(levels: Sequence[Level]) -> Level:
    """Who confirms an approved proposal whose facts have changed: the last level inside the office."""
    inside = [level for level in levels if not level.is_recorded]
    return inside[-1] if inside else levels[-1]


def _after(now: Stands, kind: StepKind, *, levels: Sequence[Level]) -> Stands:
    if kind is StepKind.STEP_SUBMITTED:
        return Stands(ProposalState.AWAITING_APPROVAL, levels[0])
    if kind is StepKind.STEP_APPROVED:
        done = now.levels_done + 1
        if done < len(levels):
            return Stands(ProposalState.AWAITING_APPROVAL, levels[done], done)
        return Stands(ProposalState.PROPOSAL_APPROVED, None, done)
    if kind is StepKind.STEP_FOUND_CHANGED:
        return replace(now, state=ProposalState.AWAITING_CONFIRMATION, level=confirming_level(levels))
    if kind is StepKind.STEP_CONFIRMED:
        return replace(now, state=ProposalState.PROPOSAL_APPROVED, level=None)
    if kind is StepKind.STEP_REPORTED:
        return now
    return replace(now, state=_ENDS[kind], level=None)
