"""Rates of the law in per cent a year, as fractions and as text.

The one idea: a rate is an exact Fraction of per cent; text shows it as ordinances print it. It rounds nothing.
"""

from fractions import Fraction

_DECIMALS, _SCALE = 4, 10_000


def percent_text(rate: Fraction) -> str:
    """A rate as 2.8% or 14.6%; a whole number keeps no decimal.

    >>> percent_text(Fraction("2.8")), percent_text(Fraction(5)), percent_text(Fraction("9.125"))
    ('2.8%', '5%', '9.125%')
    """
    if not is_printable(rate):
        raise ValueError(f"a rate has at most {_DECIMALS} decimals: {rate}")
    whole, rest = divmod(int(rate * _SCALE), _SCALE)
    return f"{whole}.{rest:0{_DECIMALS}d}".rstrip("0") + "%" if rest else f"{whole}%"


def is_printable(rate: Fraction) -> bool:
    """Whether the rate can be written out: ordinances have up to two decimals, rates by the day up to four.

    >>> is_printable(Fraction("9.125")), is_printable(Fraction(1, 3))
    (True, False)
    """
    return _SCALE % rate.denominator == 0
