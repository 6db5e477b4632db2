"""Sets how the effect of joint property investigation and disposition is counted in a fiscal year, with its goal.

The one idea: a line set anew is a further revision; the earlier ones stay to be read.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

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

    `place` names the line that is set anew, None a further one; `seen` is the revision of it that was looked at. Payments count from
    `from_on` to `until_on`, both days included.
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
    seen: int | None = None
    receivable_id: int | None = None
    channels: tuple[Channel, ...] = ()
    goal_yen: int | None = None
    is_dropped: bool = False


@action
def set_joint_effect(*, rule: NewJointRule, by: str, on: date) -> Done[int]:
    """Returns the place of the line; a line that is set as it stands is not set again. Refused when it is not as it was seen."""
    office = found(Office, rule.office_id, called="組織")
    _demand_whole(rule)
    latest: dict[int, JointEffectRule] = {}
    for line in JointEffectRule.objects.filter(office=office, fiscal_year=rule.fiscal_year).order_by("revision"):
        latest[line.place] = line
    facts = _facts(rule)
    stands = next((place for place, line in latest.items() if _is(line, facts) and rule.place in (None, place)), None)
    if stands is not None:
        return Done(stands, f"共同調査の効果の定め {rule.fiscal_year}年度 {stands}", {"already": True})
    place = rule.place or len(latest) + 1
    revision = latest[place].revision if place in latest else 0
    if rule.place is not None and not revision:
        raise InvalidInput("この番号の行がありません", place="place", found=str(rule.place))
    if rule.seen is not None and rule.seen != revision:
        raise Refused("表示した後に、ほかの人がこの行を定め直しました。今の定めを確かめてください")
    JointEffectRule.objects.create(
        **facts,
        office=office,
        fiscal_year=rule.fiscal_year,
        place=place,
        revision=revision + 1,
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    particulars = {"condition": facts["condition"], "yen": rule.goal_yen, "dropped": rule.is_dropped}
    return Done(place, f"共同調査の効果の定め {rule.fiscal_year}年度 {place}", particulars)


def _facts(rule: NewJointRule) -> dict[str, Any]:
    """What a line says, as its columns."""
    if rule.receivable_id is not None:
        found(Receivable, rule.receivable_id, called="債権整理番号")
    return {
        "condition": rule.condition.strip(),
        "basis": rule.basis.value,
        "start": rule.start.value,
        "receivable_id": rule.receivable_id,
        "channels": [channel.value for channel in rule.channels],
        "from_on": rule.from_on,
        "until_on": rule.until_on,
        "goal_yen": rule.goal_yen,
        "is_dropped": rule.is_dropped,
    }


def _is(line: JointEffectRule, facts: dict[str, Any]) -> bool:
    """Whether the line says exactly this."""
    return all(getattr(line, name) == value for name, value in facts.items())


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
