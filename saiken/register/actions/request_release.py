"""Asks to see a protected person's address (支援措置の一時解除の申請).

The one idea: the request names the need; somebody else answers it. Only who may see the person at all may ask.
"""

from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.models import Obligor, ProtectionRequest
from saiken.register.queries.protection import sees_obligor, waiting_requests
from saiken.register.queries.scope import Scope


@action
def request_release(*, obligor_id: int, reason: str, scope: Scope, by: str, on: date) -> Done[int]:
    """Returns the request's id. Raises Refused when the person is not protected or out of sight."""
    if not reason.strip():
        raise InvalidInput("理由がありません", place="理由", expected="住所等を見る必要のある仕事")
    if not sees_obligor(scope, obligor_id):
        raise Refused("所属の異なる債権の債務者は表示できません")
    if not Obligor.objects.filter(pk=obligor_id, protected=True).exists():
        raise Refused("この債務者に支援措置はありません")
    now = take().recorded_at
    if waiting_requests(obligor_id, by=by, at=now).exists():
        raise Refused("一時解除はすでに申請されています。決定を待ってください")
    row = ProtectionRequest.objects.create(
        obligor_id=obligor_id, reason=reason.strip(), recorded_at=now, recorded_by=by
    )
    return Done(row.pk, f"債務者 {obligor_id}", {"reason": row.reason})
