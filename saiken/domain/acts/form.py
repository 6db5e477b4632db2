"""The form of an act as it was filled in: texts read into plain values, and plain values asked by their kind.

The one idea: a form is kept as plain JSON (texts, whole numbers, true, ISO days, ids) so that what was drafted, approved and done is the
same value; days and yen come out typed. It judges nothing but whether a field can be read.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from saiken.domain.acts.catalogue import ActKind, Field, FieldKind
from saiken.domain.dates.written_day import can_be_meant
from saiken.domain.errors import InvalidInput

#: The longest whole number that is read.
_DIGITS = 12

#: What a field may hold in JSON.
Plain = str | int | bool | list[int]


@dataclass(frozen=True)
class Form:
    """The values by field id; a field left empty is not there."""

    values: Mapping[str, Plain] = field(default_factory=dict)

    def text(self, field_id: str) -> str:
        """The text; empty when left out."""
        found = self.values.get(field_id, "")
        return found if isinstance(found, str) else str(found)

    def day(self, field_id: str) -> date | None:
        """The day, or None. Raises InvalidInput for a text that is no day."""
        found = self.text(field_id)
        try:
            return date.fromisoformat(found) if found else None
        except ValueError as error:
            raise InvalidInput("日付として読めません", place=field_id, found=found, expected="2026-11-22") from error

    def number(self, field_id: str) -> int | None:
        """The yen or the count, or None."""
        found = self.values.get(field_id)
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def checked(self, field_id: str) -> bool:
        """Whether the box is ticked."""
        return self.values.get(field_id) is True

    def ids(self, field_id: str) -> tuple[int, ...]:
        """The numbers chosen: obligors, answers."""
        found = self.values.get(field_id)
        return tuple(found) if isinstance(found, list) else ()


@dataclass(frozen=True)
class Reading:
    """What a form holds, and by field id what is wrong with it."""

    form: Form
    problems: Mapping[str, str]


def read_form(kind: ActKind, typed: Mapping[str, Sequence[str]]) -> Reading:
    """Read what was typed, every field; unknown fields are left aside."""
    values: dict[str, Plain] = {}
    problems: dict[str, str] = {}
    for one in kind.form_fields:
        words = [unicodedata.normalize("NFC", word).strip() for word in typed.get(one.id, ())]
        words = [word for word in words if word]
        try:
            values |= {one.id: _read(one, words)} if words else {}
        except ValueError as error:
            problems[one.id] = str(error)
        if one.required and not words:
            problems[one.id] = "入力してください"
    return Reading(Form(values), problems)


def _read(one: Field, words: Sequence[str]) -> Plain:
    """The value of one field; raises ValueError with the sentence for the person."""
    match one.kind:
        case FieldKind.DAY:
            return _day(words[0])
        case FieldKind.YEN | FieldKind.COUNT | FieldKind.PROPERTY:
            return _whole(words[0])
        case FieldKind.CHECK:
            return True
        case FieldKind.PARTIES | FieldKind.EVIDENCE:
            return [_whole(word) for word in words]
        case FieldKind.CHOICE:
            return _chosen(one, words[0])
        case _:
            return _words(one, words[0])


def _day(word: str) -> str:
    try:
        day = date.fromisoformat(unicodedata.normalize("NFKC", word).replace("/", "-"))
    except ValueError as error:
        raise ValueError("日付として読めません。例 2026-11-22") from error
    if not can_be_meant(day):
        raise ValueError("年を確かめてください。1873年から2999年までの日付を入力してください")
    return day.isoformat()


def _whole(word: str) -> int:
    digits = unicodedata.normalize("NFKC", word).replace(",", "").removesuffix("円")
    if not digits.isdecimal():
        raise ValueError("0以上の整数で入力してください")
    if len(digits) > _DIGITS:
        raise ValueError("数が大きすぎます")
    return int(digits)


def _words(one: Field, text: str) -> str:
    if len(text) > one.longest:
        raise ValueError(f"{one.longest:,}字以内で入力してください。今は{len(text):,}字です")
    return text


def _chosen(one: Field, word: str) -> str:
    if word not in {choice.id for choice in one.choices}:
        raise ValueError("選択肢から選んでください")
    return word
