"""Recognises what could be a real personal number (個人番号) by its check digit, so that none is ever kept here.

The one idea: twelve digits standing alone with the right check digit; the rule is the published one.
"""

import re

TWELVE_DIGITS = re.compile(r"(?<![0-9A-Za-z.])(\d{4})[- ]?(\d{4})[- ]?(\d{4})(?![0-9A-Za-z])")


def looks_like_a_personal_number(digits: str) -> bool:
    """Whether the last of twelve digits is the check digit of the first eleven."""
    from_the_right = [int(digit) for digit in reversed(digits[:11])]
    weights = [place + 1 if place <= 6 else place - 5 for place in range(1, 12)]
    remainder = sum(digit * weight for digit, weight in zip(from_the_right, weights, strict=True)) % 11
    return int(digits[11]) == (0 if remainder <= 1 else 11 - remainder)


def personal_numbers_in(text: str) -> list[str]:
    """All that look like one, leaving out a row of zeros."""
    found = ("".join(groups) for groups in TWELVE_DIGITS.findall(text))
    return [digits for digits in found if int(digits) and looks_like_a_personal_number(digits)]
