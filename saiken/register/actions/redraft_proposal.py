"""Makes a new version of a proposal with other words and the same acts (再起案).

The one idea: the acts come from the former version with fresh one-time keys; everything else is drafted as if for the first time, so the
figures are those of today. Acts that differ are drafted from their own form.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from saiken.law.lawbook import LawBook
from saiken.register.actions._act_orders import ActOrder, orders_in
from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.actions._proposals import demand_drafter, demand_untouched
from saiken.register.actions.draft_proposal import Draft, draft_proposal
from saiken.register.models import Proposal
from saiken.register.queries.scope import Scope


@dataclass(frozen=True)
class NewVersion:
    """The words of the new version; `submission` is the form's one-time key."""

    former_id: int
    title: str
    reason: str
    submission: str


@action
def redraft_proposal(*, version: NewVersion, scope: Scope, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """Draft it; returns its id. Raises Refused where the former is not the person's own or is still on its way."""
    former = found(Proposal, version.former_id, called="起案")
    demand_drafter(former, by=by)
    demand_untouched(former)
    draft = Draft(
        office_id=former.office_id,
        title=version.title,
        reason=version.reason,
        orders=_with_new_keys(orders_in(former.payload)),
        submission=version.submission,
        former_id=former.pk,
    )
    proposal_id = draft_proposal(draft=draft, scope=scope, lawbook=lawbook, by=by, on=on)
    return Done(proposal_id, f"起案 {former.document_number}", {"proposal": proposal_id})


def _with_new_keys(orders: Sequence[ActOrder]) -> list[ActOrder]:
    return [replace(order, submission=str(uuid4())) for order in orders]
