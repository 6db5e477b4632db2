"""Rounding of the sheets: half away from zero, hand-computed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saiken.domain.money import divide_half_away_from_zero, format_rate, rate_tenths, to_thousand_yen


@pytest.mark.parametrize(
    ("yen", "thousand"),
    [
        (0, 0),
        (499, 0),
        (500, 1),
        (1_499, 1),
        (1_500, 2),
        (-499, 0),
        (-500, -1),
        (-1_500, -2),
        (32_300, 32),
        (13_600, 14),
    ],
)
def test_thousand_yen_round_half_away_from_zero(yen: int, thousand: int) -> None:
    assert to_thousand_yen(yen) == thousand


@pytest.mark.parametrize(
    ("numerator", "denominator", "printed"),
    [
        (469, 3_359, "14.0%"),  # 13.962…
        (1, 2_000, "0.1%"),  # exactly 0.05 %: the half goes up
        (-1, 2_000, "-0.1%"),
        (-5, 11, "-45.5%"),
        (5, -11, "-45.5%"),
        (0, 7, "0.0%"),
        (7, 0, "－"),
        (0, 0, "－"),
    ],
)
def test_rates_print_one_decimal(numerator: int, denominator: int, printed: str) -> None:
    assert format_rate(rate_tenths(numerator, denominator)) == printed


def test_a_division_without_a_positive_denominator_is_refused() -> None:
    with pytest.raises(ValueError, match="positive"):
        divide_half_away_from_zero(1, 0)


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**6))
def test_the_nearest_integer_is_at_most_half_away(numerator: int, denominator: int) -> None:
    quotient = divide_half_away_from_zero(numerator, denominator)
    assert 2 * abs(numerator - quotient * denominator) <= denominator
    assert divide_half_away_from_zero(-numerator, denominator) == -quotient
