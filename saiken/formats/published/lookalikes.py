"""Characters that look alike: what a scanner took for another, brought back to the plain one.

The one idea: two steps. `plain` only unifies characters that mean the same (widths, dashes, triangles, Cyrillic and Greek capitals);
`digits_for` guesses digits for letters and is used on tokens that are already known to be damaged.
"""

import unicodedata

#: Dashes, minus signs and what scanners make of them, for one lone mark.
DASHES = frozenset("-‐‑‒–—―−－ー一_＿ｰ﹣─━")

#: Signs that mean a decrease (or on edition 2022 an increase of the claim): both are a negative number.
TRIANGLES = frozenset("▲△▴▵")

_MINUS = str.maketrans(dict.fromkeys("‐‑‒–—―−─━﹣", "-"))
_LETTERS = str.maketrans("АВСЕНКМОРТХасеорхуіΑΒΕΖΗΙΚΜΝΟΡΤΥΧοЅ", "ABCEHKMOPTXaceopxyiABEZHIKMNOPTYXoS")
_DIGITS = str.maketrans("OoQDCc〇°IilL|!BSsZzGbgqЗзбЧ", "000000001111118552266993364")


def plain(text: str) -> str:
    """Compatibility form with one minus sign, one triangle and Latin letters; outer spaces removed."""
    unified = unicodedata.normalize("NFKC", text).translate(_MINUS).translate(_LETTERS).strip()
    return "".join("▲" if mark in TRIANGLES else mark for mark in unified)


def is_dash(text: str) -> bool:
    """Whether a token is nothing but one dash (repeated marks count as one)."""
    return bool(text) and all(mark in DASHES for mark in text) and len(text) <= 2


def digits_for(text: str) -> str:
    """The text with letters replaced by the digits they resemble (O → 0, l → 1, В → 8)."""
    return plain(text).translate(_DIGITS)
