"""The fiscal years that have sheets.

The one idea: a year is offered when some sheet is registered for it and figures of it are there, in claims or typed.
"""

from saiken.register.queries.as_of import NOW
from saiken.register.queries.sheet_index import all_sheets
from saiken.register.queries.typed import typed_years
from saiken.register.queries.year_figures import ledger


def sheet_years() -> tuple[int, ...]:
    """The years, newest first; empty for an empty register."""
    in_claims = {year for by_year in ledger(NOW).values() for year in by_year}
    typed = {year for by_year in typed_years(NOW).values() for year in by_year}
    sheets = all_sheets()
    return tuple(
        year
        for year in sorted(in_claims | typed, reverse=True)
        if any(
            sheet.from_fiscal_year <= year and (sheet.until_fiscal_year is None or year < sheet.until_fiscal_year)
            for sheet in sheets
        )
    )
