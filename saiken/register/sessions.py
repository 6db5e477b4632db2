"""Which sessions people have open, and the ends that the register decides on.

The one idea: a session that is ended from outside is deleted where Django keeps it and remembered here with the reason, so whoever comes
back with its key is told why. What lives in a session is the screens' matter.
"""

from collections.abc import Iterable

from django.contrib.sessions.models import Session
from django.utils import timezone

from saiken.register.actions._base import terminal
from saiken.register.models import UserSession
from saiken.register.session_ends import SessionEnd

#: The longest terminal name a row holds.
_TERMINAL = 100


def begin_session(*, user_id: int, session_key: str, at_most: int) -> None:
    """Remember a new session; the person's oldest ones are ended until no more than `at_most` are left."""
    UserSession.objects.filter(session_key=session_key).delete()
    UserSession.objects.create(
        user_id=user_id, session_key=session_key, started_at=timezone.now(), terminal=terminal.get()[:_TERMINAL]
    )
    running = _running(user_id)
    end_sessions(running[: max(0, len(running) - at_most)], why=SessionEnd.NEWER_SIGN_IN)


def end_all_sessions(*, user_id: int, why: SessionEnd, but: str = "") -> int:
    """End every session of the person but one; returns how many."""
    keys = [key for key in _running(user_id) if key != but]
    end_sessions(keys, why=why)
    return len(keys)


def end_sessions(session_keys: Iterable[str], *, why: SessionEnd) -> None:
    """End the sessions for the reason; one that has ended keeps its first reason."""
    keys = list(session_keys)
    if not keys:
        return
    Session.objects.filter(session_key__in=keys).delete()
    running = UserSession.objects.filter(session_key__in=keys, ended_at__isnull=True)
    running.update(ended_at=timezone.now(), ended_why=why.value)


def rename_session(old_key: str, new_key: str) -> None:
    """Follow a session whose key was changed for safety."""
    UserSession.objects.filter(session_key=old_key, ended_at__isnull=True).update(session_key=new_key)


def why_ended(session_key: str) -> SessionEnd | None:
    """Why a session that is no more was ended, where it was ended from outside."""
    row = UserSession.objects.filter(session_key=session_key, ended_at__isnull=False).first()
    return SessionEnd(row.ended_why) if row else None


def _running(user_id: int) -> list[str]:
    """The keys of the person's sessions, oldest first."""
    rows = UserSession.objects.filter(user_id=user_id, ended_at__isnull=True).order_by("id")
    return list(rows.values_list("session_key", flat=True))
