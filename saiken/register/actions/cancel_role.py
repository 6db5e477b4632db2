"""Takes back a role that has not begun (発令前の役割の取消し).

The one idea: what was never held is no history; the audit row keeps what had been planned. A role that has begun is ended instead.
"""

from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions._users import refuse_own
from saiken.register.models import OfficeRole


@action
def cancel_role(*, role_id: int, by: str, on: date) -> Done[None]:
    """Raises InvalidInput for a role that has begun by `on`, Refused for one's own."""
    planned = OfficeRole.objects.select_related("user", "office").filter(pk=role_id, from_on__gt=on).first()
    if planned is None:
        raise InvalidInput("取り消せる発令前の役割がありません", place="役割", found=str(role_id))
    refuse_own(planned.user.username, by=by)
    told = f"{planned.user.username} {planned.office.name} {planned.role}"
    from_on = planned.from_on
    planned.delete()
    return Done(None, told, {"from_on": from_on})
