"""Rates of the law in per cent a year, as fractions and as text.

The one idea: a rate is an exact Fraction of per cent; text shows it as ordinances print it. It rounds nothing.
"""

from fractions import Fraction


def percent_text(rate: Fraction) -> str:
    """A rate as 2.8% or 14.6%; a whole number keeps no decimal.

    >>> percent_text(Fraction("2.8")), percent_text(Fraction(5)), percent_text(Fraction("8.65"))
    ('2.8%', '5%', '8.65%')
    """
    hundredths = rate * 100
    if hundredths.denominator != 1:
        raise ValueError(f"a rate of the law has at most two decimals: {rate}")
    whole, rest = divmod(int(hundredths), 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") + "%" if rest else f"{whole}%"
