"""Shows a protected person's address to somebody who needs it at once (自らの一時解除).

The one idea: whether anybody may is a setting of the municipality; the reason, the minutes and the look itself are on record all the same.
"""

from datetime import date, timedelta

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.access import log_read
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.models import Obligor, ProtectionRelease
from saiken.register.models.protection_release import LONGEST
from saiken.register.queries.protection import released, sees_obligor
from saiken.register.queries.scope import Scope


@action
def release_to_oneself(*, obligor_id: int, minutes: int, reason: str, scope: Scope, by: str, on: date) -> Done[int]:
    """The address shows to `by` for the minutes; returns the id. Raises Refused when out of sight or not protected."""
    if not reason.strip():
        raise InvalidInput("理由がありません", place="理由", expected="住所等を見る必要のある仕事")
    if minutes < 1 or timedelta(minutes=minutes) > LONGEST:
        raise InvalidInput("時間が正しくありません", place="時間", found=f"{minutes}分", expected="60分まで")
    if not sees_obligor(scope, obligor_id):
        raise Refused("所属の異なる債権の債務者は表示できません")
    if not Obligor.objects.filter(pk=obligor_id, protected=True).exists():
        raise Refused("この債務者に支援措置はありません")
    now = take().recorded_at
    if released(obligor_id, by=by, at=now):
        raise Refused("すでに一時解除されています")
    row = ProtectionRelease.objects.create(
        obligor_id=obligor_id,
        released_to=by,
        reason=reason.strip(),
        from_at=now,
        until_at=now + timedelta(minutes=minutes),
        recorded_at=now,
        recorded_by=by,
    )
    log_read(
        Scope(by=by, offices=scope.offices, purpose=row.reason[:200]),
        what="protection_release",
        subject=f"債務者 {obligor_id}",
    )
    return Done(row.pk, f"債務者 {obligor_id}", {"minutes": minutes, "reason": row.reason})
