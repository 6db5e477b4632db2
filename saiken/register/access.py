"""Leaves a row for every read of persons (閲覧記録).

The one idea: whoever looks is written down before the answer is given. Who may look is decided by the Scope, not here.
"""

from django.utils import timezone

from saiken.register.actions._base import terminal
from saiken.register.models import AccessLog
from saiken.register.queries.scope import Scope


def log_read(scope: Scope, *, what: str, subject: str) -> None:
    """Record that `scope.by` read `what` of `subject`, for the scope's purpose."""
    AccessLog.objects.create(
        at=timezone.now(),
        by=scope.by,
        what=what,
        subject=subject[:300],
        purpose=scope.purpose,
        terminal=terminal.get(),
    )
