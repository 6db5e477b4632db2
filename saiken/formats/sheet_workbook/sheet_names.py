"""Names of worksheets: short, unique, and free of what spreadsheets forbid.

The one idea: a number is unique only within its bureau, so a name that is taken gets its bureau, then a counter.
"""

import re
from collections.abc import Sequence

from saiken.domain.sheets.form import numbers_text
from saiken.domain.sheets.sheet import Sheet

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


def sheet_names(sheets: Sequence[Sheet], *, taken: Sequence[str] = ()) -> list[str]:
    """One name per sheet in order: number and receivable."""
    used, names = {name.casefold() for name in taken}, []
    for sheet in sheets:
        plain = _clean(f"{numbers_text(sheet)} {sheet.name}".strip() or "様式")
        candidates = [plain, _clean(f"{numbers_text(sheet)} {sheet.bureau} {sheet.name}")]
        candidates += [f"{plain[: _LONGEST - 5]} ({count})" for count in range(2, len(sheets) + 2)]
        name = next(candidate for candidate in candidates if candidate.casefold() not in used)
        used.add(name.casefold())
        names.append(name)
    return names


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)[:_LONGEST].strip()
