"""Failed sign-ins one by one, newest first, for the administrator who is called and for the auditor.

The one idea: names are as they were typed, so a password typed into the wrong field may stand here; therefore a name that is no user's is
shown cut. Nothing here unlocks anybody.
"""

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
    known = set(User.objects.filter(username__in=[row.username for row in found]).values_list("username", flat=True))
    lines = [_line(row, is_known=row.username in known) for row in found[:PAGE_SIZE]]
    return FailurePage(tuple(lines), lines[-1].number if len(found) > PAGE_SIZE else None)


def _line(row: AccessFailureLog, *, is_known: bool) -> FailedSignIn:
    typed = row.username or ""
    shown = typed if is_known else f"{typed[:2]}…"
    return FailedSignIn(row.pk, row.attempt_time, shown, row.ip_address or "", is_known, row.locked_out)
