"""How often each person looked in each hour of some days, and how many persons and claims were shown.

The one idea: what is over does not change, so counts are kept under the number of the last look: those of days in memory and in the table
of kept figures, those of today's hours in memory; only the hour that runs is counted from the log. It shows staff and counts, no obligor.
"""

import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from threading import Lock

from django.db import connection
from django.db.models import Count, F, Sum
from django.utils.timezone import localdate, make_aware, now

from saiken.register.models import AccessLog, AccessSpan, KeptFigures, LedgerClock
from saiken.register.queries.kept_content import Unusable, reader, rows, text, whole
from saiken.register.queries.position import register_key


@dataclass(frozen=True)
class HourOfUse:
    """Looks by one person in one hour, and what they showed."""

    by: str
    hour: datetime
    looks: int
    shown: int


@dataclass(frozen=True)
class _Span:
    """A day or an hour: from a moment to before another."""

    start: datetime
    end: datetime


#: Day or hour → the number of its last look; one without a look is missing.
_Marks = Mapping[_Span, int]

#: How the names of kept rows begin.
_PREFIX = "use/"

#: Days whose marks are asked at once; days and hours that are kept in memory.
_MOST_DAYS, _MOST_SPANS = 200, 500
#: Register and span → the mark and the hours.
_kept: "OrderedDict[tuple[object, ...], tuple[int, tuple[HourOfUse, ...]]]" = OrderedDict()
_lock = Lock()


def use_by_hour(days: Sequence[date]) -> tuple[HourOfUse, ...]:
    """All hours of these days with a look, in no order."""
    marks = _marks([_day(day) for day in days])
    found = {span: _known(span, mark) for span, mark in marks.items()}
    missing = [span for span, hours in found.items() if hours is None]
    written = KeptFigures.objects.in_bulk([_name(span) for span in missing])
    for span in missing:
        hours = _from_table(written.get(_name(span)), marks[span])
        hours = _read(span) if hours is None else hours
        found[span] = hours
        _keep(span, marks[span], hours=hours)
    return tuple(hour for hours in found.values() for hour in hours or ())


def keep_use(until: date, *, days: int) -> int:
    """Write down the days before `until`; how many have a look."""
    marks = _marks([_day(until - timedelta(days=number)) for number in range(1, days + 1)])
    written = KeptFigures.objects.in_bulk([_name(span) for span in marks])
    moment = LedgerClock.objects.get().last_recorded_at
    for span, mark in marks.items():
        if _from_table(written.get(_name(span)), mark) is None:
            content = json.dumps([[one.by, one.hour.isoformat(), one.looks, one.shown] for one in _counted(span)])
            values = {"last_sequence": mark, "last_recorded_at": moment, "content": content.encode()}
            KeptFigures.objects.update_or_create(what=_name(span), defaults=values)
    return len(marks)


def _from_table(row: KeptFigures | None, mark: int) -> tuple[HourOfUse, ...] | None:
    """The hours of a row that had no look since and can be read."""
    if row is None or row.last_sequence != mark:
        return None
    try:
        return unpacked(bytes(row.content))
    except Unusable:
        return None


@dataclass(frozen=True)
class KeptDay:
    """A day as it was written down, and the hours as counted from the log."""

    on: date
    content: bytes
    counted: tuple[HourOfUse, ...]


def kept_days() -> Iterator[KeptDay]:
    """The days that are written down and had no look since."""
    written = {day: row for row in KeptFigures.objects.filter(pk__startswith=_PREFIX) if (day := _day_of(row.what))}
    days = sorted(written)
    for start in range(0, len(days), _MOST_DAYS):
        for span, mark in _marks([_day(day) for day in days[start : start + _MOST_DAYS]]).items():
            row = written[localdate(span.start)]
            if row.last_sequence == mark:
                yield KeptDay(localdate(span.start), bytes(row.content), _counted(span))


@reader
def unpacked(content: bytes) -> tuple[HourOfUse, ...]:
    """The hours as they were written down."""
    return tuple(
        HourOfUse(text(by), datetime.fromisoformat(hour), whole(looks), whole(shown))
        for by, hour, looks, shown in rows(json.loads(content), width=4)
    )


def midnight(day: date) -> datetime:
    """When a day begins."""
    return make_aware(datetime.combine(day, time.min))


def _day(day: date) -> _Span:
    return _Span(midnight(day), midnight(day + timedelta(days=1)))


def _marks(spans: Sequence[_Span]) -> _Marks:
    if not spans:
        return {}
    last = "SELECT l.id FROM register_accesslog l WHERE l.at >= %s AND l.at < %s ORDER BY l.at DESC, l.id DESC LIMIT 1"
    one = f"SELECT {{place}}, ({last})"
    adapt = connection.ops.adapt_datetimefield_value
    bounds = [adapt(moment) for span in spans for moment in (span.start, span.end)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(one.format(place=place) for place in range(len(spans))), bounds)
        return {spans[place]: mark for place, mark in cursor.fetchall() if mark is not None}


def _hours_with_looks(day: _Span) -> _Marks:
    starts = [day.start + timedelta(hours=number) for number in range(24)]
    return _marks([_Span(start, start + timedelta(hours=1)) for start in starts])


def _read(day: _Span) -> tuple[HourOfUse, ...]:
    """A day from the log; of one that runs, only the hours that got a look since they were counted last."""
    if day.end <= now():
        return _counted(day)
    found: list[HourOfUse] = []
    for span, mark in _hours_with_looks(day).items():
        hours = _known(span, mark)
        if hours is None:
            hours = _counted_hour(span)
            _keep(span, mark, hours=hours)
        found += hours
    return tuple(found)


def _counted(day: _Span) -> tuple[HourOfUse, ...]:
    return tuple(one for hour in _hours_with_looks(day) for one in _counted_hour(hour))


def _counted_hour(hour: _Span) -> tuple[HourOfUse, ...]:
    within = {"at__gte": hour.start, "at__lt": hour.end}
    looks = AccessLog.objects.filter(**within).order_by().values_list("by").annotate(looks=Count("pk"))
    spans = AccessSpan.objects.filter(**{f"access__{name}": moment for name, moment in within.items()}).order_by()
    shown = dict(spans.values_list("access__by").annotate(shown=Sum(F("last") - F("first") + 1)))
    start = hour.start.astimezone(UTC)
    return tuple(HourOfUse(by, start, count, shown.get(by, 0)) for by, count in looks)


def _name(day: _Span) -> str:
    return f"{_PREFIX}{localdate(day.start).isoformat()}"


def _day_of(name: str) -> date | None:
    try:
        day = date.fromisoformat(name.removeprefix(_PREFIX))
    except ValueError:
        return None
    return day if _name(_day(day)) == name else None  # any other name is never read


def _known(span: _Span, mark: int) -> tuple[HourOfUse, ...] | None:
    with _lock:
        kept = _kept.get((*register_key(), span))
    return kept[1] if kept is not None and kept[0] == mark else None


def _keep(span: _Span, mark: int, *, hours: tuple[HourOfUse, ...]) -> None:
    """Kept until newer spans need the place; one that gets another look is counted again."""
    with _lock:
        _kept[(*register_key(), span)] = (mark, hours)
        while len(_kept) > _MOST_SPANS:
            _kept.popitem(last=False)
