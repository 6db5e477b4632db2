"""Eras and fiscal years at their borders."""

from datetime import date

import pytest

from saiken.domain.dates.era import era_of, format_wareki
from saiken.domain.dates.fiscal_year import (
    accounts_close_on,
    first_day,
    fiscal_year_of,
    last_day,
    long_label,
    short_label,
)
from saiken.domain.dates.written_day import can_be_meant


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(1926, 12, 24), "大正15年12月24日"),
        (date(1912, 7, 29), "明治45年7月29日"),
    ],
)
def test_days_around_a_change_of_era(day: date, text: str) -> None:
    assert format_wareki(day) == text


def test_a_day_before_meiji_6_has_no_era() -> None:
    with pytest.raises(ValueError, match="no era"):
        era_of(date(1872, 12, 31))
    assert format_wareki(date(1872, 12, 31)) == "西暦1872年12月31日"
    assert format_wareki(date(26, 4, 1)) == "西暦26年4月1日"


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (date(1872, 12, 31), False),
        (date(1873, 1, 1), True),
        (date(2999, 12, 31), True),
        (date(3000, 1, 1), False),
    ],
)
def test_a_year_that_nobody_can_mean_is_a_slip_of_the_hand(day: date, answer: bool) -> None:
    assert can_be_meant(day) is answer


@pytest.mark.parametrize(
    ("fiscal_year", "short", "full"),
    [
        (2016, "平28", "平成28年度"),
        (2018, "平30", "平成30年度"),
        (2019, "令元", "令和元年度"),
        (2020, "令2", "令和2年度"),
        (1988, "昭63", "昭和63年度"),
        (1989, "平元", "平成元年度"),
    ],
)
def test_labels_of_fiscal_years(fiscal_year: int, short: str, full: str) -> None:
    assert (short_label(fiscal_year), long_label(fiscal_year)) == (short, full)


def test_a_fiscal_year_runs_from_april_to_march_and_its_accounts_close_at_the_end_of_may() -> None:
    assert (first_day(2018), last_day(2018)) == (date(2018, 4, 1), date(2019, 3, 31))
    assert (fiscal_year_of(first_day(2018)), fiscal_year_of(last_day(2018))) == (2018, 2018)
    assert accounts_close_on(2018) == date(2019, 5, 31)
