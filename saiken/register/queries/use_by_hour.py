"""How often each person looked in each hour of some days, and how many persons and claims were shown.

The one idea: a day that is over does not change, so its counts are kept under the number of its last look, in memory and in the table of
kept figures; only today is counted from the log. It shows staff and counts, no obligor.
"""

import json
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from threading import Lock

from django.db import connection
from django.db.models import Max, Min
from django.utils.timezone import make_aware

from saiken.register.models import AccessLog, AccessSpan, KeptFigures, LedgerClock
from saiken.register.queries.position import register_key


@dataclass(frozen=True)
class HourOfUse:
    """Looks by one person in one hour, and what they showed."""

    by: str
    hour: datetime
    looks: int
    shown: int


#: Day → the number of its last look; days without a look are missing.
_Marks = Mapping[date, int]

#: How the names of kept rows begin.
_PREFIX = "use/"

_MOST_DAYS = 200
#: Register and day → the mark and the hours.
_kept: "OrderedDict[tuple[object, ...], tuple[int, tuple[HourOfUse, ...]]]" = OrderedDict()
_lock = Lock()


def use_by_hour(days: Sequence[date]) -> tuple[HourOfUse, ...]:
    """All hours of these days with a look, in no order."""
    marks = _marks(days)
    found = {day: _known(day, mark) for day, mark in marks.items()}
    missing = [day for day, hours in found.items() if hours is None]
    written = KeptFigures.objects.in_bulk([_name(day) for day in missing])
    for day in missing:
        row = written.get(_name(day))
        is_right = row is not None and row.last_sequence == marks[day]
        hours = unpacked(bytes(row.content)) if row is not None and is_right else _counted(day)
        found[day] = hours
        _keep(day, marks[day], hours=hours)
    return tuple(hour for hours in found.values() for hour in hours or ())


def keep_use(until: date, *, days: int) -> int:
    """Write down the days before `until`; how many have a look."""
    marks = _marks([until - timedelta(days=number) for number in range(1, days + 1)])
    written = dict(KeptFigures.objects.filter(pk__startswith=_PREFIX).values_list("pk", "last_sequence"))
    moment = LedgerClock.objects.get().last_recorded_at
    for day, mark in marks.items():
        if written.get(_name(day)) != mark:
            content = json.dumps([[one.by, one.hour.isoformat(), one.looks, one.shown] for one in _counted(day)])
            values = {"last_sequence": mark, "last_recorded_at": moment, "content": content.encode()}
            KeptFigures.objects.update_or_create(what=_name(day), defaults=values)
    return len(marks)


@dataclass(frozen=True)
class KeptDay:
    """A day as it was written down, and the hours as counted from the log."""

    on: date
    content: bytes
    counted: tuple[HourOfUse, ...]


def kept_days() -> Iterator[KeptDay]:
    """The days that are written down and had no look since."""
    rows = {day: row for row in KeptFigures.objects.filter(pk__startswith=_PREFIX) if (day := _day_of(row.what))}
    days = sorted(rows)
    for start in range(0, len(days), _MOST_DAYS):
        for day, mark in _marks(days[start : start + _MOST_DAYS]).items():
            if rows[day].last_sequence == mark:
                yield KeptDay(day, bytes(rows[day].content), _counted(day))


def unpacked(content: bytes) -> tuple[HourOfUse, ...]:
    """The hours as they were written down."""
    return tuple(
        HourOfUse(by, datetime.fromisoformat(hour), looks, shown) for by, hour, looks, shown in json.loads(content)
    )


def midnight(day: date) -> datetime:
    """When a day begins."""
    return make_aware(datetime.combine(day, time.min))


def _marks(days: Sequence[date]) -> _Marks:
    if not days:
        return {}
    last = "SELECT l.id FROM register_accesslog l WHERE l.at >= %s AND l.at < %s ORDER BY l.at DESC, l.id DESC LIMIT 1"
    one = f"SELECT {{place}}, ({last})"
    adapt = connection.ops.adapt_datetimefield_value
    bounds = [adapt(midnight(day + timedelta(days=more))) for day in days for more in (0, 1)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(one.format(place=place) for place in range(len(days))), bounds)
        return {days[place]: mark for place, mark in cursor.fetchall() if mark is not None}


def _counted(day: date) -> tuple[HourOfUse, ...]:
    rows = AccessLog.objects.filter(at__gte=midnight(day), at__lt=midnight(day + timedelta(days=1)))
    hours = {pk: (by, _hour(at)) for pk, by, at in rows.values_list("pk", "by", "at").iterator()}
    bounds = rows.aggregate(first=Min("pk"), last=Max("pk"))
    spans = AccessSpan.objects.filter(access_id__gte=bounds["first"] or 0, access_id__lte=bounds["last"] or 0)
    shown: Counter[tuple[str, datetime]] = Counter()
    for access_id, first, last in spans.values_list("access_id", "first", "last").iterator():
        if access_id in hours:
            shown[hours[access_id]] += last - first + 1
    looks = Counter(hours.values())
    return tuple(HourOfUse(by, hour, count, shown[by, hour]) for (by, hour), count in looks.items())


def _hour(at: datetime) -> datetime:
    """The beginning of the hour; hours of Japan begin with hours of UTC."""
    return at.replace(minute=0, second=0, microsecond=0)


def _name(day: date) -> str:
    return f"{_PREFIX}{day.isoformat()}"


def _day_of(name: str) -> date | None:
    try:
        day = date.fromisoformat(name.removeprefix(_PREFIX))
    except ValueError:
        return None
    return day if _name(day) == name else None  # any other name is never read


def _known(day: date, mark: int) -> tuple[HourOfUse, ...] | None:
    with _lock:
        kept = _kept.get((*register_key(), day))
    return kept[1] if kept is not None and kept[0] == mark else None


def _keep(day: date, mark: int, *, hours: tuple[HourOfUse, ...]) -> None:
    """Kept until newer days need the place; a day that gets another look is counted again."""
    with _lock:
        _kept[(*register_key(), day)] = (mark, hours)
        while len(_kept) > _MOST_DAYS:
            _kept.popitem(last=False)
