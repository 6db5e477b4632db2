"""Gives a person a role at an office.

The one idea: from a day on, and until another when known; the same role at the same office is not held twice on one day. Nobody gives
himself a role.
"""

from datetime import date

from django.db.models import Q

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.actions._users import refuse_own, user_named
from saiken.register.models import Office, OfficeRole
from saiken.register.roles import Role


@action
def assign_role(
    *, username: str, office_id: int, role: Role, by: str, on: date, until_on: date | None = None
) -> Done[int]:
    """Assign the role from `on` until (not including) `until_on`; returns the id."""
    refuse_own(username, by=by)
    user = user_named(username)
    office = found(Office, office_id, called="組織")
    _refuse_twice(OfficeRole(user=user, office=office, role=role.value, from_on=on, until_on=until_on))
    assigned = OfficeRole.objects.create(user=user, office=office, role=role.value, from_on=on, until_on=until_on)
    return Done(assigned.pk, f"{username} {office.name} {role.value}", {"until": until_on})


def _refuse_twice(new: OfficeRole) -> None:
    """The same role at the same office may not hold on a day that another row covers."""
    same = OfficeRole.objects.filter(user=new.user, office=new.office, role=new.role)
    overlapping = same.filter(Q(until_on__isnull=True) | Q(until_on__gt=new.from_on))
    if new.until_on is not None:
        overlapping = overlapping.filter(from_on__lt=new.until_on)
    if overlapping.exists():
        raise Refused("同じ役割がすでにあります")
