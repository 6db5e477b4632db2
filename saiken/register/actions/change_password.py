"""Changes a user's password (パスワードの変更).

The one idea: the demand to change the first password ends with it. The password was checked by whoever asked for it; neither the old
nor the new one is written anywhere but as its hash.
"""

from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.models import User
from saiken.register.session_ends import SessionEnd
from saiken.register.sessions import end_all_sessions


@action
def change_password(*, username: str, password: str, by: str, on: date, session_key: str = "") -> Done[None]:
    """Store the hash of the new password and end every other session. Raises User.DoesNotExist for an unknown name."""
    user = User.objects.select_for_update().get(username=username)
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    end_all_sessions(user_id=user.pk, why=SessionEnd.PASSWORD_CHANGED, but=session_key)
    return Done(None, subject=username)
