"""Begins to enrol a second factor (二要素認証の登録).

The one idea: a key is made and waits for its first code; until then it opens nothing, and beginning again makes a new one.
"""

from datetime import date

from django_otp.plugins.otp_totp.models import TOTPDevice

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._users import user_named
from saiken.register.second_factor import device_of


@action
def enrol_second_factor(*, username: str, by: str, on: date) -> Done[str]:
    """Returns the new key in hexadecimal. Raises Refused for somebody who has a second factor."""
    user = user_named(username)
    if device_of(user, confirmed=True):
        raise Refused("二要素認証はすでに登録されています。作り直すには管理者に解除を依頼してください")
    TOTPDevice.objects.filter(user=user, confirmed=False).delete()
    device = TOTPDevice.objects.create(user=user, name=username, confirmed=False)
    return Done(device.key, username)
