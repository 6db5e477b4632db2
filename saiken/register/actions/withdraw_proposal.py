"""Takes a proposal back before it is decided (取下げ).

The one idea: only its drafter, and only until the last level has approved; what is approved lapses with a reason instead.
"""

from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions._proposals import add_step, demand_drafter, proposal_seen
from saiken.register.proposal_words import ProposalState, StepKind

_BEFORE = frozenset({ProposalState.BEING_DRAFTED, ProposalState.AWAITING_APPROVAL, ProposalState.SENT_BACK})


@action
def withdraw_proposal(*, proposal_id: int, seen: int, by: str, on: date, reason: str = "") -> Done[int]:
    """Take it back; returns the number of the step."""
    proposal = proposal_seen(proposal_id, seen=seen, allowed=_BEFORE)
    demand_drafter(proposal, by=by)
    step = add_step(proposal, StepKind.STEP_WITHDRAWN, by=by, on=on, reason=reason.strip())
    return Done(step.position, f"起案 {proposal.document_number}", {"proposal": proposal.pk, "reason": reason.strip()})
