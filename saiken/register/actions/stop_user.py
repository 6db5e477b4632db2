"""Stops a login (利用の停止).

The one idea: the person stays in the register, for the name stands in its records; sessions end at once and roles are left as they are.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._users import keep_an_administrator, refuse_own, user_named
from saiken.register.session_ends import SessionEnd
from saiken.register.sessions import end_all_sessions


@action
def stop_user(*, username: str, by: str, on: date) -> Done[None]:
    """Nobody signs in by this name any more. Raises Refused for oneself and for the last administrator."""
    refuse_own(username, by=by)
    user = user_named(username)
    if not user.is_active:
        raise Refused("この利用者はすでに停止されています")
    keep_an_administrator(username, on=on)
    user.is_active = False
    user.save(update_fields=["is_active"])
    ended = end_all_sessions(user_id=user.pk, why=SessionEnd.ENDED_BY_ADMINISTRATOR)
    return Done(None, username, {"sessions": ended})
