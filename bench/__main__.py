"""Run every benchmark and print one table: `make bench`, or `python -m bench [--claims N]`.

The one idea: each line is a ratio of two things measured in this run. Progress goes to stderr, the table to stdout.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench import office, postgres
from bench.synthetic import write_csv

RECEIVABLES = 140

#: Most that saiken may take, as a multiple of the peer; None where no limit was agreed.
LIMIT_BY_HAND, LIMIT_PANDAS, LIMIT_OFFICE, LIMIT_OPENFISCA = 1.5, None, None, None

#: Claims whose late charge is computed.
CHARGED = 100_000


@dataclass(frozen=True)
class Line:
    """One row of the table: seconds of saiken and of the peer, and the most their ratio may be."""

    work: str
    peer: str
    saiken_seconds: float
    peer_seconds: float
    limit: float | None

    @property
    def ratio(self) -> float:
        """saiken ÷ peer."""
        return self.saiken_seconds / self.peer_seconds

    @property
    def too_slow(self) -> bool:
        """Whether the ratio is above its limit."""
        return self.limit is not None and self.ratio > self.limit

    def text(self) -> str:
        """The row as printed."""
        limit = f"{self.limit:.2f}" if self.limit else "-"
        verdict = "too slow" if self.too_slow else ""
        return (
            f"{self.work:<52}{self.peer:<26}{self.saiken_seconds:>10.3f}{self.peer_seconds:>10.3f}"
            f"{self.ratio:>8.2f}{limit:>7} {verdict}".rstrip()
        )


def main() -> None:
    """Measure and print; exits 1 when a ratio is above its limit."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000, help="claims in the ledger, five entries each")
    claims = parser.parse_args().claims
    with tempfile.TemporaryDirectory(prefix="saiken-bench-") as name:
        lines = [*all_rows(Path(name), claims), one_sheet(Path(name)), *law(Path(name))]
    print(f"{'work':<52}{'peer':<26}{'saiken s':>10}{'peer s':>10}{'ratio':>8}{'limit':>7}")
    for line in lines:
        print(line.text())
    sys.exit(any(line.too_slow for line in lines))


def all_rows(folder: Path, claims: int) -> list[Line]:
    """Every result row of every receivable: against SQL by hand in both databases, and against pandas."""
    csv_path = folder / "entries.csv"
    say(f"writing a ledger of {claims:,} claims …")
    entries = write_csv(csv_path, claims=claims, receivables=RECEIVABLES)
    arguments = ["bench.rows", str(csv_path), str(claims), str(RECEIVABLES)]
    say("SQLite: loading, then timing …")
    embedded = child(arguments, home=folder, database=str(folder / "bench.sqlite3"))
    say("PostgreSQL: loading, then timing …")
    with postgres.server() as url:
        served = child(arguments, home=folder, database=url)
    say("pandas: reading and timing …")
    frames = child(["bench.frames", str(csv_path)], home=folder)
    if len({embedded["checksum"], served["checksum"], frames["checksum"]}) != 1:
        raise SystemExit("the three answers differ")
    work = f"all result rows, {entries:,} entries"
    return [
        Line(f"{work}, SQLite", "SQL by hand", embedded["saiken"], embedded["hand"], LIMIT_BY_HAND),
        Line(f"{work}, PostgreSQL", "SQL by hand", served["saiken"], served["hand"], LIMIT_BY_HAND),
        Line(f"{work}, SQLite", "pandas from CSV", embedded["saiken"], frames["pandas"], LIMIT_PANDAS),
    ]


def one_sheet(folder: Path) -> Line:
    """One receivable's sheet as a process of its own, against LibreOffice recalculating a list of as many rows."""
    csv_path, claims = folder / "one.csv", office.ROWS // 5
    write_csv(csv_path, claims=claims, receivables=1)
    database = str(folder / "one.sqlite3")
    say("one receivable: loading, then timing …")
    child(["bench.sheet", "load", str(csv_path), str(claims)], home=folder, database=database, answers=False)
    begun = time.perf_counter()
    child(["bench.sheet", "compute"], home=folder, database=database)
    taken = time.perf_counter() - begun
    say("LibreOffice: recalculating …")
    return Line(
        f"one sheet, {office.ROWS:,} entries", "LibreOffice, list", taken, office.seconds_to_recalculate(), LIMIT_OFFICE
    )


def law(folder: Path) -> list[Line]:
    """Late charges of many claims segment by segment, and with prescription and state, against a formula over whole columns."""
    say(f"late charges of {CHARGED:,} claims, both ways …")
    found = child(["bench.law", str(CHARGED)], home=folder)
    say(f"one late charge with its reasons: {found['explained'] * 1e6:.0f} µs")
    say("the same claims with histories …")
    answers = child(["bench.cases", str(CHARGED)], home=folder)
    for answer, taken in answers.items():
        say(f"one claim, {answer}: {taken / CHARGED * 1e6:.0f} µs")
    return [
        Line(
            f"late charges, {CHARGED:,} claims", "openfisca-core", found["saiken"], found["openfisca"], LIMIT_OPENFISCA
        ),
        Line(
            f"charge, prescription and state, {CHARGED:,}",
            "openfisca-core, charge",
            sum(answers.values()),
            found["openfisca"],
            LIMIT_OPENFISCA,
        ),
    ]


def child(module_and_arguments: list[str], *, home: Path, database: str = "", answers: bool = True) -> dict[str, float]:
    """Run a benchmark module in its own process; returns the JSON object on its last line."""
    environment = {**os.environ, "SAIKEN_HOME": str(home), "SAIKEN_DATABASE_URL": database}
    command = [sys.executable, "-m", *module_and_arguments]
    done = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, text=True)
    answer = json.loads(done.stdout.splitlines()[-1]) if answers else {}
    return answer if isinstance(answer, dict) else {}


def say(text: str) -> None:
    """Tell on stderr what is happening."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
