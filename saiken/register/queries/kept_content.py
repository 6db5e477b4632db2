"""How the content of a kept row is read: as it was packed, or not at all.

The one idea: a row that was damaged or packed in another shape is worth as much as none. Whatever reads one raises the same error, and
whoever asked computes anew as if the row were missing. It knows no figures.
"""

import zlib
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")


class Unusable(Exception):
    """Kept figures that are none: damaged, packed in another shape, or without what the register says they hold."""


def reader(unpack: Callable[[bytes], T]) -> Callable[[bytes], T]:
    """The same reader; for a content that is none it raises Unusable."""

    @wraps(unpack)
    def read(content: bytes) -> T:
        try:
            return unpack(content)
        except (LookupError, TypeError, ValueError, zlib.error) as error:
            raise Unusable from error

    return read


def rows(told: object, *, width: int) -> list[list[Any]]:
    """What was read, when it is a list of rows of so many columns; anything else raises TypeError."""
    if not isinstance(told, list) or not all(isinstance(row, list) and len(row) == width for row in told):
        raise TypeError(f"no list of rows of {width}")
    return told


def whole(told: object) -> int:
    """What was read, when it is a whole number; anything else raises TypeError."""
    if not isinstance(told, int):
        raise TypeError(f"no whole number: {told!r}")
    return told


def text(told: object) -> str:
    """What was read, when it is text; anything else raises TypeError."""
    if not isinstance(told, str):
        raise TypeError(f"no text: {told!r}")
    return told
