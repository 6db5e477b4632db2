"""Sheets and findings as computed last, kept until something that a sheet is made of moves.

The one idea: a sheet of now is computed once for each value of what it is made of, one of another moment once between two acts; people look
at the same sheet many times meanwhile. A sheet kept is the very value that the query gave.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache

from saiken.domain.sheets.check import Finding, check_sheet
from saiken.domain.sheets.sheet import Sheet
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.last_act import last_act
from saiken.register.queries.sheet import sheet_value
from saiken.register.queries.sheet_basis import sheet_bases
from saiken.register.queries.sheet_index import SheetEntry, sheet_by_key, sheets_of_year
from saiken.web.context import WebContext


@dataclass(frozen=True)
class CheckedSheet:
    """A sheet as registered and as computed, with its findings."""

    entry: SheetEntry
    sheet: Sheet
    findings: tuple[Finding, ...]


def checked_sheet(key: str, sheet_year: int, *, context: WebContext, as_of: AsOf) -> CheckedSheet:
    """The sheet of the year; raises InvalidInput when the key has none in that year."""
    entry = sheet_by_key(key, fiscal_year=sheet_year, as_of=as_of)
    basis = sheet_bases((entry,), sheet_year)[entry.sheet_id] if as_of == NOW else last_act()
    return _checked(context=context, wanted=(key, sheet_year), as_of=as_of, basis=basis)


def checked_sheets(fiscal_year: int, *, context: WebContext, as_of: AsOf) -> tuple[CheckedSheet, ...]:
    """Every sheet of the year, by bureau and number."""
    entries = sheets_of_year(fiscal_year)
    bases = sheet_bases(entries, fiscal_year) if as_of == NOW else {}
    act = last_act()
    return tuple(
        _checked(context=context, wanted=(entry.key, fiscal_year), as_of=as_of, basis=bases.get(entry.sheet_id, act))
        for entry in entries
    )


@lru_cache(maxsize=512)
def _checked(*, context: WebContext, wanted: tuple[str, int], as_of: AsOf, basis: Hashable) -> CheckedSheet:
    """`basis` is not read: it makes a sheet of other facts another question."""
    key, year = wanted
    entry = sheet_by_key(key, fiscal_year=year, as_of=as_of)
    sheet = sheet_value(key, year, editions=context.editions, states=context.states, as_of=as_of)
    findings = check_sheet(sheet, context.editions[sheet.edition_id], states=context.states)
    return CheckedSheet(entry, sheet, tuple(findings))
