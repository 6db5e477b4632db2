"""Makes a person who keeps the accounts, with the office they belong to.

The one idea: a new register has nobody who could give anybody a role, so the first administrator comes from the command line;
login, office and role are made together or not at all. The person at the machine may well make himself one.
"""

from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions.create_user import create_user
from saiken.register.actions.register_office import register_office
from saiken.register.models import Office, OfficeRole
from saiken.register.models.office import OfficeKind
from saiken.register.roles import Role

#: The office of those who keep the accounts; made with the first of them.
OFFICE_KEY, OFFICE_NAME = "administration", "システム管理"


@action
def add_administrator(*, username: str, display_name: str, password: str, by: str, on: date) -> Done[int]:
    """Create the login and give it the administrator's role from `on`; returns the user's id."""
    user_id = create_user(
        username=username, display_name=display_name, password=password, by=by, on=on, must_change_password=False
    )
    office_id = _office(by=by, on=on)
    OfficeRole.objects.create(user_id=user_id, office_id=office_id, role=Role.ADMINISTRATOR.value, from_on=on)
    return Done(user_id, username, {"role": Role.ADMINISTRATOR.value})


def _office(*, by: str, on: date) -> int:
    """The administrators' office, made when it is not there yet."""
    known = Office.objects.filter(key=OFFICE_KEY).first()
    return known.pk if known else register_office(key=OFFICE_KEY, name=OFFICE_NAME, kind=OfficeKind.OTHER, by=by, on=on)
