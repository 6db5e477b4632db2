"""Leaves a row for every read of persons (閲覧記録).

The one idea: whoever looks is written down before the answer is given, with every claim by its number, so that a log tells who has seen
one; the numbers are kept beside the text (`AccessSpan`) to be asked. Who may look is decided by the Scope, not here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction
from django.utils import timezone

from saiken.register.actions._base import terminal
from saiken.register.models import AccessLog, AccessSpan
from saiken.register.models.access_span import LONGEST_RUN
from saiken.register.queries.scope import Scope

#: The longest subject a row holds.
SUBJECT_LENGTH = 300

_CLAIMS, _OBLIGORS = "債権", "債務者"
_NUMBERS = re.compile(r"\d{1,18}(-\d{1,18})?(,\d{1,18}(-\d{1,18})?)*")


def log_read(scope: Scope, *, what: str, subject: str) -> None:
    """Record that `scope.by` read `what` of `subject`, for the scope's purpose.

    A subject of numbers (債権 3-7,9 or 債務者 12) can be asked later for each of them.
    """
    _log(scope, what=what, subjects=[subject])


def log_obligors(scope: Scope, *, what: str, obligor_ids: Iterable[int], asked: str = "") -> None:
    """Record that these persons were read, in a list of them; `asked` is what led to the list, recorded before them."""
    subjects = [asked] if asked else []
    _log(scope, what=what, subjects=[*subjects, *_subjects(_runs(sorted(obligor_ids)), kind=_OBLIGORS)])


def log_claims(scope: Scope, *, what: str, claim_ids: Iterable[int]) -> None:
    """Record that the persons of these claims were read; in several rows when one cannot hold all numbers."""
    _log(scope, what=what, subjects=list(_subjects(_runs(sorted(claim_ids)), kind=_CLAIMS)))


def _log(scope: Scope, *, what: str, subjects: Sequence[str]) -> None:
    """All rows of one look together, in one transaction where there are several."""
    at, by, from_where = timezone.now(), scope.by, terminal.get()
    rows = [
        AccessLog(at=at, by=by, what=what, subject=subject, purpose=scope.purpose, terminal=from_where)
        for subject in subjects
    ]
    spans = [
        AccessSpan(access=row, is_obligor=is_obligor, first=first, last=last)
        for row in rows
        for is_obligor, first, last in _spans(row.subject)
    ]
    if len(rows) == 1 and len(spans) <= 1:
        for one in (*rows, *spans):
            one.save(force_insert=True)  # one statement each; several together need a transaction
    elif rows:
        with transaction.atomic():
            AccessLog.objects.bulk_create(rows)
            AccessSpan.objects.bulk_create(spans)


def _spans(subject: str) -> Iterator[tuple[bool, int, int]]:
    """The numbers a subject names as (of obligors, first, last), none longer than a row holds."""
    kind, _, numbers = subject.partition(" ")
    if kind not in (_CLAIMS, _OBLIGORS) or not _NUMBERS.fullmatch(numbers):
        return
    for run in numbers.split(","):
        first, _, last = run.partition("-")
        for start in range(int(first), int(last or first) + 1, LONGEST_RUN):
            yield kind == _OBLIGORS, start, min(start + LONGEST_RUN - 1, int(last or first))


def _subjects(runs: Iterable[str], *, kind: str) -> Iterator[str]:
    """債権 3-7,9 … each as long as a row holds."""
    subject = ""
    for run in runs:
        longer = f"{subject},{run}" if subject else f"{kind} {run}"
        if len(longer) > SUBJECT_LENGTH:
            yield subject
            longer = f"{kind} {run}"
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
