"""Sheets and findings as computed last, kept until the next act in the register.

The one idea: a sheet reads every open claim of its receivables; people look at the same sheet many times between two acts, so it is
computed once per act. A sheet kept is the very value that the query gave.
"""

from dataclasses import dataclass
from functools import lru_cache

from saiken.domain.sheets.check import Finding, check_sheet
from saiken.domain.sheets.sheet import Sheet
from saiken.register.queries.as_of import AsOf
from saiken.register.queries.last_act import Act, last_act
from saiken.register.queries.sheet import sheet_value
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
    return _checked(context=context, wanted=(key, sheet_year), as_of=as_of, act=last_act())


def checked_sheets(fiscal_year: int, *, context: WebContext, as_of: AsOf) -> tuple[CheckedSheet, ...]:
    """Every sheet of the year, by bureau and number."""
    act = last_act()
    return tuple(
        _checked(context=context, wanted=(entry.key, fiscal_year), as_of=as_of, act=act)
        for entry in sheets_of_year(fiscal_year)
    )


@lru_cache(maxsize=512)
def _checked(*, context: WebContext, wanted: tuple[str, int], as_of: AsOf, act: Act) -> CheckedSheet:
    """`act` is not read: it makes what was kept before the last act another question."""
    key, year = wanted
    entry = sheet_by_key(key, fiscal_year=year, as_of=as_of)
    sheet = sheet_value(key, year, editions=context.editions, states=context.states, as_of=as_of)
    findings = check_sheet(sheet, context.editions[sheet.edition_id], states=context.states)
    return CheckedSheet(entry, sheet, tuple(findings))
