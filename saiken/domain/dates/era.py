"""Japanese eras (元号) for reading and showing dates; storage is always ISO.

The one idea: one table of first days serves both directions. It does not parse free text.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Era:
    """One era: its name in full, its one-character short form, its Latin letter, its year 元年 and the first day kept of it."""

    name: str
    short: str
    letter: str
    first_year: int
    begins_on: date


#: Newest first. Meiji is kept from the adoption of the Gregorian calendar in its sixth year.
ERAS = (
    Era("令和", "令", "R", 2019, date(2019, 5, 1)),
    Era("平成", "平", "H", 1989, date(1989, 1, 8)),
    Era("昭和", "昭", "S", 1926, date(1926, 12, 25)),
    Era("大正", "大", "T", 1912, date(1912, 7, 30)),
    Era("明治", "明", "M", 1868, date(1873, 1, 1)),
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
    """A day as 令和8年11月21日.

    >>> format_wareki(date(2019, 5, 1))
    '令和元年5月1日'
    """
    era, year = era_of(day)
    return f"{era.name}{year_text(year)}年{day.month}月{day.day}日"


def from_wareki(name: str, year_of_era: int, *, month: int, day: int) -> date:
    """The date of an era day; `name` may be the full name, the short form or the letter.

    Raises ValueError for an unknown era or a day outside it (平成32年).
    """
    for era in ERAS:
        if name in (era.name, era.short, era.letter):
            found = date(era.first_year + year_of_era - 1, month, day)
            if era_of(found)[0] != era:
                raise ValueError(f"{name}{year_of_era}年{month}月{day}日 is outside the era")
            return found
    raise ValueError(f"unknown era {name!r}")
