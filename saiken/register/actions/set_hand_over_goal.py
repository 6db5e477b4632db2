"""Sets how many yen a fiscal year's hand-overs are to bring in, per receivable and condition.

The one idea: a goal set anew is a further revision; the earlier ones stay to be read.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.hand_over import condition_of
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.models import HandOverGoal, Office, Receivable


@dataclass(frozen=True)
class NewGoal:
    """`offices` are those of whoever sets it; `office_id`, which receives the cases, must be among them."""

    office_id: int
    fiscal_year: int
    receivable_id: int
    condition: str
    goal_yen: int
    offices: frozenset[int]


@action
def set_hand_over_goal(*, goal: NewGoal, by: str, on: date) -> Done[int]:
    """Returns the number of the revision; the goal that stands is no further one."""
    office = found(Office, goal.office_id, called="組織")
    receivable = found(Receivable, goal.receivable_id, called="債権整理番号")
    condition_of(goal.condition)
    if office.pk not in goal.offices:
        raise Refused("目標を定めることができるのは、引継ぎを受ける所属です")
    if goal.goal_yen < 0:
        raise InvalidInput("目標は0円以上です", place="goal_yen", found=str(goal.goal_yen))
    same = HandOverGoal.objects.filter(
        office=office, fiscal_year=goal.fiscal_year, receivable=receivable, condition=goal.condition
    )
    last = same.order_by("-revision").first()
    if last is not None and last.goal_yen == goal.goal_yen:
        return Done(last.revision, f"引継ぎの目標 {goal.fiscal_year}年度", {"already": True})
    row = HandOverGoal.objects.create(
        office=office,
        fiscal_year=goal.fiscal_year,
        receivable=receivable,
        condition=goal.condition,
        revision=same.count() + 1,
        goal_yen=goal.goal_yen,
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    particulars = {"receivable": str(receivable), "condition": goal.condition, "yen": goal.goal_yen}
    return Done(row.revision, f"引継ぎの目標 {goal.fiscal_year}年度", particulars)
