"""Proposals about a person that are not over, as lines of the person's page.

The one idea: one line for each proposal, whatever the number of claims in it; only those of offices that the scope sees.
"""

from datetime import date

from saiken.register.models import ProposalClaim
from saiken.register.proposal_words import RUNS, ProposalState
from saiken.register.queries.running_item import RunningItem
from saiken.register.queries.scope import Scope


def running_proposals(obligor_ids: tuple[int, ...], scope: Scope, *, on: date) -> list[RunningItem]:
    """What is drafted, waits for approval or is approved and not carried out about the persons."""
    states = [state.value for state in (*RUNS, ProposalState.SENT_BACK)]
    rows = ProposalClaim.objects.filter(obligor_id__in=obligor_ids, proposal__standing__standing__in=states)
    if scope.offices is not None:
        rows = rows.filter(proposal__office_id__in=scope.offices)
    found = rows.filter(proposal__drafted_on__lte=on).values_list(
        "proposal_id",
        "proposal__standing__standing",
        "proposal__document_number",
        "proposal__title",
        "proposal__drafted_on",
    )
    return [
        RunningItem(kind=standing, label=f"{number} {title}", since_on=drafted_on, address=f"/approvals/{proposal_id}/")
        for proposal_id, standing, number, title, drafted_on in found.distinct()
    ]
