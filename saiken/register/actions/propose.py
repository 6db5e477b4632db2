"""Drafts a proposal and puts it before those who decide, in one stroke (起案して提出).

The one idea: either both or neither: a submission that is refused leaves no draft and takes no document number, so what was typed can be
mended and sent again. A form sent twice is one proposal, submitted once.
"""

from datetime import date

from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions.draft_proposal import Draft, draft_proposal
from saiken.register.actions.submit_proposal import submit_proposal
from saiken.register.models import ProposalStep
from saiken.register.queries.scope import Scope


@action
def propose(*, draft: Draft, scope: Scope, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """Draft and submit; returns the proposal's id. Raises whatever drafting or submitting refuses, and then nothing is kept."""
    proposal_id = draft_proposal(draft=draft, scope=scope, lawbook=lawbook, by=by, on=on)
    is_new = not ProposalStep.objects.filter(proposal_id=proposal_id).exists()
    if is_new:
        submit_proposal(proposal_id=proposal_id, seen=0, by=by, on=on)
    return Done(proposal_id, f"起案 {proposal_id}", {"proposal": proposal_id, "again": not is_new})
