"""Addresses as they are compared: places in words, numbers in one form.

The one idea: 三丁目２番１０号, 3-2-10 and ３の２の１０ are the same run of numbers behind the same place; numbers that belong to a place's
name (一条, 十三) stay words. It knows no list of places.
"""

import re
import unicodedata
from dataclasses import dataclass

from saiken.domain.search.folding import DASHES, Folding

_DIGITS = {"〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_KANJI_NUMBER = re.compile("([〇一二三四五六七八九十百]+)(?=丁目|番|号)")
_UNIT = re.compile("(?<=[0-9])(?:丁目|番地の|番地|番|号室|号|の(?=[0-9])|ノ(?=[0-9]))")
_RUN = re.compile("[0-9]+(?:-[0-9]+)*")
_DASH = re.compile(f"(?<=[0-9])[{DASHES}]+(?=[0-9])")


@dataclass(frozen=True)
class Address:
    """`words` are the places and houses between the runs of numbers, folded; `runs` the numbers, 3-2-10."""

    words: tuple[str, ...]
    runs: tuple[str, ...]


def address_of(text: str, *, folding: Folding) -> Address:
    """The address taken apart.

    >>> from saiken.domain.search.folding import load_folding
    >>> address_of("見本市 仮名濱三丁目２番１０号", folding=load_folding())
    Address(words=('見本市仮名浜',), runs=('3-2-10',))
    """
    plain = unicodedata.normalize("NFKC", "".join(text.split()))
    counted = _KANJI_NUMBER.sub(lambda found: str(_number(found[1])), plain)
    joined = _DASH.sub("-", re.sub("-+(?=[^0-9]|$)", "", _UNIT.sub("-", counted)))
    runs = tuple("-".join(str(int(part)) for part in run.split("-")) for run in _RUN.findall(joined))
    words = ("".join(filter(str.isalnum, folding.folded(word))) for word in _RUN.split(joined))
    return Address(tuple(word for word in words if word), runs)


def _number(kanji: str) -> int:
    """二十三 and 二三 are 23."""
    if not set(kanji) & {"十", "百"}:
        return int("".join(str(_DIGITS[digit]) for digit in kanji))
    total, digit = 0, 0
    for letter in kanji:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        else:
            total, digit = total + max(digit, 1) * (100 if letter == "百" else 10), 0
    return total + digit
