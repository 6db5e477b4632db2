"""Ends a role that a person holds at an office.

The one idea: the role gets its last day; it is not deleted, so what the person could do before can still be told.
"""

from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.models import OfficeRole


@action
def end_role(*, role_id: int, by: str, on: date) -> Done[None]:
    """The role holds until, not including, `on`."""
    assigned = OfficeRole.objects.select_related("user", "office").filter(pk=role_id, until_on__isnull=True).first()
    if assigned is None or assigned.from_on >= on:
        raise InvalidInput("この日に終えられる役割がありません", place="役割", found=str(role_id))
    assigned.until_on = on
    assigned.save(update_fields=["until_on"])
    return Done(None, f"{assigned.user.username} {assigned.office.name} {assigned.role}")
