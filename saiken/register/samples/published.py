"""The published figures shipped with saiken, as sheets.

The one idea: `figures/*.toml` holds what a city's papers print, cell by cell, with the papers named; prose is not shipped. A sheet
printed without its head keeps empty numbers and is held under a provisional identity of ours.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import Comparison, Row, Sheet, Source, StateTable

_FIGURES = Path(__file__).parent / "figures"

#: What stands for a reason that the paper gives in words of its own.
_REASON_GIVEN = "公表様式に比較できない理由の記載あり"


@dataclass(frozen=True)
class PublishedSheet:
    """A sheet as printed and what the register holds it under: the same, or the provisional identity of a sheet without head.

    `origin` names paper, publisher and year. `key` is bureau and numbers.
    """

    printed: Sheet
    numbers: tuple[str, ...]
    name: str
    bureau: str
    section: str
    origin: str

    @property
    def joined_numbers(self) -> str:
        """The numbers as one text: 038, 056・057."""
        return "・".join(self.numbers)

    @property
    def key(self) -> str:
        """The key of the sheet in the register."""
        return f"{self.bureau}-{self.joined_numbers}"


def load_published(editions: Mapping[str, Edition], folder: Path = _FIGURES) -> tuple[PublishedSheet, ...]:
    """Every shipped sheet, the oldest papers first, then by number."""
    books = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    return tuple(_published(book, editions[book["edition"]]) for book in books)


def _published(book: dict[str, Any], edition: Edition) -> PublishedSheet:
    printed = _sheet(book, edition)
    held = {key: book[key] for key in ("name", "bureau", "section")} | book.get("provisional", {})
    numbers = (held.pop("number"),) if "number" in held else printed.numbers
    origin = "{publisher}「{title}」（{published_in}年公表）".format(**book["source"])
    return PublishedSheet(printed, numbers, origin=origin, **held)


def _sheet(book: dict[str, Any], edition: Edition) -> Sheet:
    return Sheet(
        edition_id=edition.id,
        fiscal_year=book["fiscal_year"],
        numbers=tuple(book["numbers"]),
        name=book["name"],
        bureau=book["bureau"],
        section=book["section"],
        legal_classes=tuple(LegalClass(name) for name in book["legal_classes"]),
        rows=tuple(_row(row, edition, sheet_year=book["fiscal_year"]) for row in book["rows"]),
        grades=book["grades"],
        states={portion: _state_table(table) for portion, table in book["states"].items()},
        claims_total=book.get("claims_total"),
        balance_total=book.get("balance_total"),
        obligors=book.get("obligors"),
        comparison=_comparison(book.get("comparison", {})),
        source=Source(book["source"]["title"]),
    )


def _row(book: dict[str, Any], edition: Edition, *, sheet_year: int) -> Row:
    spec = edition.row_of_id[book["id"]]
    blank = dict.fromkeys(edition.column_of_id)
    printed = {edition.column_of_letter[letter].id: value for letter, value in book["cells"].items()}
    return Row(spec.id, spec.label(sheet_year), spec.kind, spec.fiscal_year(sheet_year), blank | printed)


def _state_table(book: dict[str, Any]) -> StateTable:
    lost: dict[str, Any] = {
        name: _tuples(book[name]) for name in ("unplaced_count", "unplaced_balance") if name in book
    }
    return StateTable(**{**book, **lost})


def _tuples(lists: Mapping[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {group: tuple(values) for group, values in lists.items()}


def _comparison(book: dict[str, Any]) -> Comparison:
    reason = _REASON_GIVEN if book.get("has_reason") else ""
    known = {key: value for key, value in book.items() if key != "has_reason"}
    return replace(Comparison(**known), reason=reason)
