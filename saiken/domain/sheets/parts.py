"""The parts of a sheet that change one by one, each with a fingerprint.

The one idea: a form remembers the fingerprints of what it was made from, so when it comes back every part is seen to be untouched, changed
by the sender, or changed meanwhile by somebody else. An empty part has none. It decides nothing.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from saiken.domain.sheets.edition import PORTIONS, Edition, RowSpec
from saiken.domain.sheets.form import OWN_PORTIONS, measure_text, words_for
from saiken.domain.sheets.sheet import Row, Sheet

#: What the parts are called: goal/<row id>, result/<row id>, grade/<portion>, states/<portion>, obligors, measures, comparison.
GOAL, RESULT, GRADE, STATES = "goal", "result", "grade", "states"
OBLIGORS, MEASURES, COMPARISON = "obligors", "measures", "comparison"

#: So many hexadecimal digits tell versions of one part apart beyond doubt.
_DIGITS = 16


def fingerprints(sheet: Sheet, edition: Edition) -> dict[str, str]:
    """Fingerprint by part in printed order, empty parts left out; the same content has the same fingerprint on every form.

    >>> from saiken.domain.sheets.edition import load_editions
    >>> empty = Sheet("2019", 2018, ("064",), "", "", "", legal_classes=(), rows=(), obligors=3)
    >>> list(fingerprints(empty, load_editions()["2019"]))
    ['obligors']
    """
    contents = {
        **{f"{GRADE}/{portion}": sheet.grades.get(portion) for portion in PORTIONS},
        **{
            f"{_kind(row.kind)}/{row.row_id}": _row(edition.row_of_id[row.row_id], row, edition=edition)
            for row in sheet.rows
        },
        **{f"{STATES}/{portion}": _states(sheet, portion) for portion in OWN_PORTIONS},
        OBLIGORS: sheet.obligors or None,
        MEASURES: _measures(sheet, edition),
        COMPARISON: _comparison(sheet),
    }
    return {part: _fingerprint(content) for part, content in contents.items() if content not in (None, [], {})}


def _kind(row_kind: str) -> str:
    return RESULT if row_kind == "result" else GOAL


def _row(spec: RowSpec, row: Row, *, edition: Edition) -> dict[str, int]:
    """The inputs, a blank counting as zero, and ア where no other row gives it."""
    columns = [*edition.input_columns, *(["past_carried_in"] if spec.carried_in_from is None else [])]
    return {column: row.yen(column) for column in columns}


def _states(sheet: Sheet, portion: str) -> dict[str, dict[str, int]]:
    """Counts and balances that are not zero."""
    table = sheet.states.get(portion)
    if table is None:
        return {}
    cells: dict[str, Mapping[str, int]] = {"count": table.count, "balance": table.balance}
    filled = {name: {state: value for state, value in shown.items() if value} for name, shown in cells.items()}
    return {name: shown for name, shown in filled.items() if shown}


def _measures(sheet: Sheet, edition: Edition) -> list[list[Any]]:
    """Items in a fixed order, their texts as the form shows them."""
    words = words_for(edition, sheet.fiscal_year)
    items = [
        [item.kind, item.portion, item.number, item.answers, _plain(measure_text(words, item))]
        for item in sheet.measures
    ]
    return sorted(items, key=lambda item: item[:3])


def _comparison(sheet: Sheet) -> dict[str, Any]:
    """What is typed into table 6; the own rates are computed."""
    comparison = sheet.comparison
    typed = {"rank": comparison.rank, "reason": _plain(comparison.reason), **comparison.averages}
    return {name: value for name, value in typed.items() if value}


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _fingerprint(content: object) -> str:
    written = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:_DIGITS]
