"""Which days an office writes down: from the first day of the Gregorian calendar here on, and none in another millennium.

The one idea: a year of two digits that was taken for the first century, or nines typed for "for ever", is a slip of the hand; it is refused
where it is typed, before anything is counted from it. Whether a day fits what it is said of is not judged here.
"""

from datetime import date

from saiken.domain.dates.era import ERAS

FIRST_DAY, LAST_DAY = ERAS[-1].begins_on, date(2999, 12, 31)


def can_be_meant(day: date) -> bool:
    """Whether somebody who writes the day can mean it.

    >>> can_be_meant(date(2026, 11, 22)), can_be_meant(date(26, 11, 22)), can_be_meant(date(9999, 12, 31))
    (True, False, False)
    """
    return FIRST_DAY <= day <= LAST_DAY
