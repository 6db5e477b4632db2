"""Checks the second factor at sign-in: the device's code, or a recovery code.

The one idea: every try leaves a row, right or wrong, and a code counts once.
"""

from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions._users import user_named
from saiken.register.models import User
from saiken.register.second_factor import device_of, use_recovery_code

#: A code of the device has six digits; anything longer is a recovery code.
_DIGITS = 6


@action
def check_second_factor(*, username: str, code: str, by: str, on: date) -> Done[bool]:
    """Whether the code opens the screens."""
    user = user_named(username)
    plain = code.replace(" ", "").replace("　", "")
    is_device_code = len(plain) == _DIGITS and plain.isdigit()
    passed = _device_code(user, plain) if is_device_code else use_recovery_code(user, plain)
    means = "device_code" if is_device_code else "recovery_code"
    return Done(passed, username, {"means": means, "outcome": "passed" if passed else "failed"})


def _device_code(user: User, code: str) -> bool:
    device = device_of(user, confirmed=True)
    return device is not None and bool(device.verify_token(code))
