"""The package's yearly rates against the table that four cities publish alike, year by year, typed anew here.

The one idea: equal years stand together in the data, so each year is asked by its first and last day.
"""

from datetime import date
from fractions import Fraction

import pytest

from saiken.law.lawbook import LawBook

BOOK = LawBook.load()

#: Year → special base rate, first tier, second tier, rate during grace.
PUBLISHED = {
    2000: ("4.5", "4.5", "14.6", "4.5"),
    2001: ("4.5", "4.5", "14.6", "4.5"),
    2002: ("4.1", "4.1", "14.6", "4.1"),
    2003: ("4.1", "4.1", "14.6", "4.1"),
    2004: ("4.1", "4.1", "14.6", "4.1"),
    2005: ("4.1", "4.1", "14.6", "4.1"),
    2006: ("4.1", "4.1", "14.6", "4.1"),
    2007: ("4.4", "4.4", "14.6", "4.4"),
    2008: ("4.7", "4.7", "14.6", "4.7"),
    2009: ("4.5", "4.5", "14.6", "4.5"),
    2010: ("4.3", "4.3", "14.6", "4.3"),
    2011: ("4.3", "4.3", "14.6", "4.3"),
    2012: ("4.3", "4.3", "14.6", "4.3"),
    2013: ("4.3", "4.3", "14.6", "4.3"),
    2014: ("1.9", "2.9", "9.2", "1.9"),
    2015: ("1.8", "2.8", "9.1", "1.8"),
    2016: ("1.8", "2.8", "9.1", "1.8"),
    2017: ("1.7", "2.7", "9.0", "1.7"),
    2018: ("1.6", "2.6", "8.9", "1.6"),
    2019: ("1.6", "2.6", "8.9", "1.6"),
    2020: ("1.6", "2.6", "8.9", "1.6"),
    2021: ("1.5", "2.5", "8.8", "1.0"),
    2022: ("1.4", "2.4", "8.7", "0.9"),
    2023: ("1.4", "2.4", "8.7", "0.9"),
    2024: ("1.4", "2.4", "8.7", "0.9"),
    2025: ("1.4", "2.4", "8.7", "0.9"),
    2026: ("1.8", "2.8", "9.1", "1.3"),
}
IDS = ("late_charge_base", "late_charge_first_tier", "late_charge_later", "late_charge_grace")
SPECIAL = tuple(year for year in PUBLISHED if year >= 2014)


def _rate(parameter_id: str, on: date) -> Fraction:
    return BOOK.value(parameter_id, on=on).number


@pytest.mark.parametrize("year", PUBLISHED)
def test_each_year_has_the_published_rates_from_its_first_to_its_last_day(year: int) -> None:
    wanted = [Fraction(rate) for rate in PUBLISHED[year]]
    assert [_rate(name, date(year, 1, 1)) for name in IDS] == wanted
    assert [_rate(name, date(year, 12, 31)) for name in IDS] == wanted


@pytest.mark.parametrize("year", SPECIAL)
def test_the_tiers_follow_from_the_average_lending_rate(year: int) -> None:
    day = date(year, 7, 1)
    base = _rate("average_lending_rate", day) + 1
    found = [_rate(name, day) for name in ("late_charge_base", "late_charge_first_tier", "late_charge_later")]
    assert found == [base, base + 1, base + Fraction("7.3")]


@pytest.mark.parametrize("year", [year for year in SPECIAL if year >= 2021])
def test_grace_and_refunds_have_the_average_lending_rate_and_a_half(year: int) -> None:
    day = date(year, 7, 1)
    wanted = _rate("average_lending_rate", day) + Fraction("0.5")
    assert (_rate("late_charge_grace", day), _rate("refund_interest", day)) == (wanted, wanted)


@pytest.mark.parametrize("year", SPECIAL)
def test_sewer_contributions_follow_from_the_base(year: int) -> None:
    day = date(year, 7, 1)
    base = _rate("late_charge_base", day)
    assert _rate("late_charge_sewer_first", day) == base + 1
    assert _rate("late_charge_sewer_later", day) == base + Fraction("7.25")


def test_grace_rates_before_2014_are_marked_unverified() -> None:
    values = BOOK.parameter("late_charge_grace").values
    assert {value.from_on.year: value.verified for value in values} == {
        value.from_on.year: value.from_on.year >= 2014 for value in values
    }


def test_a_day_rate_of_four_sen_is_14_point_6_per_cent() -> None:
    sen_a_day_per_hundred_yen = Fraction("0.04")
    assert _rate("late_charge_flat_14_6", date(2026, 1, 1)) == sen_a_day_per_hundred_yen * 365
