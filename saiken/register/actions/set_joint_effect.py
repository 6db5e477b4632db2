"""Sets how the effect of joint property investigation and disposition is counted in a fiscal year, with its goal.

The one idea: a line set anew is a further revision; the earlier ones stay to be read.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.channel import Channel
from saiken.domain.claim.joint_effect import JointBasis, JointStart
from saiken.domain.dates.fiscal_year import first_day, last_day
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.models import JointEffectRule, Office, Receivable


@dataclass(frozen=True)
class NewJointRule:
    """`offices` are those of whoever sets it; `office_id`, which leads the work, must be among them.

    `place` names the line that is set anew, None a further one. Payments count from `from_on` to `until_on`, both days included.
    """

    office_id: int
    fiscal_year: int
    condition: str
    basis: JointBasis
    start: JointStart
    from_on: date
    until_on: date
    offices: frozenset[int]
    place: int | None = None
    receivable_id: int | None = None
    channels: tuple[Channel, ...] = ()
    goal_yen: int | None = None
    is_dropped: bool = False


@action
def set_joint_effect(*, rule: NewJointRule, by: str, on: date) -> Done[int]:
    """Returns the place of the line."""
    office = found(Office, rule.office_id, called="組織")
    _demand_whole(rule)
    lines = JointEffectRule.objects.filter(office=office, fiscal_year=rule.fiscal_year)
    place = rule.place or len(set(lines.values_list("place", flat=True))) + 1
    same = lines.filter(place=place)
    if rule.place is not None and not same.exists():
        raise InvalidInput("この番号の行がありません", place="place", found=str(rule.place))
    row = JointEffectRule.objects.create(
        office=office,
        fiscal_year=rule.fiscal_year,
        place=place,
        revision=same.count() + 1,
        condition=rule.condition.strip(),
        basis=rule.basis.value,
        start=rule.start.value,
        receivable=found(Receivable, rule.receivable_id, called="債権整理番号") if rule.receivable_id else None,
        channels=[channel.value for channel in rule.channels],
        from_on=rule.from_on,
        until_on=rule.until_on,
        goal_yen=rule.goal_yen,
        is_dropped=rule.is_dropped,
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    particulars = {"condition": row.condition, "yen": rule.goal_yen, "dropped": rule.is_dropped}
    return Done(place, f"共同調査の効果の定め {rule.fiscal_year}年度 {place}", particulars)


def _demand_whole(rule: NewJointRule) -> None:
    if rule.office_id not in rule.offices:
        raise Refused("定めることができるのは、共同調査を行う自分の所属です")
    if not rule.condition.strip():
        raise InvalidInput("条件を入力してください", place="condition")
    if rule.goal_yen is not None and rule.goal_yen < 0:
        raise InvalidInput("目標は0円以上です", place="goal_yen", found=str(rule.goal_yen))
    first, last = first_day(rule.fiscal_year), last_day(rule.fiscal_year)
    if not first <= rule.from_on <= rule.until_on <= last:
        raise InvalidInput(
            "数える期間が年度の中にありません",
            place="from_on",
            found=f"{rule.from_on.isoformat()} から {rule.until_on.isoformat()}",
            expected=f"{first.isoformat()} から {last.isoformat()} まで",
        )
