"""Lifts the lock-out of somebody who failed to sign in too often (ロックの解除).

The one idea: the count of failures starts anew; the failures themselves stay in the log.
"""

from datetime import date

from axes.utils import reset

from saiken.register.actions._base import Done, action
from saiken.register.actions._users import user_named


@action
def unlock_user(*, username: str, by: str, on: date) -> Done[int]:
    """Returns how many counts were cleared; none when nobody was locked out."""
    user_named(username)
    cleared = reset(username=username)
    return Done(cleared, username, {"cleared": cleared})
