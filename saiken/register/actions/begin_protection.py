"""Begins a measure that hides a person's whereabouts (支援措置の登録).

The one idea: the address is hidden in the same transaction; the measure stays until another row ends it, whatever its review day.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._protection import hide
from saiken.register.models import Obligor, ProtectionMeasure
from saiken.register.protection_grounds import ProtectionGround
from saiken.register.queries.protection import running_measure


@dataclass(frozen=True)
class NewProtection:
    """Whom it protects, why, and the day by which it is looked at again."""

    obligor_id: int
    ground: ProtectionGround
    reason: str
    review_on: date


@action
def begin_protection(*, protection: NewProtection, by: str, on: date) -> Done[int]:
    """The measure holds from `on`; returns its id. Raises Refused when one runs already."""
    obligor = found(Obligor, protection.obligor_id, called="債務者")
    if protection.review_on <= on:
        raise InvalidInput("見直しの日が開始日より前です", place="見直しの日", expected="開始日より後の日")
    if not protection.reason.strip():
        raise InvalidInput("理由がありません", place="理由", expected="申出や通知の内容")
    if running_measure(obligor.pk) is not None:
        raise Refused("この債務者の支援措置はすでに登録されています。延長は見直しで行ってください")
    row = ProtectionMeasure.objects.create(
        obligor=obligor,
        ground=protection.ground.value,
        reason=protection.reason.strip(),
        from_on=on,
        review_on=protection.review_on,
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    hide(obligor.pk)
    told = {"ground": row.ground, "review_on": row.review_on, "reason": row.reason}
    return Done(row.pk, f"債務者 {obligor.pk}", told)
