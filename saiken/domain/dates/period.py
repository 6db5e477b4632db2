"""Counting days, months and years as the Civil Code does (民法 138条から143条), and nothing about holidays.

The one idea: the first day that counts is given; a period of months or years ends on the day before its corresponding day, or on the last
day of a month that lacks it (143条2項). Whether an event's own day counts is said by the rule that asks.
"""

import calendar
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
#: Every month has its corresponding day up to this one.
SHORTEST_MONTH = 28


def next_day(day: date) -> date:
    """The day after, which is the first counted day where the event's own day is left out (初日不算入, 民法 140条)."""
    return day + ONE_DAY


def days_between(first: date, until: date) -> int:
    """How many days from `first` up to but not including `until`."""
    return (until - first).days


def last_day_of_months(first: date, months: int) -> date:
    """The last day of a period of months whose first counted day is `first` (民法 143条2項).

    >>> last_day_of_months(date(2026, 2, 3), 1), last_day_of_months(date(2026, 1, 31), 1)
    (datetime.date(2026, 3, 2), datetime.date(2026, 2, 28))
    """
    years, month = divmod(first.month - 1 + months, 12)
    year, month = first.year + years, month + 1
    if first.day <= SHORTEST_MONTH:
        return date(year, month, first.day) - ONE_DAY
    last = calendar.monthrange(year, month)[1]
    return date(year, month, last) if first.day > last else date(year, month, first.day) - ONE_DAY


def last_day_of_years(first: date, years: int) -> date:
    """The last day of a period of years whose first counted day is `first` (民法 143条2項).

    >>> last_day_of_years(date(2021, 7, 1), 5), last_day_of_years(date(2024, 2, 29), 5)
    (datetime.date(2026, 6, 30), datetime.date(2029, 2, 28))
    """
    return last_day_of_months(first, 12 * years)


def day_counted_from(day: date, count: int) -> date:
    """The count-th day where `day` itself is the first (「起算して」).

    >>> day_counted_from(date(2026, 10, 1), 11)
    datetime.date(2026, 10, 11)
    """
    return day + timedelta(days=count - 1)


def day_months_before(day: date, months: int) -> date:
    """The last day from which a period of months, its own day left out, has passed on `day` (民法 140条・143条2項).

    >>> day_months_before(date(2026, 7, 1), 3), day_months_before(date(2026, 3, 29), 1)
    (datetime.date(2026, 3, 31), datetime.date(2026, 2, 27))
    """
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)) - ONE_DAY
