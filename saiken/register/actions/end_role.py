"""Ends a role that a person holds at an office.

The one idea: the role gets its last day; it is not deleted, so what the person could do before can still be told.
"""

from datetime import date

from django.db.models import Q

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions._users import keep_an_administrator, refuse_own
from saiken.register.models import OfficeRole
from saiken.register.roles import Role


@action
def end_role(*, role_id: int, by: str, on: date) -> Done[None]:
    """The role holds until, not including, `on`; an end planned for later is brought forward. Refused for one's own and the last
    administrator's."""
    unended = OfficeRole.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on))
    assigned = unended.select_related("user", "office").filter(pk=role_id).first()
    if assigned is None or assigned.from_on >= on:
        raise InvalidInput("この日に終えられる役割がありません", place="役割", found=str(role_id))
    refuse_own(assigned.user.username, by=by)
    if assigned.role == Role.ADMINISTRATOR:
        keep_an_administrator(assigned.user.username, on=on, besides=assigned)
    assigned.until_on = on
    assigned.save(update_fields=["until_on"])
    return Done(None, f"{assigned.user.username} {assigned.office.name} {assigned.role}")
