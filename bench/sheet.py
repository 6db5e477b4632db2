"""One receivable's whole sheet from a register of the incumbent's size, as one process from start to answer.

The one idea: tables 2 and 3 of 75,000 entries, computed by the same query the screens use. `python -m bench.sheet load CSV
CLAIMS` fills the empty database of SAIKEN_DATABASE_URL, `python -m bench.sheet compute` prints the sheet's balance.
"""

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saiken.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 - the register needs Django first

from bench.ledger import load, record_states  # noqa: E402
from bench.synthetic import FIRST_YEAR, YEARS  # noqa: E402
from saiken.domain.sheets.edition import load_editions  # noqa: E402
from saiken.domain.states.table import load_states  # noqa: E402
from saiken.register.queries.sheet import sheet_value  # noqa: E402


def fill(csv_path: Path, claims: int) -> None:
    """Migrate, load one receivable and give every claim a state."""
    call_command("migrate", verbosity=0)
    load("default", path=csv_path, claims=claims, receivables=1)
    record_states("default", claims)


def compute() -> int:
    """The sheet of the last year with claims; returns its balance in thousand yen."""
    year = FIRST_YEAR + YEARS - 1
    sheet = sheet_value("bench/001", year, editions=load_editions(), states=load_states())
    if sheet.balance_total is None:
        raise RuntimeError("the sheet has no balance")
    return sheet.balance_total


if __name__ == "__main__":
    if sys.argv[1] == "load":
        fill(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        print(compute())
