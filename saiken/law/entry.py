"""One entry of a file of the law book, read field by field.

The one idea: every field is asked for by name and kind, and what does not fit is refused with the file, the entry, the field, what was
found and what was expected; a field nobody asked for is a misspelling and refused too. It knows neither acts nor rates.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

from saiken.law.citation import Citation, cite
from saiken.law.errors import LawBookFault, UnknownCitation

_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?|[0-9]+/[1-9][0-9]*")
_Chosen = TypeVar("_Chosen", bound=StrEnum)


class Entry:
    """A table of a TOML file and where it stands."""

    def __init__(self, written: Mapping[str, Any], place: str) -> None:
        self.place = place
        self._written = written
        self._read: set[str] = set()

    @classmethod
    def of_file(cls, file: Path, *, name: str) -> "Entry":
        """The whole of a file; LawBookFault when it is no TOML."""
        try:
            return cls(tomllib.loads(file.read_text(encoding="utf-8")), name)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            raise LawBookFault(f"{name}: TOMLとして読めません（{fault}）。書式を直してください") from fault

    def has(self, key: str) -> bool:
        """Whether the field is written."""
        return key in self._written

    def text(self, key: str, *, default: str | None = None, pattern: str = "") -> str:
        """A text that is not empty; `default` where the field may be missing or empty."""
        value = self._found(key, "文字", default=default)
        empty = default is None and not str(value).strip()
        if not isinstance(value, str) or empty or (pattern and not re.fullmatch(pattern, value)):
            raise self.fault(key, f"文字{f'（{pattern}）' if pattern else ''}", found=value)
        return value

    def day(self, key: str) -> date:
        """A day."""
        value = self._found(key, "日付（2026-04-01 の形、引用符なし）")
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.fault(key, "日付（2026-04-01 の形、引用符なし）", found=value)
        return value

    def day_or_none(self, key: str) -> date | None:
        """A day where one is written."""
        return self.day(key) if self.has(key) else None

    def whole(self, key: str, *, least: int, default: int | None = None) -> int:
        """A whole number from `least` on."""
        value = self._found(key, f"{least} 以上の整数", default=default)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise self.fault(key, f"{least} 以上の整数", found=value)
        return value

    def number(self, key: str) -> Fraction:
        """An exact number: a whole one, or a decimal or a fraction as text."""
        wanted = '整数か、"2.8" や "3/4" のような文字の数'
        value = self._found(key, wanted)
        written = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
        if not _NUMBER.fullmatch(written):
            raise self.fault(key, wanted, found=value)
        return Fraction(written)

    def yes(self, key: str, *, default: bool | None = None) -> bool:
        """A yes or no."""
        value = self._found(key, "true 又は false", default=default)
        if not isinstance(value, bool):
            raise self.fault(key, "true 又は false", found=value)
        return value

    def one_of(self, key: str, kind: type[_Chosen]) -> _Chosen:
        """One of the words of an enumeration."""
        words = {member.value: member for member in kind}
        value = self._found(key, "、".join(words))
        if value not in words:
            raise self.fault(key, f"次のいずれか（{'、'.join(words)}）", found=value)
        return words[value]

    def texts(self, key: str) -> tuple[str, ...]:
        """One or more texts."""
        value = self._found(key, "一つ以上の文字の並び")
        if not isinstance(value, list) or not value or not all(isinstance(text, str) and text for text in value):
            raise self.fault(key, "一つ以上の文字の並び", found=value)
        return tuple(value)

    def citations(self, *, known: frozenset[Citation]) -> tuple[Citation, ...]:
        """The articles of the field `cites`: at least one, each held by the acts."""
        return tuple(self._citation(written, known) for written in self.texts("cites"))

    def _citation(self, written: str, known: frozenset[Citation]) -> Citation:
        try:
            citation = cite(written)
        except ValueError as fault:
            raise self.fault("cites", "法令/条/項/号 の形（local_tax_act/18/1）", found=written) from fault
        if citation not in known:
            raise UnknownCitation(
                f"{self.place} の cites: {written} の条文が acts にありません。acts に条文を加えるか、引用を直してください"
            )
        return citation

    def entries(self, key: str, *, named: str) -> Iterator["Entry"]:
        """The tables of a list, each called after its field `named`."""
        value = self._found(key, f"[[{key}]] の並び")
        if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
            raise self.fault(key, f"[[{key}]] の並び", found=value)
        for position, table in enumerate(value, 1):
            yield Entry(table, f"{self.place}: {table.get(named, f'{position}番目')}")

    def part(self, key: str) -> "Entry":
        """A table within this one."""
        value = self._found(key, f"[{key}] の表")
        if not isinstance(value, dict):
            raise self.fault(key, f"[{key}] の表", found=value)
        return Entry(value, f"{self.place} の {key}")

    def close(self) -> None:
        """LawBookFault when the entry has a field nobody asked for."""
        unknown = sorted(set(self._written) - self._read)
        if unknown:
            raise self.fault(unknown[0], f"次の項目だけ（{'、'.join(sorted(self._read))}）", found="知らない項目")

    def fault(self, key: str, expected: str, *, found: object) -> LawBookFault:
        """The refusal of a field."""
        return LawBookFault(f"{self.place} の {key}: {found!r} とあります。{expected}を書いてください")

    def _found(self, key: str, expected: str, *, default: object = None) -> Any:
        self._read.add(key)
        if key in self._written:
            return self._written[key]
        if default is None:
            raise LawBookFault(f"{self.place} に {key} がありません。{expected}を書いてください")
        return default
