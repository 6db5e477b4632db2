"""The limits of a session: so long without use, so long in all; whoever comes back later is told why it ended.

The one idea: the moments stand in the session itself, which is read anyway; the use is written down once a minute. A session that was
ended from outside is told by the register. It decides no permission.
"""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from saiken.register.session_ends import SessionEnd
from saiken.register.sessions import begin_session, end_sessions, why_ended

BEGAN, USED = "saiken_began", "saiken_used"
#: The moment of use is written down no more often than this.
_SECONDS_BETWEEN_NOTES = 60
#: Asks how much time is left, which is no use of the screens.
_ASKING = "/session/left/"

REASONS: dict[SessionEnd, str | Promise] = {
    SessionEnd.IDLE: _("しばらく操作がなかったため、サインアウトしました。"),
    SessionEnd.TOO_LONG: _("サインインから決められた時間が過ぎたため、サインアウトしました。"),
    SessionEnd.NEWER_SIGN_IN: _("別の画面で新しくサインインしたため、この画面は終わりました。"),
    SessionEnd.PASSWORD_CHANGED: _("パスワードが変わったため、この画面は終わりました。"),
    SessionEnd.ENDED_BY_ADMINISTRATOR: _("管理者がこの画面を終わらせました。"),
}


class SessionLimits:
    """Ends a session that is over, notes its use, tells why another ended."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _keep_within_limits(request)
        elif settings.SESSION_COOKIE_NAME in request.COOKIES:
            _tell_why(request)
        return self._get_response(request)


def seconds_left(request: HttpRequest) -> int:
    """Until the session ends, whichever limit comes first."""
    now, session = time.time(), request.session
    idle = session.get(USED, now) + settings.SESSION_IDLE_SECONDS - now
    return max(0, int(min(idle, session.get(BEGAN, now) + settings.SESSION_COOKIE_AGE - now)))


def time_left(request: HttpRequest) -> dict[str, object]:
    """Context processor: the seconds left for somebody signed in."""
    if not hasattr(request, "user") or not request.user.is_authenticated or BEGAN not in request.session:
        return {}
    whole = int(request.session[BEGAN] + settings.SESSION_COOKIE_AGE - time.time())
    return {"session_seconds": seconds_left(request), "session_whole_seconds": whole}


@receiver(user_logged_in)
def begun(request: HttpRequest, user: object, **_signal: object) -> None:
    """Note the beginning of a session and end the person's oldest beyond the number allowed."""
    request.session[BEGAN] = request.session[USED] = int(time.time())
    if not request.session.session_key:
        request.session.save()
    begin_session(
        user_id=user.pk,  # type: ignore[attr-defined]
        session_key=str(request.session.session_key),
        at_most=settings.SESSIONS_PER_USER,
    )


def _keep_within_limits(request: HttpRequest) -> None:
    now, session = int(time.time()), request.session
    began, used = session.setdefault(BEGAN, now), session.setdefault(USED, now)
    if now - began >= settings.SESSION_COOKIE_AGE:
        _end(request, SessionEnd.TOO_LONG)
    elif now - used >= settings.SESSION_IDLE_SECONDS:
        _end(request, SessionEnd.IDLE)
    elif now - used >= _SECONDS_BETWEEN_NOTES and request.path != _ASKING:
        session[USED] = now


def _end(request: HttpRequest, why: SessionEnd) -> None:
    end_sessions([str(request.session.session_key)], why=why)
    logout(request)
    messages.info(request, str(REASONS[why]))


def _tell_why(request: HttpRequest) -> None:
    """Once: the answer sets a new session, or the cookie is gone."""
    why = why_ended(request.COOKIES[settings.SESSION_COOKIE_NAME])
    if why in REASONS and request.path != _ASKING:
        messages.info(request, str(REASONS[why]))
        request.session.cycle_key()
