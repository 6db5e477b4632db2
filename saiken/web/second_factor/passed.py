"""Whether this session has given its second factor.

The one idea: two marks in the session, one set at sign-in when the person has a second factor, one when it was given; so no page asks
the register. Who needs one, `permissions` says.
"""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from saiken.register.queries.second_factor import has_second_factor

_HAS, _PASSED = "saiken_second_factor_has", "saiken_second_factor_passed"


def has_passed(request: HttpRequest) -> bool:
    """Whether the second factor was given in this session."""
    return bool(request.session.get(_PASSED))


def has_one(request: HttpRequest) -> bool:
    """Whether the person had a second factor at sign-in."""
    return bool(request.session.get(_HAS))


def mark_passed(request: HttpRequest) -> None:
    """The second factor was given."""
    request.session[_HAS] = request.session[_PASSED] = True


@receiver(user_logged_in)
def remember(request: HttpRequest, user: object, **_signal: object) -> None:
    """Note at sign-in whether there is a second factor to ask for."""
    request.session[_HAS] = has_second_factor(user.get_username())  # type: ignore[attr-defined]
    request.session[_PASSED] = False
