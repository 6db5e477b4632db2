"""The fiscal years that have sheets.

The one idea: a year is offered when some sheet is registered for it and figures of it are there, in claims or typed.
"""

from collections.abc import Sequence

from saiken.register.models import GradeStatement
from saiken.register.queries.as_of import NOW
from saiken.register.queries.sheet_index import SheetEntry, all_sheets
from saiken.register.queries.typed import typed_years
from saiken.register.queries.year_figures import ledger


def sheet_years() -> tuple[int, ...]:
    """The years of any sheet, newest first; empty for an empty register."""
    sheets = all_sheets()
    return tuple(year for year in _years_with_figures() if any(_stands_in(sheet, year) for sheet in sheets))


def opening_year(years: Sequence[int]) -> int:
    """The year shown when nobody asks for one: the newest whose result a section has graded, else the newest with figures.

    A year that has only begun has figures too, but no result yet. `years` is not empty.
    """
    graded = set(GradeStatement.objects.filter(fiscal_year__in=years).values_list("fiscal_year", flat=True).distinct())
    return next((year for year in years if year in graded), years[0])


def years_of(sheet: SheetEntry) -> tuple[int, ...]:
    """The years of one sheet, newest first."""
    return tuple(year for year in _years_with_figures() if _stands_in(sheet, year))


def _years_with_figures() -> list[int]:
    in_claims = {year for by_year in ledger(NOW).values() for year in by_year}
    typed = {year for by_year in typed_years(NOW).values() for year in by_year}
    return sorted(in_claims | typed, reverse=True)


def _stands_in(sheet: SheetEntry, year: int) -> bool:
    return sheet.from_fiscal_year <= year and (sheet.until_fiscal_year is None or year < sheet.until_fiscal_year)
