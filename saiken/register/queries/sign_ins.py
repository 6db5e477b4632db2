"""Failed sign-ins one by one, newest first, for the administrator who is called and for the auditor.

The one idea: names are as they were typed, so a password typed into the wrong field may stand here; therefore a name that is no user's is
shown cut. Nothing here unlocks anybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from axes.models import AccessFailureLog

from saiken.register.models import User
from saiken.register.queries.logs import PAGE_SIZE


@dataclass(frozen=True)
class FailedSignIn:
    """One failure; `is_known` when the name is a user's; `locked_out` when the lock-out refused it."""

    number: int
    at: datetime
    username: str
    terminal: str
    is_known: bool
    locked_out: bool


@dataclass(frozen=True)
class FailurePage:
    """Failures newest first; `next_before` continues below them."""

    lines: tuple[FailedSignIn, ...]
    next_before: int | None


def failed_sign_ins(*, before: int | None = None, by: str = "") -> FailurePage:
    """One page, of one name when given."""
    rows = AccessFailureLog.objects.order_by("-id")
    if before is not None:
        rows = rows.filter(id__lt=before)
    if by:
        rows = rows.filter(username=by)
    found = list(rows[: PAGE_SIZE + 1])
    known = known_names(row.username for row in found)
    lines = [_line(row, known=known) for row in found[:PAGE_SIZE]]
    return FailurePage(tuple(lines), lines[-1].number if len(found) > PAGE_SIZE else None)


def known_names(typed: Iterable[str | None]) -> frozenset[str]:
    """Those of the typed names that are users'."""
    names = {name for name in typed if name}
    return frozenset(User.objects.filter(username__in=names).values_list("username", flat=True))


def shown_name(typed: str | None, *, known: frozenset[str]) -> str:
    """A user's name in full, anything else cut: it may be a password in the wrong field."""
    if not typed:
        return ""
    return typed if typed in known else f"{typed[:2]}…"


def _line(row: AccessFailureLog, *, known: frozenset[str]) -> FailedSignIn:
    return FailedSignIn(
        number=row.pk,
        at=row.attempt_time,
        username=shown_name(row.username, known=known),
        terminal=row.ip_address or "",
        is_known=row.username in known,
        locked_out=row.locked_out,
    )
