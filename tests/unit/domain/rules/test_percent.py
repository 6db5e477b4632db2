"""Rates as text."""

from fractions import Fraction

import pytest

from saiken.domain.rules.percent import percent_text


@pytest.mark.parametrize(
    ("rate", "text"),
    [("14.6", "14.6%"), ("5", "5%"), ("0", "0%"), ("8.65", "8.65%"), ("10.75", "10.75%"), ("9.125", "9.125%")],
)
def test_a_rate_is_written_as_ordinances_print_it(rate: str, text: str) -> None:
    assert percent_text(Fraction(rate)) == text


def test_a_rate_that_never_ends_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="1/3"):
        percent_text(Fraction(1, 3))
