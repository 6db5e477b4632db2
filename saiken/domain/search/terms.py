"""What a typed line asks for: its words, what each may mean, and the keys a person must have for it.

The one idea: a word is taken in every way it may be meant, for a clerk types what the caller says and tells no field; all words must hold.
Which way was taken is shown. It finds nobody.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from saiken.domain.search.address import address_of
from saiken.domain.search.birth import birth_of
from saiken.domain.search.folding import Folding
from saiken.domain.search.keys import (
    LONGEST,
    address_keys,
    birth_key,
    end_key,
    is_kana,
    name_keys,
    number_key,
    telephone_keys,
)

#: What is typed beyond this is not looked at.
LONGEST_LINE = 100

_CLAIM = re.compile("(?:債権|#)?([0-9]{1,12})")
_OBLIGOR = re.compile("債務者([0-9]{1,12})")
_NUMBER = re.compile("[a-z]{0,4}[0-9](?:[0-9-]*[0-9])?")
_TELEPHONE = re.compile("[0-9]{4}|[0-9]{8}|0[0-9]{8,10}")
_ADDRESS_UNIT = re.compile("[0-9]+(?:丁目|番|号)|[一二三四五六七八九十]+(?:丁目|番|号)")
#: Hyphens of every kind as one; between digits a lengthening mark is meant as one too.
_DASH = re.compile("(?<=[0-9])[ー‐‑‒–—―−]+(?=[0-9])")


class SearchKind(StrEnum):
    """氏名・名称, 宛名番号・調定番号, 債権の番号, 債務者の番号, 住所, 生年月日, 電話番号."""

    NAME = "person_name"
    NUMBER = "assigned_number"
    CLAIM_ID = "claim_id"
    OBLIGOR_ID = "obligor_id"
    ADDRESS = "person_address"
    BIRTH = "birth_date"
    TELEPHONE = "telephone_number"


@dataclass(frozen=True)
class Way:
    """One meaning of a word: every one of `keys` must be there, or the register's own `number` is meant."""

    kind: SearchKind
    keys: tuple[str, ...] = ()
    number: int | None = None


@dataclass(frozen=True)
class Term:
    """A word and its ways; a word without a way asks for too much to be looked for (one kana)."""

    text: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Asked:
    """The terms of a line; `folded_name` is all that may be a name, in one, as names are compared."""

    terms: tuple[Term, ...]
    folded_name: str

    @property
    def searchable(self) -> tuple[Term, ...]:
        """The terms that can be looked for."""
        return tuple(term for term in self.terms if term.ways)

    @property
    def is_number(self) -> bool:
        """Whether the line is one number, whose only holder is meant."""
        kinds = {way.kind for term in self.terms for way in term.ways}
        return len(self.terms) == 1 and bool(kinds & _NUMBERS) and kinds <= {*_NUMBERS, SearchKind.BIRTH}


_NUMBERS = {SearchKind.NUMBER, SearchKind.CLAIM_ID, SearchKind.OBLIGOR_ID, SearchKind.TELEPHONE}


def asked(line: str, *, folding: Folding) -> Asked:
    """The line taken apart at its spaces; the form of a corporation asks for nothing beside other words.

    >>> from saiken.domain.search.folding import load_folding
    >>> [[way.kind.value for way in term.ways] for term in asked("さいとう 昭55.3.2", folding=load_folding()).terms]
    [['person_name'], ['birth_date']]
    """
    words = unicodedata.normalize("NFKC", line[:LONGEST_LINE]).split()
    telling = [word for word in words if not folding.is_legal_form(word)] or words
    terms = tuple(_term(word, folding=folding) for word in telling)
    named = "".join(term.text for term in terms if any(way.kind is SearchKind.NAME for way in term.ways))
    return Asked(terms, folding.name(named))


def _term(word: str, *, folding: Folding) -> Term:
    plain = _DASH.sub("-", word.casefold())
    birth = birth_of(plain)
    if _NUMBER.fullmatch(plain):
        return Term(word, (*_numbers(plain), *([Way(SearchKind.BIRTH, (birth_key(birth),))] if birth else [])))
    if birth is not None:
        return Term(word, (Way(SearchKind.BIRTH, (birth_key(birth),)),))
    for pattern, kind in ((_CLAIM, SearchKind.CLAIM_ID), (_OBLIGOR, SearchKind.OBLIGOR_ID)):
        found = pattern.fullmatch(plain)
        if found is not None:
            return Term(word, (Way(kind, number=int(found[1])),))
    return Term(word, tuple(_in_words(word, folding=folding)))


def _numbers(plain: str) -> list[Way]:
    """宛名番号, 調定番号, 法人番号; digits alone may also be a claim of the register or a telephone."""
    ways = [Way(SearchKind.NUMBER, (number_key(plain)[:LONGEST],))]
    found = _CLAIM.fullmatch(plain)
    if found is not None:
        ways.append(Way(SearchKind.CLAIM_ID, number=int(found[1])))
    digits = plain.replace("-", "")
    if _TELEPHONE.fullmatch(digits):
        ways.append(Way(SearchKind.TELEPHONE, telephone_keys(digits)[:1]))
    return ways


def _in_words(word: str, *, folding: Folding) -> list[Way]:
    """A name, an address, or either."""
    name = folding.name(word)
    has_digit = any(letter.isdecimal() for letter in word)
    ways = []
    if len(name) == 1:
        return _by_one_letter(name, is_alone=len(word) == 1)
    if not _ADDRESS_UNIT.search(word):
        ways.append(Way(SearchKind.NAME, _cut(_name_parts(name))))
    if has_digit or any("一" <= letter <= "鿿" for letter in name):
        keys = address_keys(address_of(word, folding=folding))
        ways += [Way(SearchKind.ADDRESS, _cut(keys))] if keys else []
    return [way for way in ways if way.keys]


def _by_one_letter(letter: str, *, is_alone: bool) -> list[Way]:
    """One kanji begins or ends a name; what folds to one kana begins one, but one kana typed alone asks for too much."""
    begins = Way(SearchKind.NAME, name_keys(letter, begins=True))
    if is_kana(letter):
        return [] if is_alone else [begins]
    return [begins, Way(SearchKind.NAME, (end_key(letter),))]


def _name_parts(name: str) -> tuple[str, ...]:
    """The keys of a name; kana beside kanji are another field's, so 斉藤はなこ asks for 斉藤 and ハナコ."""
    parts = ["".join(letters) for _, letters in groupby(name, key=is_kana)]
    return tuple(dict.fromkeys(key for part in parts if len(part) > 1 for key in name_keys(part)))


def _cut(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key[:LONGEST] for key in keys)
