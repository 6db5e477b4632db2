"""One printed piece of text → a token with its readings.

The one idea: a piece that is a number, a rate or a dash in plain form is legible and has one reading; anything else is
damaged and gets every reading that its look-alikes allow, in order of likelihood. The formulas decide later; nothing is
decided here.
"""

import re

from saiken.domain.money import NO_RATE, format_rate
from saiken.domain.sheets.placement.token import Token
from saiken.formats.published.lookalikes import digits_for, is_dash, plain

_YEN = re.compile(r"[▲-]? ?(?:\d{1,3}(?:,\d{3})+|\d+)")
_RATE = re.compile(r"[▲-]? ?\d{1,4}\.\d ?%")
_ZERO = re.compile(r"[0OoQDCcUu〇○◯°。()\[\]{}.']+")

#: Marks before and after a number that belong to no number: 「･13,431」「|32」「5,118_」.
_AROUND = re.compile(r"^[^\w▲-]+|[\W_]+$(?<!%)")

#: Marks within a number that stand for a comma, or for nothing.
_WITHIN = re.compile(r"[\s()\[\]'`´‘’‚:;*·•・、_]")


def token_of(printed: str, column_index: int | None = None) -> Token:
    """The token of one piece of a row."""
    reading = _legible(plain(printed), printed)
    if reading is not None:
        return Token(printed, (reading,), True, column_index)
    return Token(printed, _damaged(plain(printed)), False, column_index)


def yen_of(printed: str) -> int | None:
    """The legible whole number of a piece, or None."""
    reading = _legible(plain(printed), printed)
    return reading if isinstance(reading, int) else None


def likely_yen_of(printed: str) -> int | None:
    """The whole number of a piece, read through its damage where only one number is likely."""
    token = token_of(printed)
    return next((reading for reading in token.readings if isinstance(reading, int)), None)


def rate_of(printed: str) -> str | None:
    """The rate text of a piece ("14.0%", "－"), or None."""
    token = token_of(printed)
    return next((reading for reading in token.readings if isinstance(reading, str)), None)


def is_figure(printed: str) -> bool:
    """Whether a piece can be a cell of figures at all: legible, or damaged but with a reading."""
    return bool(token_of(printed).readings)


def _legible(text: str, printed: str) -> int | str | None:
    if is_dash(printed.strip()):
        return NO_RATE
    if _YEN.fullmatch(text):
        return _signed(text)
    if _RATE.fullmatch(text):
        return _rate(text)
    return None


def _signed(text: str) -> int:
    sign = -1 if text[0] in "▲-" else 1
    return sign * int(text.lstrip("▲- ").replace(",", ""))


def _rate(text: str) -> str:
    sign = -1 if text[0] in "▲-" else 1
    return format_rate(sign * int(re.sub(r"\D", "", text)))


def _damaged(text: str) -> tuple[int | str, ...]:
    """Readings of a damaged piece, without repetition."""
    found: list[int | str] = []
    if _ZERO.fullmatch(text):
        found.append(0)
    found += _triangle_read_as_four(text)
    for variant in (_AROUND.sub("", text), re.sub(r"\s+", "", text), digits_for(text)):
        found += _mended(variant.strip())
    return tuple(dict.fromkeys(found))


def _triangle_read_as_four(text: str) -> list[int | str]:
    """「4 4」 for ▲4: a lone mark before the number was a triangle (or a minus sign)."""
    parts = text.split()
    if len(parts) == 2 and (parts[0] in ("4", "A", "a", "M") or is_dash(parts[0])) and _YEN.fullmatch(parts[1]):
        return [-_signed(parts[1])]
    return []


def _mended(text: str) -> list[int | str]:
    """A number whose marks are wrong: 131.003, 1,3345, 78.4, 140%, 100%."""
    compact = _WITHIN.sub("", digits_for(text))
    if _YEN.fullmatch(compact):
        return [_signed(compact)]
    if _RATE.fullmatch(compact):
        return [_rate(compact)]
    if re.fullmatch(r"[▲-]?\d{1,4}[.,]\d[%％xX]?", compact):
        return [_rate(re.sub(r"[.,](\d).*", r".\1%", compact))]
    if re.fullmatch(r"[▲-]?\d{1,3}%", compact):
        return [_rate(compact.replace("%", ".0%")), _rate(re.sub(r"(\d)%", r".\1%", compact.zfill(3)))]
    if re.fullmatch(r"[▲-]?\d{4}%", compact):
        return [_rate(re.sub(r"(\d)%", r".\1%", compact))]
    if re.fullmatch(r"[▲-]?\d[\d.,]*\d", compact):
        return [_signed(re.sub(r"[.,]", "", compact))]
    return []
