"""A tie-out as JSON and as lines for people.

The one idea: cells of the result rows, of table 3 and numbers of obligors are counted apart, differences and faults of the papers are
listed one by one. It compares nothing.
"""

from collections.abc import Sequence
from typing import Any

from saiken.cli.published_tables import aligned
from saiken.domain.sheets.sheet import CellValue
from saiken.register.queries.tie_out import Compared, TieOut
from saiken.register.samples.published import PublishedSheet

Comparisons = Sequence[tuple[PublishedSheet, TieOut]]


def tie_out_document(compared: Comparisons) -> dict[str, Any]:
    """Counts over all sheets, what differs, what the papers contradict themselves in, and the counts per sheet."""
    total = sum((found for _, found in compared), TieOut())
    return {
        **_counts(total.cells),
        "different": [_compared(sheet, each) for sheet, found in compared for each in found.different],
        "states": _counts(total.states),
        "obligors": _counts(total.obligors),
        "published_faults": [
            {**_compared(sheet, each), "implied": each.implied}
            for sheet, found in compared
            for each in found.published_faults
        ],
        "sheets": [
            {
                **_identity(sheet),
                **_counts(found.cells),
                "states": _counts(found.states),
                "obligors": _counts(found.obligors),
            }
            for sheet, found in compared
        ],
    }


def tie_out_lines(compared: Comparisons) -> list[str]:
    """A line per sheet with equal/printed, then differences and faults, then the sum."""
    total = sum((found for _, found in compared), TieOut())
    rows = [["様式", "実績のセル", "表3", "債務者数", "判定"]]
    rows += [[_title(sheet), *_shares(found), "不一致" if found.different else "一致"] for sheet, found in compared]
    rows.append(["合計", *_shares(total), "不一致" if total.different else "一致"])
    lines = list(aligned(rows))
    for sheet, found in compared:
        lines += [f"違い {_told(sheet, each)}" for each in found.different]
    for sheet, found in compared:
        lines += [
            f"公表値の不整合 {_told(sheet, each)}（他の数値からは {each.implied}）" for each in found.published_faults
        ]
    return lines


def _counts(cells: Sequence[Compared]) -> dict[str, int]:
    return {"cells": len(cells), "equal": sum(each.equal for each in cells)}


def _shares(found: TieOut) -> list[str]:
    counted = (_counts(cells) for cells in (found.cells, found.states, found.obligors))
    return [f"{counts['equal']:,}/{counts['cells']:,}" for counts in counted]


def _identity(sheet: PublishedSheet) -> dict[str, Any]:
    return {
        "sheet": sheet.key,
        "bureau": sheet.bureau,
        "numbers": list(sheet.numbers),
        "name": sheet.name,
        "edition": sheet.printed.edition_id,
        "fiscal_year": sheet.printed.fiscal_year,
        "origin": sheet.origin,
    }


def _compared(sheet: PublishedSheet, each: Compared) -> dict[str, CellValue]:
    return {
        "sheet": sheet.key,
        "bureau": sheet.bureau,
        "number": "/".join(sheet.numbers),
        "row": each.place,
        "column": each.column,
        "published": each.published,
        "computed": each.computed,
    }


def _title(sheet: PublishedSheet) -> str:
    return f"{'・'.join(sheet.numbers)} {sheet.name}"


def _told(sheet: PublishedSheet, each: Compared) -> str:
    return f"{_title(sheet)} {each.place} {each.column}: 公表 {each.published}、算出 {each.computed}"
