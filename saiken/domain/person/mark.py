"""The catalogue of marks (付箋): what an office may put on a person's file, in which words and which tone.

The one idea: kinds of marks are data; a new one is a table in `marks.toml`. A mark speaks by its word, the tone only helps the eye.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from saiken.domain.errors import InvalidInput

_FILE = Path(__file__).with_name("marks.toml")
#: How a mark may look.
TONES = ("plain", "good", "warning", "error")


@dataclass(frozen=True)
class MarkKind:
    """One kind of mark."""

    id: str
    japanese: str
    english: str
    tone: str


@cache
def load_mark_kinds() -> tuple[MarkKind, ...]:
    """All kinds in their order."""
    return read_mark_kinds(_FILE.read_text(encoding="utf-8"))


def read_mark_kinds(text: str) -> tuple[MarkKind, ...]:
    """The kinds of a catalogue's text; raises InvalidInput at the first that is not whole."""
    kinds = tuple(MarkKind(**table) for table in tomllib.loads(text)["marks"])
    for kind in kinds:
        if kind.tone not in TONES:
            raise InvalidInput("付箋の調子がありません", place=kind.id, found=kind.tone, expected="、".join(TONES))
    if len({kind.id for kind in kinds}) < len(kinds):
        raise InvalidInput("同じ付箋が二度あります", place="marks.toml", expected="互いに異なる id")
    return kinds


def mark_kind(kind_id: str) -> MarkKind:
    """The kind with that id; raises InvalidInput when there is none."""
    for kind in load_mark_kinds():
        if kind.id == kind_id:
            return kind
    raise InvalidInput("付箋の種類がありません", place="付箋", found=kind_id, expected="付箋の一覧にあるもの")
