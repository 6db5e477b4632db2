"""Makes a login.

The one idea: a new person must change the first password; roles are given separately. The audit row never holds the password.
"""

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.models import User
from saiken.register.usernames import USERNAME, is_username


@action
def create_user(
    *, username: str, display_name: str, password: str, by: str, on: date, must_change_password: bool = True
) -> Done[int]:
    """Create the user; returns the id. Raises InvalidInput for a name or password that cannot be one, Refused for a name taken."""
    if not is_username(username):
        raise InvalidInput("使えない利用者名です", place="利用者名", found=username[:30], expected=USERNAME)
    try:
        validate_password(password, User(username=username, display_name=display_name))
    except ValidationError as error:
        raise InvalidInput(
            "パスワードが条件を満たしません", place="パスワード", expected="".join(error.messages)
        ) from error
    user = User.objects.create_user(username, display_name=display_name, password=password)
    user.must_change_password = must_change_password
    user.save(update_fields=["must_change_password"])
    return Done(user.pk, username, {"display_name": display_name})
