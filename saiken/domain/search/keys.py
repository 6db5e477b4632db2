"""The keys under which a person is found: pairs of letters of the names and of the address, and whole numbers, days and telephones.

The one idea: what is typed is found when all of its keys are among the person's, so both sides are made here. A sign at the head tells the
kinds apart, so that no number is taken for a name. It stores nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from saiken.domain.search.address import Address, address_of
from saiken.domain.search.folding import Folding

#: The longest key; what is longer is cut on both sides.
LONGEST = 40

_HEAD, _TAIL, _WHOLE = "^", "$", "="
_ADDRESS, _RUN, _NUMBER, _TELEPHONE, _BIRTH = "@", "@#", "#", "+", "*"

#: How many last digits of a telephone number are enough: those of the line, and those without the area.
_TELEPHONE_ENDS = (4, 8)


@dataclass(frozen=True)
class Searched:
    """What a person may be found by. Of a protected person `addresses` and `telephones` are left empty by whoever fills it."""

    names: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()
    birth_on: date | None = None


def keys_of(person: Searched, *, folding: Folding) -> set[str]:
    """Every key of a person."""
    keys: set[str] = set()
    for name in person.names:
        for spelling in filter(None, folding.spellings(name)):
            keys.update(_registered_name(spelling))
    for text in person.addresses:
        keys.update(_registered_address(address_of(text, folding=folding)))
    keys.update(number_key(number) for number in person.numbers)
    for telephone in person.telephones:
        keys.update(telephone_keys(telephone))
    if person.birth_on is not None:
        keys.add(birth_key(person.birth_on))
    return {key[:LONGEST] for key in keys}


def name_keys(folded: str, *, begins: bool = False) -> tuple[str, ...]:
    """The keys that a name with this text in it has; `begins` also says that it begins so.

    >>> name_keys("佐藤"), name_keys("佐藤", begins=True), name_keys("林")
    (('佐藤',), ('^佐', '佐藤'), ('林',))
    """
    text = f"{_HEAD if begins else ''}{folded}"
    return tuple(dict.fromkeys(map("".join, pairwise(text)))) if len(text) > 1 else (text,) if text else ()


def whole_key(folded: str) -> str:
    """The key of a name that is this and nothing else: one, for pairs that are all common are many to look through."""
    return f"{_WHOLE}{folded}"[:LONGEST]


def end_key(letter: str) -> str:
    """The key of a name that ends with the letter; kana are not asked one at a time and have none."""
    return f"{letter}{_TAIL}"


def is_kana(letter: str) -> bool:
    """Whether a folded letter is kana."""
    return "ァ" <= letter <= "ヺ"


def address_keys(address: Address) -> tuple[str, ...]:
    """The keys that an address with these words and numbers in it has."""
    words = (f"{_ADDRESS}{pair}" for word in address.words for pair in name_keys(word))
    return tuple(dict.fromkeys([*words, *(f"{_RUN}{run}" for run in address.runs)]))


def number_key(number: str) -> str:
    """A number without hyphens, spaces and leading zeros.

    >>> number_key("09-000168") == number_key("９０００１６８")
    True
    """
    return _NUMBER + "".join(filter(str.isalnum, number)).casefold().translate(_WIDE).lstrip("0")


def telephone_keys(number: str) -> tuple[str, ...]:
    """A telephone number, whole and by its ends; a key of digits alone."""
    digits = "".join(filter(str.isdecimal, number)).translate(_WIDE)
    ends = (digits[-length:] for length in _TELEPHONE_ENDS if len(digits) > length)
    return tuple(f"{_TELEPHONE}{part}" for part in (digits, *ends) if part)


def birth_key(day: date) -> str:
    """A day of birth."""
    return f"{_BIRTH}{day.isoformat()}"


def _registered_name(spelling: str) -> Iterator[str]:
    yield from name_keys(spelling, begins=True)
    yield whole_key(spelling)
    if not is_kana(spelling[-1:]):
        yield end_key(spelling[-1:])


def _registered_address(address: Address) -> Iterator[str]:
    """The pairs of an address, and its numbers with every beginning: 3-2-10 is also found by 3-2."""
    yield from address_keys(Address(address.words, ()))
    for run in address.runs:
        parts = run.split("-")
        yield from (f"{_RUN}{'-'.join(parts[:length])}" for length in range(1, len(parts) + 1))


_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
