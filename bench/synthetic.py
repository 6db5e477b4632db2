"""A synthetic ledger of a metropolis as one CSV file, so that every engine computes from the same rows.

The one idea: rows follow from the claim's number by plain arithmetic, without a random number. This module knows no database.
"""

import csv
import itertools
from collections.abc import Iterator
from datetime import date
from pathlib import Path

WARDS = 24

#: Claims arise in YEARS fiscal years from FIRST_YEAR; the last money moves two years later.
FIRST_YEAR = 2014
YEARS = 8
LAST_YEAR = FIRST_YEAR + YEARS + 1

#: Columns of the CSV file, in order.
COLUMNS = (
    "sequence",
    "claim_id",
    "receivable_id",
    "office_id",
    "kind",
    "account",
    "yen",
    "effective_on",
    "accounting_year",
    "portion",
    "cause",
)


def year_of(claim: int, receivables: int) -> int:
    """The fiscal year in which a claim arises."""
    return FIRST_YEAR + claim // receivables % YEARS


def entries_of(claim: int, receivables: int) -> Iterator[tuple[object, ...]]:
    """Five entries of one claim without their sequence: assessed, paid in time, paid late, reduced, and paid or written off."""
    year, yen = year_of(claim, receivables), 10_000 + claim * 7_919 % 90_000
    place = (claim, 1 + claim % receivables, 2 + claim // 7 % WARDS)
    part = yen // 5
    yield (*place, "assessed", "assessment", yen, date(year, 6, 10), year, "current", "")
    yield (*place, "received", "receipt", part, date(year, 8, 1 + claim % 28), year, "current", "")
    yield (*place, "received", "receipt", part, date(year + 1, 9, 1 + claim % 28), year + 1, "past", "")
    yield (*place, "reduced", "assessment", -part, date(year + 1, 10, 1), year + 1, "past", "")
    if claim % 10:
        yield (*place, "received", "receipt", part, date(year + 2, 5, 1 + claim % 28), year + 2, "past", "")
    else:
        yield (
            *place,
            "written_off",
            "write_off",
            part,
            date(year + 2, 3, 31),
            year + 1,
            "past",
            "prescription_completed",
        )


def write_csv(path: Path, *, claims: int, receivables: int) -> int:
    """Write the entries of `claims` claims over `receivables` receivables; returns the number of entries."""
    sequence = itertools.count(1)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for claim in range(1, claims + 1):
            writer.writerows((next(sequence), *entry) for entry in entries_of(claim, receivables))
    return next(sequence) - 1
