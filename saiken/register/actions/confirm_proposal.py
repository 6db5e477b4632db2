"""Confirms an approved proposal whose facts have changed (再確認).

The one idea: the decider sees what differs from the drafting and agrees to carry it out all the same; the facts agreed to are kept with
the step, and carrying it out asks for exactly these.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._proposals import add_step, demand_decider, proposal_seen
from saiken.register.proposal_words import ProposalState, StepKind
from saiken.register.queries.proposal_facts import as_basis, differences, facts_in, facts_of


@action
def confirm_proposal(
    *, proposal_id: int, seen: int, lawbook: LawBook, by: str, on: date, reason: str = ""
) -> Done[int]:
    """Confirm the facts found at the last attempt; returns the number of the step. Raises Refused when they have changed again."""
    proposal = proposal_seen(proposal_id, seen=seen, allowed={ProposalState.AWAITING_CONFIRMATION})
    approver = demand_decider(proposal, by=by, on=on)
    shown = facts_in(proposal.steps.get(position=seen).detail["basis"])
    now = facts_of(shown, on=on, lawbook=lawbook)
    if differences(shown, now):
        raise Refused("事実がさらに変わりました。もう一度実行を試み、変わった点を確かめてください")
    step = add_step(
        proposal,
        StepKind.STEP_CONFIRMED,
        by=by,
        on=on,
        reason=reason.strip(),
        on_behalf_of=approver.on_behalf_of,
        detail={"basis": as_basis(now, on=on)},
    )
    return Done(step.position, f"起案 {proposal.document_number}", {"proposal": proposal.pk})
