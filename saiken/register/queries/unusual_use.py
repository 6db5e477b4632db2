"""Use of the register that an auditor may want to ask about: at night and on holidays, many persons in an hour, failed sign-ins.

The one idea: it counts the logs of some days and judges nobody; what is much, the reader says with a number. It shows staff and counts,
no obligor.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from axes.models import AccessFailureLog
from django.db.models import Count, Max, Min, QuerySet, Sum
from django.utils.timezone import localtime, make_aware

from saiken.domain.dates.business_day import is_business_day
from saiken.register.models import AccessLog, AccessSpan
from saiken.register.queries.sign_ins import known_names, shown_name

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
    bounds = (_midnight(first), _midnight(asked.until_on + timedelta(days=1)))
    rows = AccessLog.objects.filter(at__gte=bounds[0], at__lt=bounds[1])
    hours = {pk: (by, _hour(at)) for pk, by, at in rows.values_list("pk", "by", "at").iterator()}
    counted = sorted(
        ((by, hour, looks) for (by, hour), looks in Counter(hours.values()).items()), key=lambda one: one[1::-1]
    )
    return UnusualUse(
        odd_hours=_odd_hours(counted),
        many_persons=_many_persons(rows, hours, least=asked.persons),
        failures=sign_in_failures(bounds),
        looks=_looks(counted),
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


def _odd_hours(counted: Iterable[tuple[str, datetime, int]]) -> tuple[OddHour, ...]:
    odd = []
    for by, hour, looks in counted:
        local = localtime(hour)
        is_holiday = not is_business_day(local.date())
        if is_holiday or not _FIRST_HOUR <= local.hour < _LAST_HOUR:
            odd.append(OddHour(by, hour, looks, is_holiday))
    return tuple(odd[:_LINES])


def _many_persons(
    rows: QuerySet[AccessLog], hours: Mapping[int, tuple[str, datetime]], *, least: int
) -> tuple[ManyPersons, ...]:
    shown: Counter[tuple[str, datetime]] = Counter()
    spans = AccessSpan.objects.filter(access__in=rows.values("pk")).order_by().values_list("access_id")
    for access_id, count in spans.annotate(count=Sum("last") - Sum("first") + Count("pk")).iterator():
        shown[hours[access_id]] += count
    many = [ManyPersons(by, hour, count) for (by, hour), count in shown.most_common(_LINES) if count >= least]
    return tuple(many)


def _hour(at: datetime) -> datetime:
    """The beginning of the hour; hours of Japan begin with hours of UTC."""
    return at.replace(minute=0, second=0, microsecond=0)


def _looks(counted: Iterable[tuple[str, datetime, int]]) -> tuple[Looks, ...]:
    total: Counter[str] = Counter()
    for by, _, looks in counted:
        total[by] += looks
    return tuple(Looks(by, looks) for by, looks in total.most_common(_LINES))


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))
