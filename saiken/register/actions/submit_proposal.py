"""Puts a drafted proposal before those who decide (提出).

The one idea: only the drafter submits, and only where somebody can decide at every level of the route.
"""

from datetime import date

from saiken.domain.acts.routes import Level
from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._proposals import add_step, demand_drafter, proposal_seen
from saiken.register.models import Proposal
from saiken.register.proposal_words import ProposalState, StepKind
from saiken.register.queries.deciders import place_of
from saiken.register.queries.people import approvers_of


@action
def submit_proposal(*, proposal_id: int, seen: int, by: str, on: date) -> Done[int]:
    """Submit it; returns the number of the step. `seen` is the last step that the drafter saw, 0 for a new draft."""
    proposal = proposal_seen(proposal_id, seen=seen, allowed={ProposalState.BEING_DRAFTED})
    demand_drafter(proposal, by=by)
    _demand_somebody_decides(proposal, on=on)
    step = add_step(proposal, StepKind.STEP_SUBMITTED, by=by, on=on)
    return Done(step.position, f"起案 {proposal.document_number}", {"proposal": proposal.pk})


def _demand_somebody_decides(proposal: Proposal, *, on: date) -> None:
    """決裁する者のいない段階を含む起案は、提出することができない."""
    for level in proposal.levels:
        place = place_of(Level(level), proposal.office_id, on=on)
        if all(one.username == proposal.recorded_by for one in approvers_of(place, on=on)):
            raise Refused(
                "起案者のほかに決裁できる人が登録されていない段階があります。課長級の役割と代理を確かめてください"
            )
