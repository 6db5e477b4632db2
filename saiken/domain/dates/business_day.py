"""Days on which public offices and banks are open: not Saturdays, Sundays, national holidays, nor 12/29 to 1/3.

The one idea: one calendar for every shift of a time limit (地方税法 20条の5, 民法 142条). Which limits shift at all is said in
`domain.rules.holiday_shift`; only the assessment action applies it.
"""

from datetime import date

import jpholiday

from saiken.domain.dates.period import ONE_DAY

_SATURDAY = 5
_YEAR_END, _NEW_YEAR = (12, 29), (1, 3)


def is_business_day(day: date) -> bool:
    """Whether offices are open.

    >>> is_business_day(date(2026, 5, 6)), is_business_day(date(2026, 5, 7))
    (False, True)
    """
    place = (day.month, day.day)
    closed_for_new_year = place >= _YEAR_END or place <= _NEW_YEAR
    return not (day.weekday() >= _SATURDAY or closed_for_new_year or jpholiday.is_holiday(day))


def business_day_from(day: date) -> date:
    """The day itself if offices are open, else the next day on which they are.

    >>> business_day_from(date(2026, 1, 31)), business_day_from(date(2025, 12, 29))
    (datetime.date(2026, 2, 2), datetime.date(2026, 1, 5))
    """
    while not is_business_day(day):
        day += ONE_DAY
    return day
