"""Use of the register that an auditor may want to ask about: at night and on holidays, many persons in an hour, failed sign-ins.

The one idea: it counts the logs of some days and judges nobody; what is much, the reader says with a number. It shows staff and counts,
no obligor.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter

from axes.models import AccessFailureLog
from django.db.models import Count, Max, Min
from django.utils.timezone import localtime

from saiken.domain.dates.business_day import is_business_day
from saiken.register.queries.sign_ins import known_names, shown_name
from saiken.register.queries.use_by_hour import HourOfUse, midnight, use_by_hour

#: The most days that are counted at once, the most lines of a table.
LONGEST_PERIOD = 31
_LINES = 500
#: Use outside these hours is told apart (local time).
_FIRST_HOUR, _LAST_HOUR = 7, 20


@dataclass(frozen=True)
class Asked:
    """The days, both included, and from how many persons in an hour on a line is shown."""

    from_on: date
    until_on: date
    persons: int = 60


@dataclass(frozen=True)
class OddHour:
    """Looks by one person in one hour of a night or a holiday."""

    by: str
    hour: datetime
    looks: int
    is_holiday: bool


@dataclass(frozen=True)
class ManyPersons:
    """Claims and persons that one person was shown within an hour."""

    by: str
    hour: datetime
    shown: int


@dataclass(frozen=True)
class Failures:
    """Failed sign-ins under one name from one place; a name that is no user's is cut."""

    username: str
    terminal: str
    failures: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True)
class Looks:
    """All looks of one person in the period."""

    by: str
    looks: int


@dataclass(frozen=True)
class UnusualUse:
    """The four tables."""

    odd_hours: tuple[OddHour, ...]
    many_persons: tuple[ManyPersons, ...]
    failures: tuple[Failures, ...]
    looks: tuple[Looks, ...]


def unusual_use(asked: Asked) -> UnusualUse:
    """The period cut to the longest that is counted."""
    first = max(asked.from_on, asked.until_on - timedelta(days=LONGEST_PERIOD - 1))
    days = [first + timedelta(days=number) for number in range((asked.until_on - first).days + 1)]
    hours = sorted(use_by_hour(days), key=attrgetter("hour", "by"))
    return UnusualUse(
        odd_hours=_odd_hours(hours),
        many_persons=_many_persons(hours, least=asked.persons),
        failures=sign_in_failures((midnight(first), midnight(asked.until_on + timedelta(days=1)))),
        looks=_looks(hours),
    )


def sign_in_failures(bounds: tuple[datetime, datetime]) -> tuple[Failures, ...]:
    """Failed sign-ins between two moments, most first."""
    rows = AccessFailureLog.objects.filter(attempt_time__gte=bounds[0], attempt_time__lt=bounds[1])
    counted = (
        rows.order_by()
        .values_list("username", "ip_address")
        .annotate(count=Count("pk"), first=Min("attempt_time"), last=Max("attempt_time"))
    )
    rows_found = list(counted)
    known = known_names(name for name, *_ in rows_found)
    found = [
        Failures(shown_name(name, known=known), place or "", count, first, last)
        for name, place, count, first, last in rows_found
    ]
    return tuple(sorted(found, key=lambda line: (-line.failures, line.username))[:_LINES])


def _odd_hours(hours: Iterable[HourOfUse]) -> tuple[OddHour, ...]:
    """The first of them, in the order given."""
    odd: list[OddHour] = []
    for hour, of_hour in groupby(hours, key=attrgetter("hour")):
        local = localtime(hour)
        is_holiday = not is_business_day(local.date())
        if is_holiday or not _FIRST_HOUR <= local.hour < _LAST_HOUR:
            odd += [OddHour(one.by, hour, one.looks, is_holiday) for one in of_hour]
        if len(odd) >= _LINES:
            break
    return tuple(odd[:_LINES])


def _many_persons(hours: Iterable[HourOfUse], *, least: int) -> tuple[ManyPersons, ...]:
    most = sorted((one for one in hours if one.shown and one.shown >= least), key=lambda one: -one.shown)
    return tuple(ManyPersons(one.by, one.hour, one.shown) for one in most[:_LINES])


def _looks(hours: Iterable[HourOfUse]) -> tuple[Looks, ...]:
    total: Counter[str] = Counter()
    for one in hours:
        total[one.by] += one.looks
    return tuple(Looks(by, looks) for by, looks in total.most_common(_LINES))
