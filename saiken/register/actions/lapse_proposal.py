"""Gives up an approved proposal that is not to be carried out any more (失効).

The one idea: with a reason, by its drafter or by somebody who may decide for its office; it never lapses by itself.
"""

from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._proposals import add_step, proposal_seen
from saiken.register.proposal_words import ProposalState, StepKind
from saiken.register.queries.deciders import decider

_APPROVED = frozenset({ProposalState.PROPOSAL_APPROVED, ProposalState.AWAITING_CONFIRMATION})


@action
def lapse_proposal(*, proposal_id: int, seen: int, reason: str, by: str, on: date) -> Done[int]:
    """Let it lapse; returns the number of the step. Raises InvalidInput without a reason."""
    if not reason.strip():
        raise InvalidInput("実行しない理由がありません", place="理由", expected="後で読んで分かる文")
    proposal = proposal_seen(proposal_id, seen=seen, allowed=_APPROVED)
    if by != proposal.recorded_by and decider(by, proposal.office_id, on=on) is None:
        raise Refused("この操作は、起案者又はその所属の決裁者だけができます")
    step = add_step(proposal, StepKind.STEP_LAPSED, by=by, on=on, reason=reason.strip())
    return Done(step.position, f"起案 {proposal.document_number}", {"proposal": proposal.pk, "reason": reason.strip()})
