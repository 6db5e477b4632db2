"""Japanese eras (元号) for showing dates; storage is always ISO.

The one idea: one table of first days. It parses nothing.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Era:
    """One era: its name in full, its one-character short form, its year 元年 and the first day kept of it."""

    name: str
    short: str
    first_year: int
    begins_on: date


#: Newest first. Meiji is kept from the adoption of the Gregorian calendar in its sixth year.
ERAS = (
    Era("令和", "令", 2019, date(2019, 5, 1)),
    Era("平成", "平", 1989, date(1989, 1, 8)),
    Era("昭和", "昭", 1926, date(1926, 12, 25)),
    Era("大正", "大", 1912, date(1912, 7, 30)),
    Era("明治", "明", 1868, date(1873, 1, 1)),
)


def era_of(day: date) -> tuple[Era, int]:
    """The era of a day and the year within it (1 = 元年).

    >>> era, year = era_of(date(2019, 5, 1)); era.name, year
    ('令和', 1)
    """
    for era in ERAS:
        if day >= era.begins_on:
            return era, day.year - era.first_year + 1
    raise ValueError(f"no era is kept for {day.isoformat()}")


def year_text(year_of_era: int) -> str:
    """A year within an era as people write it: 1 is 元."""
    return "元" if year_of_era == 1 else str(year_of_era)


def format_wareki(day: date) -> str:
    """A day as 令和8年11月21日; one before the eras that are kept by its western year, so that a slip of the hand can still be read.

    >>> format_wareki(date(2019, 5, 1)), format_wareki(date(26, 4, 1))
    ('令和元年5月1日', '西暦26年4月1日')
    """
    if day < ERAS[-1].begins_on:
        return f"西暦{day.year}年{day.month}月{day.day}日"
    era, year = era_of(day)
    return f"{era.name}{year_text(year)}年{day.month}月{day.day}日"
