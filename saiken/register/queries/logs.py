"""The two logs for the auditor: what was done, and what was looked at; newest first.

The one idea: pages are cut by the row number, so any depth costs the same. Rows hold texts only, so reading a log is not reading
a person and leaves no row itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils.timezone import make_aware

from saiken.register.models import AccessLog, AuditRow

PAGE_SIZE = 50


@dataclass(frozen=True)
class LogLine:
    """One row of either log: `act` is the action or what was read, `detail` JSON text or the purpose."""

    number: int
    at: datetime
    by: str
    act: str
    subject: str
    detail: str
    terminal: str


@dataclass(frozen=True)
class LogPage:
    """Lines newest first; `next_before` continues below them, None at the end."""

    lines: tuple[LogLine, ...]
    next_before: int | None


@dataclass(frozen=True)
class LogFilter:
    """Only rows numbered below `before`, of one person (empty = all), of days up to and including `until`."""

    before: int | None = None
    by: str = ""
    until: date | None = None


def operations(chosen: LogFilter) -> LogPage:
    """What was done."""
    rows = _chosen(AuditRow.objects.all(), chosen)
    return _page(
        [LogLine(*row) for row in rows.values_list("id", "at", "by", "action", "subject", "detail", "terminal")]
    )


def accesses(chosen: LogFilter) -> LogPage:
    """What was looked at."""
    rows = _chosen(AccessLog.objects.all(), chosen)
    return _page(
        [LogLine(*row) for row in rows.values_list("id", "at", "by", "what", "subject", "purpose", "terminal")]
    )


def every_access(chosen: LogFilter, *, at_most: int) -> Iterator[LogLine]:
    """What was looked at, newest first, for a file."""
    rows = _narrowed(AccessLog.objects.all(), chosen).order_by("-id")[:at_most]
    fields = ("id", "at", "by", "what", "subject", "purpose", "terminal")
    return (LogLine(*row) for row in rows.values_list(*fields).iterator())


def _chosen(rows: QuerySet, chosen: LogFilter) -> QuerySet:
    """The newest rows that fit, one more than a page."""
    return _narrowed(rows, chosen).order_by("-id")[: PAGE_SIZE + 1]


def _narrowed(rows: QuerySet, chosen: LogFilter) -> QuerySet:
    if chosen.before is not None:
        rows = rows.filter(id__lt=chosen.before)
    if chosen.by:
        rows = rows.filter(by=chosen.by)
    if chosen.until is not None:
        end = make_aware(datetime.combine(chosen.until + timedelta(days=1), time.min))
        last = (
            rows.model._default_manager.filter(at__lt=end).order_by("-at", "-id").values_list("id", flat=True).first()
        )
        rows = rows.filter(id__lte=last or 0, at__lt=end)  # numbers follow the moments, so the number finds the place
    return rows


def _page(lines: list[LogLine]) -> LogPage:
    has_more = len(lines) > PAGE_SIZE
    return LogPage(tuple(lines[:PAGE_SIZE]), lines[PAGE_SIZE - 1].number if has_more else None)
