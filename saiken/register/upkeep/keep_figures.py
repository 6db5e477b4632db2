"""Writes the figures of the whole register down, so that nobody waits for them after a start or in the morning.

The one idea: computed anew every night from the entries themselves, so that whatever is brought on by day begins at what is right; on the
way it says nothing of anybody. It runs outside of any transaction and holds up no writer.
"""

from typing import TypeVar

from django.utils.timezone import localdate

from saiken.register.queries.class_figures import class_growth, mixed_receivables
from saiken.register.queries.growing import Growth, write_down
from saiken.register.queries.open_claims import growth_of
from saiken.register.queries.position import Position, position
from saiken.register.queries.sheet_index import sheets_of_year
from saiken.register.queries.sheet_years import sheet_years
from saiken.register.queries.unusual_use import LONGEST_PERIOD
from saiken.register.queries.use_by_hour import keep_use
from saiken.register.queries.year_figures import GROWTH

T = TypeVar("T")


def keep_figures() -> int:
    """Compute and write the ledger's sums, every sheet's open claims of every year, the use of the last days; how many rows there are."""
    now = position()
    _write(GROWTH, now)
    written, classes = 1, set()
    for fiscal_year in sheet_years():
        sheets = sheets_of_year(fiscal_year)
        for members in {sheet.in_claims(fiscal_year) for sheet in sheets}:
            _write(growth_of(members, fiscal_year), now)
            written += 1
        classes.add(mixed_receivables(sheets, fiscal_year))
    for receivable_ids in classes:
        _write(class_growth(receivable_ids), now)
    return written + len(classes) + keep_use(localdate(), days=LONGEST_PERIOD)


def _write(growth: Growth[T], now: Position) -> None:
    write_down(growth, growth.compute(now), position=now)
