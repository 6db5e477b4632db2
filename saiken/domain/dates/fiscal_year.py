"""Fiscal years of local government: 4/1 to 3/31, named after the year they begin in (自治法 208条).

The one idea: a fiscal year is an `int` (2018 = 平成30年度); these functions give its days and its label. When money belongs to
which year is decided in `domain.claim.attribution`, not here.
"""

from datetime import date

from saiken.domain.dates.era import Era, era_of, year_text


def fiscal_year_of(day: date) -> int:
    """The fiscal year a day lies in.

    >>> fiscal_year_of(date(2019, 3, 31)), fiscal_year_of(date(2019, 4, 1))
    (2018, 2019)
    """
    return day.year if day.month >= 4 else day.year - 1


def first_day(fiscal_year: int) -> date:
    """4/1 of the fiscal year."""
    return date(fiscal_year, 4, 1)


def last_day(fiscal_year: int) -> date:
    """3/31, the last day of the fiscal year."""
    return date(fiscal_year + 1, 3, 31)


def accounts_close_on(fiscal_year: int) -> date:
    """5/31 after the year, the day the accounts close (出納閉鎖, 自治法 235条の5)."""
    return date(fiscal_year + 1, 5, 31)


def _era_of_fiscal_year(fiscal_year: int) -> tuple[Era, int]:
    """The era a fiscal year is named after (that of its last day, if it had begun by then as a calendar year) and its number."""
    era, _ = era_of(last_day(fiscal_year))
    if fiscal_year < era.first_year:  # 昭和63年度 ended in 平成, which began in the next calendar year
        era, _ = era_of(first_day(fiscal_year))
    return era, fiscal_year - era.first_year + 1


def short_label(fiscal_year: int) -> str:
    """The year as the sheets print it: the era that the year ends in, one character and the year.

    平成31年4月 belongs to 令和元年度, so the label follows the last day.

    >>> short_label(2018), short_label(2019), short_label(2020)
    ('平30', '令元', '令2')
    """
    era, number = _era_of_fiscal_year(fiscal_year)
    return f"{era.short}{year_text(number)}"


def long_label(fiscal_year: int) -> str:
    """The year in full: 令和元年度.

    >>> long_label(2019)
    '令和元年度'
    """
    era, number = _era_of_fiscal_year(fiscal_year)
    return f"{era.name}{year_text(number)}年度"
