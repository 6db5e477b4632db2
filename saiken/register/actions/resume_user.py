"""Lets a stopped login be used again (利用の再開).

The one idea: the password and the roles are those from before; whoever is unsure resets the password as well.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._users import user_named


@action
def resume_user(*, username: str, by: str, on: date) -> Done[None]:
    """The person may sign in again. Raises Refused when the login was not stopped."""
    user = user_named(username)
    if user.is_active:
        raise Refused("この利用者は停止されていません")
    user.is_active = True
    user.save(update_fields=["is_active"])
    return Done(None, username)
