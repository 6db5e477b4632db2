"""Leaves a row for every read of persons (閲覧記録).

The one idea: whoever looks is written down before the answer is given, with every claim by its number, so that a log tells who has seen
one. Who may look is decided by the Scope, not here.
"""

from collections.abc import Iterable, Iterator

from django.utils import timezone

from saiken.register.actions._base import terminal
from saiken.register.models import AccessLog
from saiken.register.queries.scope import Scope

#: The longest subject a row holds.
SUBJECT_LENGTH = 300


def log_read(scope: Scope, *, what: str, subject: str) -> None:
    """Record that `scope.by` read `what` of `subject`, for the scope's purpose."""
    AccessLog.objects.create(
        at=timezone.now(),
        by=scope.by,
        what=what,
        subject=subject,
        purpose=scope.purpose,
        terminal=terminal.get(),
    )


def log_claims(scope: Scope, *, what: str, claim_ids: Iterable[int]) -> None:
    """Record that the persons of these claims were read; in several rows when one cannot hold all numbers."""
    for subject in _subjects(_runs(sorted(claim_ids))):
        log_read(scope, what=what, subject=subject)


def _subjects(runs: Iterable[str]) -> Iterator[str]:
    """債権 3-7,9 … each as long as a row holds."""
    subject = ""
    for run in runs:
        longer = f"{subject},{run}" if subject else f"債権 {run}"
        if len(longer) > SUBJECT_LENGTH:
            yield subject
            longer = f"債権 {run}"
        subject = longer
    if subject:
        yield subject


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """Ascending numbers as runs without a gap: 3-7."""
    first: int | None = None
    last = 0
    for number in numbers:
        if first is not None and number != last + 1:
            yield _run(first, last)
            first = None
        first, last = number if first is None else first, number
    if first is not None:
        yield _run(first, last)


def _run(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"
