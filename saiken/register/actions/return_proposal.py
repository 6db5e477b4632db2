"""Sends a proposal back to its drafter with a reason (差戻し).

The one idea: nothing of it changes; the drafter makes a new version that shows what differs.
"""

from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions._proposals import add_step, demand_decider, proposal_seen
from saiken.register.proposal_words import WAITS, StepKind


@action
def return_proposal(*, proposal_id: int, seen: int, reason: str, by: str, on: date) -> Done[int]:
    """Send it back; returns the number of the step. Raises InvalidInput without a reason."""
    if not reason.strip():
        raise InvalidInput("差戻しの理由がありません", place="理由", expected="起案者が直すことが分かる文")
    proposal = proposal_seen(proposal_id, seen=seen, allowed=WAITS)
    approver = demand_decider(proposal, by=by, on=on)
    step = add_step(
        proposal,
        StepKind.STEP_SENT_BACK,
        by=by,
        on=on,
        reason=reason.strip(),
        on_behalf_of=approver.on_behalf_of,
    )
    return Done(step.position, f"起案 {proposal.document_number}", {"proposal": proposal.pk, "reason": reason.strip()})
