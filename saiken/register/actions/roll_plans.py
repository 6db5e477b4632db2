"""Moves the kept standings of plans on to a day (分納の日次更新).

The one idea: the same answer whenever and however often it is asked; it marks what is broken for the lists and decides nothing: a plan is
cancelled by an officer. A plan on which nothing has been left to pay for a month is closed as kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from saiken.domain.claim.plan import PlanOutcome
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._plan_standings import refresh_plans
from saiken.register.models import PlanEnd, PlanStanding
from saiken.register.queries.plan_performance import PlanState

#: How long a plan that is paid off stays open: a payment may still be taken back.
_SETTLING = timedelta(days=31)


@dataclass(frozen=True)
class RolledPlans:
    """How many plans were computed, how many were broken on the very day, how many were closed as kept."""

    plans: int
    broken: int
    closed: int


@action
def roll_plans(*, plan_ids: Sequence[int], by: str, on: date) -> Done[RolledPlans]:
    """Compute the standings of these plans as of `on`."""
    stamp = take()
    states = refresh_plans(plan_ids, on=on)
    closed = [state for state in states if _is_settled(state, on)]
    PlanEnd.objects.bulk_create(
        PlanEnd(
            plan_id=state.plan_id,
            on=on,
            outcome=PlanOutcome.KEPT.value,
            recorded_at=stamp.recorded_at,
            recorded_by=by,
        )
        for state in closed
    )
    PlanStanding.objects.filter(pk__in=[state.plan_id for state in closed]).delete()
    broken = sum(state.is_behind and state.broken_on == on for state in states)
    rolled = RolledPlans(len(states), broken, len(closed))
    return Done(rolled, f"分納の計画 {len(states)}件", {"broken": broken, "closed": len(closed)})


def _is_settled(state: PlanState, on: date) -> bool:
    """Whether nothing has been left to pay for a month."""
    if not state.is_over:
        return False
    settled_on = max((line.settled_on or line.due_on for line in state.performance.lines), default=on)
    return settled_on + _SETTLING < on
