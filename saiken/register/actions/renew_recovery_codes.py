"""Makes new recovery codes in place of the earlier ones (予備コードの再発行).

The one idea: whoever is signed in with the second factor may; the earlier codes open nothing any more.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._users import user_named
from saiken.register.second_factor import device_of, new_recovery_codes


@action
def renew_recovery_codes(*, username: str, by: str, on: date) -> Done[tuple[str, ...]]:
    """Returns the codes, shown once. Raises Refused without a second factor."""
    user = user_named(username)
    if device_of(user, confirmed=True) is None:
        raise Refused("二要素認証が登録されていません")
    return Done(new_recovery_codes(user), username)
