"""Approves one proposal at the level for which it waits.

The one idea: one decision and one of many are the same; the actions call this for each. It audits nothing.
"""

from datetime import date

from saiken.domain.acts.routes import Level
from saiken.domain.errors import Refused
from saiken.register.actions._proposals import add_step, demand_decider, proposal_seen
from saiken.register.models import Proposal
from saiken.register.proposal_words import ProposalState, StepKind


def approve_one(proposal_id: int, *, seen: int, reason: str, by: str, on: date) -> Proposal:
    """Approve it; raises Overtaken when it moved since step `seen`, Refused where the person may not."""
    proposal = proposal_seen(proposal_id, seen=seen, allowed={ProposalState.AWAITING_APPROVAL})
    if Level(proposal.standing.level).is_recorded:
        raise Refused("議会の議決又は専決処分を待つ起案です。その結果を記録してください")
    approver = demand_decider(proposal, by=by, on=on)
    add_step(proposal, StepKind.STEP_APPROVED, by=by, on=on, reason=reason, on_behalf_of=approver.on_behalf_of)
    return proposal
