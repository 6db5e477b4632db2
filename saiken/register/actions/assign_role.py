"""Gives a person a role at an office.

The one idea: from a day on, and until another when known; the same role at the same office is not given twice for one day.
"""

from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.models import Office, OfficeRole, User
from saiken.register.roles import Role


@action
def assign_role(
    *, username: str, office_id: int, role: Role, by: str, on: date, until_on: date | None = None
) -> Done[int]:
    """Assign the role from `on` until (not including) `until_on`; returns the id."""
    user = User.objects.filter(username=username).first()
    if user is None:
        raise InvalidInput("利用者がいません", place="利用者名", found=username)
    office = found(Office, office_id, called="組織")
    assigned = OfficeRole.objects.create(user=user, office=office, role=role.value, from_on=on, until_on=until_on)
    return Done(assigned.pk, f"{username} {office.name} {role.value}", {"until": until_on})
