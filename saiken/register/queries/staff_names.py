"""What the users are called, for screens that would otherwise show a user name.

The one idea: the staff are few and their names seldom change, so a process reads them all at most once a minute. A name that nobody signs
in with, such as that of a command, stays as it is. It says nothing of rights.
"""

from functools import lru_cache

from django.db import connection
from django.utils import timezone

from saiken.register.models import User

_SECONDS = 60


def staff_name(username: str) -> str:
    """The name of the person who signs in with this user name."""
    if connection.in_atomic_block:  # what a transaction sees may be rolled back
        return User.objects.filter(username=username).values_list("display_name", flat=True).first() or username
    where = connection.settings_dict
    minute = int(timezone.now().timestamp()) // _SECONDS
    return _names(f"{where['HOST']} {where['PORT']} {where['NAME']}", minute).get(username) or username


@lru_cache(maxsize=1)
def _names(_database: str, _minute: int) -> dict[str, str]:
    return dict(User.objects.values_list("username", "display_name"))
