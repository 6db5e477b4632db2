"""Gives a person a new initial password (パスワードの再設定).

The one idea: it is shown once to the administrator and must be changed at the next sign-in; every open session ends.
"""

from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions._users import refuse_own, user_named
from saiken.register.initial_password import initial_password
from saiken.register.session_ends import SessionEnd
from saiken.register.sessions import end_all_sessions


@action
def reset_password(*, username: str, by: str, on: date) -> Done[str]:
    """Returns the new password, which is kept as a hash alone. One's own is changed on the page for it."""
    refuse_own(username, by=by)
    user = user_named(username)
    password = initial_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    end_all_sessions(user_id=user.pk, why=SessionEnd.PASSWORD_CHANGED)
    return Done(password, username)
