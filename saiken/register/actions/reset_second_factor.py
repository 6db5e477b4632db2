"""Takes a person's second factor away, so that a new one can be enrolled (二要素認証の解除).

The one idea: key, recovery codes and open sessions go together; nothing of the lost device opens anything.
"""

from datetime import date

from django_otp.plugins.otp_totp.models import TOTPDevice

from saiken.register.actions._base import Done, action
from saiken.register.actions._users import refuse_own, user_named
from saiken.register.models import RecoveryCode
from saiken.register.session_ends import SessionEnd
from saiken.register.sessions import end_all_sessions


@action
def reset_second_factor(*, username: str, by: str, on: date) -> Done[None]:
    """The person enrols anew at the next sign-in. Raises Refused for oneself."""
    refuse_own(username, by=by)
    user = user_named(username)
    TOTPDevice.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()
    end_all_sessions(user_id=user.pk, why=SessionEnd.ENDED_BY_ADMINISTRATOR)
    return Done(None, username)
