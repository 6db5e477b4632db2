"""What a worksheet remembers about itself in hidden cells, so that it can be read back.

The one idea: everything the plan of cells depends on is written beside it under one sheet-scoped name, as text. It is no secret
and no proof of origin: whoever stores a workbook checks the sender.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.form import NEXT_KINDS, OWN_PORTIONS, VERIFICATION_KINDS, fixed_carried_in, measures_of
from saiken.domain.sheets.parts import fingerprints
from saiken.domain.sheets.sheet import Sheet
from saiken.formats.sheet_workbook.text_size import line_count

#: The defined name that covers the hidden cells of a worksheet: two columns, key and value.
RANGE_NAME = "saiken_metadata"

#: The version of this layout of cells; a workbook of another version is refused.
VERSION = "2"

#: Numbered items offered per kind on an empty form, and how many stay free below filled ones.
EMPTY_SLOTS, SPARE_SLOTS = 5, 1

#: A row cannot be higher than 409 points; so many lines of an item's text, so many half-width characters wide, fit into one.
_LINES_PER_ROW, _LINE_WIDTH = 28, 80


@dataclass(frozen=True)
class Metadata:
    """Edition, year and head of the sheet, the constants of ア, and how many numbered items each kind offers.

    The receivable's key is bureau and numbers in the fiscal year. `carried_in` gives ア in thousand yen by row id, None where
    the section has to fill it; `slots` gives by kind the rows that each numbered item takes. `basis` gives the fingerprints of what
    the form was made from.
    """

    edition_id: str
    fiscal_year: int
    bureau: str
    section: str
    numbers: tuple[str, ...]
    name: str
    legal_classes: tuple[LegalClass, ...]
    figures_only: bool
    carried_in: Mapping[str, int | None]
    true_balances_yen: Mapping[str, int]
    slots: Mapping[str, tuple[int, ...]]
    basis: Mapping[str, str]


def metadata_of(edition: Edition, sheet: Sheet) -> Metadata:
    """What a worksheet of this sheet has to remember."""
    return Metadata(
        edition_id=edition.id,
        fiscal_year=sheet.fiscal_year,
        bureau=sheet.bureau,
        section=sheet.section,
        numbers=sheet.numbers,
        name=sheet.name,
        legal_classes=sheet.legal_classes,
        figures_only=sheet.figures_only,
        carried_in=fixed_carried_in(edition, sheet),
        true_balances_yen=dict(sheet.true_balances_yen),
        slots={kind: _slots(sheet, kind) for kind in VERIFICATION_KINDS + NEXT_KINDS},
        basis=dict(sheet.basis or fingerprints(sheet, edition)),
    )


def _slots(sheet: Sheet, kind: str) -> tuple[int, ...]:
    """One row per item, more where a text needs more lines than a row can be high."""
    by_portion = [measures_of(sheet, kind=kind, portion=portion) for portion in OWN_PORTIONS]
    filled = zip_longest(*([_rows_for(item.text) for item in items] for items in by_portion), fillvalue=1)
    spans = tuple(max(pair) for pair in filled)
    return (*spans, *[1] * SPARE_SLOTS) if spans else (1,) * EMPTY_SLOTS


def _rows_for(text: str) -> int:
    return ceil(line_count(text, _LINE_WIDTH) / _LINES_PER_ROW)


def to_rows(metadata: Metadata) -> list[tuple[str, str]]:
    """Key and value as text, in the order they are written."""
    return [
        ("version", VERSION),
        ("edition", metadata.edition_id),
        ("fiscal_year", str(metadata.fiscal_year)),
        ("bureau", metadata.bureau),
        ("section", metadata.section),
        ("numbers", json.dumps(metadata.numbers)),
        ("name", metadata.name),
        ("legal_classes", json.dumps([legal_class.value for legal_class in metadata.legal_classes])),
        ("figures_only", json.dumps(metadata.figures_only)),
        ("carried_in", json.dumps(dict(metadata.carried_in))),
        ("true_balances_yen", json.dumps(dict(metadata.true_balances_yen))),
        ("slots", json.dumps({kind: list(spans) for kind, spans in metadata.slots.items()})),
        ("basis", json.dumps(dict(metadata.basis))),
    ]


def from_rows(rows: Mapping[str, str]) -> Metadata:
    """The metadata of those keys and values; raises KeyError or ValueError when one is missing or damaged."""
    return Metadata(
        edition_id=rows["edition"],
        fiscal_year=int(rows["fiscal_year"]),
        bureau=rows["bureau"],
        section=rows["section"],
        numbers=tuple(json.loads(rows["numbers"])),
        name=rows["name"],
        legal_classes=tuple(LegalClass(value) for value in json.loads(rows["legal_classes"])),
        figures_only=bool(json.loads(rows["figures_only"])),
        carried_in=dict(json.loads(rows["carried_in"])),
        true_balances_yen=dict(json.loads(rows["true_balances_yen"])),
        slots={kind: tuple(spans) for kind, spans in json.loads(rows["slots"]).items()},
        basis=dict(json.loads(rows["basis"])),
    )
