"""Answers a request to see a protected person's address: for some minutes, or not (一時解除の決定).

The one idea: nobody answers his own request; a release ends by the clock. It stands in the access log from the moment it is given.
"""

from datetime import date, timedelta

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.access import log_read
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.models import ProtectionRelease, ProtectionRequest
from saiken.register.models.protection_release import LONGEST
from saiken.register.queries.protection import sees_obligor
from saiken.register.queries.scope import Scope, everything

#: The longest reason that a release holds.
_LONGEST_REASON = 300


@action
def answer_release(*, request_id: int, minutes: int, reason: str, scope: Scope, by: str, on: date) -> Done[int]:
    """`minutes` from now, none = refused; returns the id. Raises Refused for one's own request or one already answered."""
    asked = ProtectionRequest.objects.filter(pk=request_id).first()
    if asked is None:
        raise InvalidInput("申請がありません", place="申請", found=str(request_id))
    if asked.recorded_by == by:
        raise Refused("自分の申請を自分で決めることはできません")
    if not sees_obligor(scope, asked.obligor_id):
        raise Refused("所属の異なる債権の債務者は表示できません")
    if ProtectionRelease.objects.filter(request=asked).exists():
        raise Refused("この申請にはすでに答えが出ています")
    if minutes < 0 or timedelta(minutes=minutes) > LONGEST:
        raise InvalidInput("時間が正しくありません", place="時間", found=f"{minutes}分", expected="60分まで")
    if len(reason.strip()) > _LONGEST_REASON:
        raise InvalidInput("理由が長すぎます", place="理由", expected=f"{_LONGEST_REASON}字以内")
    now = take().recorded_at
    row = ProtectionRelease.objects.create(
        obligor_id=asked.obligor_id,
        request=asked,
        released_to=asked.recorded_by,
        reason=reason.strip() or asked.reason,
        from_at=now,
        until_at=now + timedelta(minutes=minutes),
        recorded_at=now,
        recorded_by=by,
    )
    if minutes:
        told = everything(asked.recorded_by, purpose=row.reason[:200])
        log_read(told, what="protection_release", subject=f"債務者 {asked.obligor_id}")
    outcome = {"released_to": row.released_to, "minutes": minutes, "outcome": "released" if minutes else "refused"}
    return Done(row.pk, f"債務者 {asked.obligor_id}", outcome)
