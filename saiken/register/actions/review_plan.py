"""Records a review of a plan (分納中の資力の見直し).

The one idea: what was stated on the day is kept and the next review is counted from it; a higher sum is agreed as another plan.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._plan_standings import refresh_plans
from saiken.register.actions._plans import open_plan
from saiken.register.actions._strokes import Stroke, demand_claims, earlier_act, write_act
from saiken.register.models import PlanClaim, PlanReview
from saiken.register.queries.scope import Scope

#: The kind of the act.
PLAN_REVIEW = "plan_review"


@dataclass(frozen=True)
class Review:
    """Income and costs as stated, a month, and what came of it."""

    income_yen: int | None = None
    living_yen: int | None = None
    note: str = ""


@action
def review_plan(*, plan_id: int, review: Review, submission: str, scope: Scope, by: str, on: date) -> Done[int]:
    """Record it; returns the plan's id."""
    if earlier_act(submission) is not None:
        return Done(plan_id, f"分納の計画 {plan_id}", {"again": submission})
    plan = open_plan(plan_id)
    claim_ids = tuple(PlanClaim.objects.filter(plan=plan).order_by("place").values_list("claim_id", flat=True))
    demand_claims(plan.obligor_id, claim_ids, scope=scope)
    if on < plan.agreed_on:
        raise InvalidInput("見直しの日が約束の日より前です", place="見直しの日", found=on.isoformat())
    stamp = take()
    stroke = Stroke(PLAN_REVIEW, plan.obligor_id, claim_ids, submission, form={"plan": plan_id}, note=review.note)
    act = write_act(stroke, stamp=stamp, by=by, on=on)
    PlanReview.objects.create(
        plan=plan,
        act=act,
        on=on,
        income_yen=review.income_yen,
        living_yen=review.living_yen,
        note=review.note,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    refresh_plans([plan_id], on=on)
    return Done(plan_id, f"分納の計画 {plan_id}", {"act": act.pk})
