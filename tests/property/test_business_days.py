"""Business days, whatever the day: the shifted day is one, is not earlier, and no business day was passed over."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from saiken.domain.dates.business_day import business_day_from, is_business_day

LONGEST_CLOSURE_DAYS = 10


@given(st.dates(date(2000, 1, 1), date(2027, 12, 31)))
def test_the_next_business_day_is_the_first_one_from_the_day_on(day: date) -> None:
    found = business_day_from(day)
    passed = [day + timedelta(days=days) for days in range((found - day).days)]
    assert is_business_day(found)
    assert not any(map(is_business_day, passed))
    assert len(passed) <= LONGEST_CLOSURE_DAYS


@given(st.integers(2000, 2027))
def test_offices_are_closed_from_the_29th_of_december_to_the_3rd_of_january(year: int) -> None:
    closed = [date(year, 12, 29) + timedelta(days=days) for days in range(6)]
    assert not any(map(is_business_day, closed))
