"""Plain values of propositions as cells of a Markdown table, in Japanese.

The one idea: what a value is follows from itself and its key: yen have separators, days their era, yes and no are words, lists are
lines within the cell. It knows no proposition and no page.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from saiken.domain.dates.era import format_wareki

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORD = re.compile(r"[a-z][a-z0-9_-]*")
#: From here on a number without a unit gets separators; years and counts stay below.
_LARGE = 10_000
_BREAK = "<br>"


@dataclass(frozen=True)
class Wording:
    """Japanese of a subject: labels of its keys, and words for values that are identifiers."""

    labels: Mapping[str, str]
    words: Mapping[str, str]

    def label(self, key: str) -> str:
        """The label of a key, or the key itself where nobody gave one."""
        return self.labels.get(key, key)

    def word(self, value: str) -> str:
        """The Japanese of an identifier, or the text as it is."""
        return self.words.get(value.replace("-", "_"), value) if _WORD.fullmatch(value) else value


def text(written: str) -> str:
    """Text within Markdown: nothing in it is markup, and it stays on its line.

    >>> text("2 * 3 | 4")
    '2 \\\\* 3 \\\\| 4'
    """
    escaped = re.sub(r"([\\*|`])", r"\\\1", written).replace("<", "&lt;")
    return _BREAK.join(escaped.splitlines())


def cell(key: str, value: Any, *, wording: Wording) -> str:
    """A value as the content of one cell; elements of a list that have parts of their own stand on lines of their own."""
    if isinstance(value, list | tuple) and any(isinstance(element, Mapping | list | tuple) for element in value):
        lines = (_inline(key, element, wording=wording) for element in value)
        return _BREAK.join(f"{place}) {line}" for place, line in enumerate(lines, 1))
    return _inline(key, value, wording=wording)


def _inline(key: str, value: Any, *, wording: Wording) -> str:
    if isinstance(value, Mapping):
        parts = (
            f"{text(wording.label(inner))} {_inline(inner, each, wording=wording)}" for inner, each in value.items()
        )
        return "、".join(parts) or "なし"
    if isinstance(value, list | tuple):
        return "、".join(_inline(key, element, wording=wording) for element in value) or "なし"
    return text(_scalar(key, value, wording=wording))


def _scalar(key: str, value: Any, *, wording: Wording) -> str:
    if value is None:
        return "なし"
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, int):
        return _number(key, value)
    if isinstance(value, date):
        return _day(value)
    written = str(value)
    return _day(date.fromisoformat(written)) if _is_day(written) else wording.word(written)


def _number(key: str, value: int) -> str:
    if key == "yen" or key.endswith("_yen"):
        return f"{value:,}円"
    return f"{value:,}" if abs(value) >= _LARGE else str(value)


def _is_day(written: str) -> bool:
    """Whether the text is a day of the calendar; a proposition about bad input may hold one that is not."""
    if not _ISO_DAY.fullmatch(written):
        return False
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _day(day: date) -> str:
    return f"{format_wareki(day)}（{day.isoformat()}）"


def keys_of(value: Any) -> Iterator[str]:
    """Every key within a value, at any depth."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            yield from keys_of(inner)
    elif isinstance(value, list | tuple):
        for element in value:
            yield from keys_of(element)


def words_of(value: Any) -> Iterator[str]:
    """Every text within a value that is an identifier and therefore needs a Japanese word."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from words_of(inner)
    elif isinstance(value, list | tuple):
        for element in value:
            yield from words_of(element)
    elif isinstance(value, str) and _WORD.fullmatch(value):
        yield value
