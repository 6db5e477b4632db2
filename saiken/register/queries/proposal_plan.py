"""What the law says today about the acts of a proposal, and what they would change: for whoever decides on it.

The one idea: the plan that the form of the act showed and that carrying out will ask, asked once more on the day of reading. It is asked of
a page of claims that the scope has already let through, and of a proposal that still runs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saiken.domain.acts.form import Form
from saiken.law.lawbook import LawBook
from saiken.register.act_kinds import acts_in_force
from saiken.register.proposal_words import RUNS
from saiken.register.queries.act_plan import ActPlan, Concern, PlannedClaim, act_plan
from saiken.register.queries.proposal import ProposalPage

#: Acts of one proposal that are judged while somebody waits; of a longer list each is judged when it is carried out.
MOST_ORDERS = 10


@dataclass(frozen=True)
class PlannedFor:
    """A claim of the proposal with the name of whom the act is about."""

    obligor_id: int
    obligor: str
    claim: PlannedClaim


def proposal_plan(found: ProposalPage, *, on: date, lawbook: LawBook) -> tuple[PlannedFor, ...]:
    """The claims of the page as planned; nothing for a proposal that is over, or whose list is long."""
    kind = acts_in_force().kinds.get(found.act_kind)
    shown = {claim.claim_id: claim for claim in found.claims}
    orders = [order for order in found.orders if not shown.keys().isdisjoint(order["claim_ids"])]
    runs = found.standing in {state.value for state in RUNS}
    if kind is None or kind.screen or not runs or len(orders) > MOST_ORDERS:
        return ()
    plans = (_plan(order, found.act_kind, on=on, lawbook=lawbook) for order in orders)
    return tuple(
        PlannedFor(shown[claim.claim_id].obligor_id, shown[claim.claim_id].obligor, claim)
        for plan in plans
        for claim in plan.claims
        if claim.claim_id in shown
    )


def _plan(order: Mapping[str, Any], kind_id: str, *, on: date, lawbook: LawBook) -> ActPlan:
    claim_ids: Sequence[int] = tuple(order["claim_ids"])
    concern = Concern(order["obligor_id"], claim_ids)
    return act_plan(acts_in_force().kinds[kind_id], Form(order["form"]), concern=concern, on=on, lawbook=lawbook)
