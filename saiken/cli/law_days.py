"""Days as typed for the rules of the law.

The one idea: a day must exist and lie where counting ten years on is still a day, so that no rule meets the end of the calendar. Whether
the law book knows anything of that day is the law book's answer.
"""

from datetime import date, datetime

import click
from click.types import FuncParamType

from saiken.domain.errors import InvalidInput

_FIRST_YEAR, _LAST_YEAR = 1900, 2999
#: What is expected of a day, in words for the person who typed another.
EXPECTED_DAY = f"実在する日（YYYY-MM-DD、{_FIRST_YEAR}年から{_LAST_YEAR}年まで）"


def is_usable(day: date) -> bool:
    """Whether a day lies where periods can be counted from it."""
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


def day(text: str) -> datetime:
    """The day of an option as a moment; refuses one that does not exist or cannot be calculated with."""
    try:
        return datetime.combine(read_day(text, place=""), datetime.min.time())
    except InvalidInput as fault:
        raise click.BadParameter(fault.sentence) from fault


#: A day as an option.
DAY = FuncParamType(day)


def read_day(text: str, *, place: str) -> date:
    """A day as YYYY-MM-DD."""
    try:
        found = date.fromisoformat(text)
    except ValueError as fault:
        raise _unreadable(text, place) from fault
    if not is_usable(found):
        raise _unreadable(text, place)
    return found


def _unreadable(text: str, place: str) -> InvalidInput:
    return InvalidInput(
        "日付として読めません", place=place, found=text or "空", expected=EXPECTED_DAY, remedy="日付を確かめてください"
    )
