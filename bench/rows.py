"""All result rows of a metropolis: saiken's query against the best SQL we can write by hand for the same answer.

The one idea: both run in one process on one connection, in turn, and must give the same numbers; the ratio of their medians is what
saiken's way of asking costs. Run as `python -m bench.rows CSV CLAIMS RECEIVABLES` with SAIKEN_DATABASE_URL naming an empty database;
prints one JSON line.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saiken.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 - the register needs Django first
from django.db import connection  # noqa: E402

from bench.ledger import load  # noqa: E402
from bench.synthetic import FIRST_YEAR, LAST_YEAR  # noqa: E402
from saiken.domain.sheets.edition import load_editions  # noqa: E402
from saiken.register.queries.as_of import AsOf  # noqa: E402
from saiken.register.queries.sheet_figures import results_of  # noqa: E402
from saiken.register.queries.sheet_index import all_sheets  # noqa: E402
from saiken.register.queries.year_figures import computed_ledger  # noqa: E402

AS_OF = AsOf(effective_on=date(LAST_YEAR + 1, 5, 31), sequence=10**12)
ROUNDS = 5

#: Grouped in the order of the covering index (one pass, no sorting), pivoted in the database, running balances by a window. Bound
#: are the effective day and the sequence.
BY_HAND = """
WITH grouped AS (
    SELECT receivable_id, accounting_year AS year, portion, account, SUM(yen) AS yen
    FROM register_entry WHERE effective_on <= %s AND sequence <= %s
    GROUP BY receivable_id, accounting_year, portion, account),
sums AS (
    SELECT receivable_id, year,
           SUM(CASE WHEN portion = 'past' AND account = 'assessment' THEN yen ELSE 0 END) AS past_assessed,
           SUM(CASE WHEN portion = 'past' AND account = 'receipt' THEN yen ELSE 0 END) AS past_received,
           SUM(CASE WHEN portion = 'past' AND account = 'write_off' THEN yen ELSE 0 END) AS past_written_off,
           SUM(CASE WHEN portion = 'current' AND account = 'assessment' THEN yen ELSE 0 END) AS current_assessed,
           SUM(CASE WHEN portion = 'current' AND account = 'receipt' THEN yen ELSE 0 END) AS current_received,
           SUM(CASE WHEN portion = 'current' AND account = 'write_off' THEN yen ELSE 0 END) AS current_written_off
    FROM grouped GROUP BY receivable_id, year)
SELECT receivable_id, year,
       past_assessed + COALESCE(SUM(past_assessed - past_received - past_written_off
           + current_assessed - current_received - current_written_off)
           OVER (PARTITION BY receivable_id ORDER BY year ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0),
       past_received, past_written_off, current_assessed, current_received, current_written_off
FROM sums ORDER BY receivable_id, year
"""

#: Receivable and fiscal year → the six ledger figures in yen.
Answer = dict[tuple[int, int], tuple[int, ...]]


def by_hand() -> Answer:
    """The answer of the hand-written statement."""
    with connection.cursor() as cursor:
        cursor.execute(BY_HAND, [AS_OF.effective_on, AS_OF.sequence])
        return {(row[0], row[1]): tuple(int(yen) for yen in row[2:]) for row in cursor.fetchall()}


def by_saiken() -> Answer:
    """The answer of the register's query, after computing every result row of every sheet from it."""
    ledger = computed_ledger(AS_OF)
    edition = load_editions()["2019"]
    rows = 0
    for sheet in all_sheets():
        rows += len(results_of(sheet, through=LAST_YEAR, edition=edition, ledger=ledger, typed={}).cells)
    if rows != len(ledger) * (LAST_YEAR - FIRST_YEAR + 1):
        raise RuntimeError(f"{rows} rows for {len(ledger)} receivables")
    return {
        (receivable, year): (
            figures.figures.past_assessed_yen,
            figures.figures.past_received_yen,
            figures.figures.past_written_off_yen,
            figures.figures.current_assessed_yen,
            figures.figures.current_received_yen,
            figures.figures.current_written_off_yen,
        )
        for receivable, by_year in ledger.items()
        for year, figures in by_year.items()
    }


def seconds(work: Callable[[], Answer]) -> tuple[float, Answer]:
    """Wall seconds of one call, and what it gave."""
    begun = time.perf_counter()
    answer = work()
    return time.perf_counter() - begun, answer


def main(csv_path: Path, *, claims: int, receivables: int) -> None:
    """Migrate and load the database, then time both ways in turn."""
    call_command("migrate", verbosity=0)
    load_seconds = time.perf_counter()
    load("default", path=csv_path, claims=claims, receivables=receivables)
    load_seconds = time.perf_counter() - load_seconds
    times: dict[str, list[float]] = {"saiken": [], "hand": []}
    for _ in range(ROUNDS):
        for name, work in (("saiken", by_saiken), ("hand", by_hand)):
            taken, answer = seconds(work)
            times[name].append(taken)
            other = by_hand() if name == "saiken" and len(times["hand"]) == 0 else None
            if other is not None and other != answer:
                raise RuntimeError("saiken and the hand-written statement disagree")
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    balance = sum(figures[0] + figures[3] - sum(figures[1:3]) - sum(figures[4:]) for figures in answer.values())
    print(json.dumps({"vendor": connection.vendor, "load": load_seconds, **medians, "checksum": balance}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), claims=int(sys.argv[2]), receivables=int(sys.argv[3]))
