"""Confirms a second factor by its first code, and makes the recovery codes.

The one idea: only a code proves that the key arrived in the person's device. A wrong code is an answer too, so that guessing is counted.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._users import user_named
from saiken.register.second_factor import device_of, new_recovery_codes


@action
def confirm_second_factor(*, username: str, code: str, by: str, on: date) -> Done[tuple[str, ...]]:
    """Returns the recovery codes, shown once; none when the code was wrong."""
    user = user_named(username)
    device = device_of(user, confirmed=False)
    if device is None:
        raise Refused("登録の途中の二要素認証がありません。はじめからやり直してください")
    if not device.verify_token(code):
        return Done((), username, {"outcome": "failed"})
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    return Done(new_recovery_codes(user), username, {"outcome": "passed"})
