"""Whole yen, whole thousand yen, and the two roundings of the sheets.

The one idea: money is an `int` of yen; a division always names its rounding. Both roundings of the published sheets are half
away from zero. No float ever appears, and no late-charge rounding lives here (that is law, per claim kind).
"""

#: What the forms print when the denominator of a rate is zero.
NO_RATE = "－"


def divide_half_away_from_zero(numerator: int, denominator: int) -> int:
    """Nearest integer of numerator ÷ denominator, halves away from zero; the denominator must be positive.

    >>> divide_half_away_from_zero(-25, 10)
    -3
    """
    if denominator <= 0:
        raise ValueError(f"denominator must be positive, not {denominator}")
    quotient = (2 * abs(numerator) + denominator) // (2 * denominator)
    return quotient if numerator >= 0 else -quotient


def to_thousand_yen(yen: int) -> int:
    """Yen to whole thousand yen, half away from zero (the sheets round the hundreds digit 四捨五入).

    >>> to_thousand_yen(1_500), to_thousand_yen(-1_500), to_thousand_yen(18_499)
    (2, -2, 18)
    """
    return divide_half_away_from_zero(yen, 1_000)


def rate_tenths(numerator: int, denominator: int) -> int | None:
    """Per cent in tenths (14.0 % = 140), half away from zero; None when the denominator is zero.

    >>> rate_tenths(469, 3_359), rate_tenths(1, 0)
    (140, None)
    """
    if denominator == 0:
        return None
    sign = -1 if denominator < 0 else 1
    return divide_half_away_from_zero(sign * numerator * 1_000, abs(denominator))


def format_rate(tenths: int | None) -> str:
    """Tenths of a per cent as the forms print them; 「－」 when there is no rate.

    >>> format_rate(140), format_rate(-455), format_rate(-4), format_rate(None)
    ('14.0%', '-45.5%', '-0.4%', '－')
    """
    if tenths is None:
        return NO_RATE
    whole, tenth = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole}.{tenth}%"
