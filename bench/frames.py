"""The same rows by pandas from the CSV file: what an analyst would write.

The one idea: reading the file is part of the work, as it is for the analyst. Run as `python -m bench.frames CSV`; prints one JSON line.
"""

import json
import sys
import time
from datetime import date
from pathlib import Path

import pandas

from bench.synthetic import LAST_YEAR


def rows(path: Path) -> pandas.DataFrame:
    """Receivable and year by portion and account, carried-in balances added."""
    entries = pandas.read_csv(
        path, usecols=["sequence", "receivable_id", "account", "yen", "effective_on", "accounting_year", "portion"]
    )
    entries = entries[(entries.effective_on <= date(LAST_YEAR + 1, 5, 31).isoformat()) & (entries.sequence <= 10**12)]
    keys = ["receivable_id", "accounting_year", "portion", "account"]
    table = entries.groupby(keys).yen.sum().unstack(["portion", "account"], fill_value=0)
    carried = _balance(table).groupby("receivable_id").cumsum().groupby("receivable_id").shift(fill_value=0)
    table[("past", "assessment")] += carried
    return table


def _balance(table: pandas.DataFrame) -> pandas.Series:
    parts = [table[portion] for portion in ("past", "current")]
    return sum(part.assessment - part.receipt - part.get("write_off", 0) for part in parts)


def main(path: Path) -> None:
    """Time one run, reading included."""
    begun = time.perf_counter()
    table = rows(path)
    taken = time.perf_counter() - begun
    print(json.dumps({"pandas": taken, "checksum": int(_balance(table).sum())}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
