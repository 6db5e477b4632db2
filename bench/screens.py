"""How long each screen takes with 2,000,000 claims of 1,000,000 persons and twenty people at work: `python -m bench.screens`.

The one idea: the real server over a register that is really there, real sign-ins, real answers read to their ends; beside them, in the same
minutes, a page of the same size that asks nothing, as the yardstick. To add a screen, add a line to SCREENS. A screen whose 95th percentile
reaches LIMIT fails the bench. The register is built once for each database and kept below build/scale, outside of version control.
"""

import argparse
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from operator import itemgetter
from pathlib import Path
from random import Random

from bench.scale.people import WORKERS
from bench.scale.postgres import kept_server
from bench.scale.progress import say
from bench.scale.users import Browser, Screen, Timings, ask_bare, ask_screen, filled, work

#: Seconds at the 95th percentile that no screen may reach.
LIMIT = 0.100

#: People who open a screen before the time is taken: enough that each process of the server has made it.
WARMERS = 4

#: Copies of the demo city (203,403 claims of 93,772 persons) beside the original: together 2.2 million claims of a million persons.
COPIES = 10

OFFICER, MANAGER, RECOVERY, PLANNER = "case_officer", "section_manager", "recovery_office", "bureau_planner"
AUDITOR = "auditor"
CASES = frozenset({OFFICER, MANAGER, RECOVERY})
EVERYBODY = CASES | {PLANNER}

#: A contact as it is taken down on the telephone.
_TODAY = date.today().isoformat()  # the machine's day is the register's
CONTACT = {
    "mode": "telephone_out", "on": _TODAY, "at": "00:01", "result": "absent", "promised_on": "", "promised_yen": "",
    "next_on": _TODAY, "note": "不在。改めて連絡する。",
}  # fmt: skip

SCREENS: Sequence[Screen] = (
    Screen("home", "/", CASES, weight=4),
    Screen("search, surname in kanji", "/search/?q={surname}", CASES, weight=3),
    Screen("search, surname in kana", "/search/?q={kana}", CASES, weight=3),
    Screen("search, full name", "/search/?q={name}", CASES, weight=3),
    Screen("search, name and birth", "/search/?q={surname}%20{birth}", CASES),
    Screen("search, while typing", "/search/?q={surname}", CASES, partial=True),
    Screen("search, number", "/search/?q={number}", CASES, leads=True),
    Screen("search, assessment number", "/search/?q={assessment}", CASES, leads=True),
    Screen("search, address", "/search/?q={address}", CASES),
    Screen("search, next page", "/search/?q={surname}", CASES, weight=1, follow=True),
    Screen("person", "/obligors/{person}/", CASES, weight=8),
    Screen("act, form", "/obligors/{person}/acts/{act}/", CASES, weight=4),
    Screen("contact, saved", "/obligors/{person}/", CASES, weight=4, send="contacts/", typed=CONTACT),
    Screen("claim", "/claims/{claim}/", CASES, weight=6),
    Screen("worklist, next contact", "/work/next_contact/", CASES, weight=3),
    Screen("worklist, prescription soon", "/work/prescription_soon/", CASES, weight=3),
    Screen("worklist, first demand", "/work/first_demand/", CASES),
    Screen("worklist, large balance", "/work/large_balance/", CASES),
    Screen("worklist, untouched", "/work/untouched/", CASES),
    Screen("worklist, next page", "/work/untouched/", CASES, follow=True),
    Screen("answers awaited", "/answers/", CASES, weight=1),
    Screen("approvals", "/approvals/", CASES),
    Screen("hand-overs", "/hand-overs/", CASES),
    Screen("hand-over candidates", "/hand-overs/candidates/", CASES, weight=1),
    Screen("assignments", "/assignments/", frozenset({MANAGER}), weight=2),
    Screen("manager", "/manager/", frozenset({MANAGER}), weight=2),
    Screen("manager, one office", "/manager/?office={office}", frozenset({MANAGER})),
    Screen("extraction", "/work/extract/?to_yen=100000", CASES, weight=1),
    Screen("hand-over results", "/hand-overs/results/", EVERYBODY, weight=1),
    Screen("sent lists", "/sent-lists/", CASES, weight=1),
    Screen("write-off candidates", "/work/write_off_candidate/", CASES),
    Screen("plan, new", "/obligors/{person}/plan/", CASES),
    Screen("property", "/obligors/{person}/properties/", CASES),
    Screen("facts of a person", "/obligors/{person}/facts/", CASES),
    Screen("city", "/city/", EVERYBODY),
    Screen("sheet", "/sheets/{sheet}/", EVERYBODY),
    Screen("sheet, cell", "/sheets/{sheet}/cells/result/past_received/", EVERYBODY),
    Screen("sheet, states", "/sheets/{sheet}/states/total/total/", EVERYBODY),
    Screen("data to check", "/data-to-check/", CASES),
    Screen("findings", "/findings/", EVERYBODY, weight=1),
    Screen("law", "/law/", EVERYBODY, weight=1),
    Screen("law, rates", "/law/parameters/late_charge_later/", EVERYBODY, weight=1),
    Screen("law, act", "/law/acts/local_tax_act/", EVERYBODY, weight=1),
    Screen("law, terms", "/law/terms/other_public/", EVERYBODY, weight=1),
    Screen("log of operations", "/logs/operations/", frozenset({AUDITOR})),
    Screen("log of looks", "/logs/accesses/", frozenset({AUDITOR})),
    Screen("looks at a person", "/logs/persons/{person}/", frozenset({AUDITOR})),
    Screen("unusual use", "/logs/unusual/", frozenset({AUDITOR})),
    Screen("unusual use, a month", "/logs/unusual/?from={month_ago}", frozenset({AUDITOR})),
)


def main() -> None:
    """Build what is missing, measure, print; exits 1 when a screen is too slow or failed."""
    parser = argparse.ArgumentParser(prog="python -m bench.screens", description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--seconds", type=int, default=180, help="how long the twenty people work")
    parser.add_argument("--keep", type=Path, default=Path("build/scale"), help="where the registers are kept")
    parser.add_argument("--copies", type=int, default=COPIES)
    parser.add_argument("--once", action="store_true", help="ask each screen a few times alone, one after the other")
    options = parser.parse_args()
    databases = ("sqlite", "postgresql") if options.database == "both" else (options.database,)
    failed = False
    for database in databases:
        with register(database, options.keep.resolve(), copies=options.copies) as environment:
            samples = json.loads(_child(["bench.scale.samples"], environment))
            with server(environment) as port:
                timings = _alone(port, samples) if options.once else _together(port, samples, seconds=options.seconds)
        failed |= _show(database, timings)
    sys.exit(failed)


@contextmanager
def register(database: str, keep: Path, *, copies: int) -> Iterator[dict[str, str]]:
    """The environment of the large register, built when it is not there."""
    source, home = keep / "base" / "var" / "saiken.sqlite3", keep / database
    home.mkdir(parents=True, exist_ok=True)
    with kept_server(home) if database == "postgresql" else _no_server() as url:
        environment = _environment(home, url)
        if not _is_built(home):
            _build_base(keep)
            say(f"building the register on {database} …")
            if database == "sqlite":
                (home / "var").mkdir(exist_ok=True)
                shutil.copyfile(source, home / "var" / source.name)
            _child(["bench.scale.build", "large", str(source), str(copies)], environment)
            (home / "built").write_text(_schema())
        yield environment


def _build_base(keep: Path) -> None:
    """The demo city that is multiplied; an embedded register whose write-ahead log is empty."""
    home = keep / "base"
    if _is_built(home):
        return
    home.mkdir(parents=True, exist_ok=True)
    say("loading the demo city …")
    _child(["bench.scale.build", "base"], _environment(home, ""))
    with sqlite3.connect(home / "var" / "saiken.sqlite3") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (home / "built").write_text(_schema())


def _is_built(home: Path) -> bool:
    """Whether a register is there; one of other tables is not taken away by itself."""
    mark = home / "built"
    if mark.exists() and mark.read_text() != _schema():
        raise SystemExit(
            f"{home} holds a register of another version of the tables; remove the folder to build it anew"
        )
    return mark.exists()


def _schema() -> str:
    digest = sha256()
    for path in sorted(Path("saiken/register/migrations").glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _environment(home: Path, url: str) -> dict[str, str]:
    given = {"SAIKEN_HOME": str(home), "SAIKEN_DATABASE_URL": url, "PYTHONPATH": str(Path.cwd())}
    return {**os.environ, **given, "DJANGO_SETTINGS_MODULE": "saiken.config.settings"}


@contextmanager
def _no_server() -> Iterator[str]:
    yield ""


@contextmanager
def server(environment: dict[str, str]) -> Iterator[int]:
    """The port of a running server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    running = subprocess.Popen([sys.executable, "-m", "bench.scale.serve", str(port)], env=environment)
    try:
        _wait_for(port, running)
        yield port
    finally:
        running.terminate()
        running.wait(timeout=60)


def _wait_for(port: int, running: "subprocess.Popen[bytes]") -> None:
    while running.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=30).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the server did not start")


def _together(port: int, samples: dict[str, list[object]], *, seconds: int) -> Timings:
    browsers = [Browser(port, worker) for worker in WORKERS]
    _warm(browsers, samples)
    say(f"{len(browsers)} people work for {seconds} s …")
    timings, until = Timings(), time.monotonic() + seconds
    threads = [
        threading.Thread(
            target=work, args=(browser, SCREENS), kwargs={"samples": samples, "until": until, "timings": timings}
        )
        for browser in browsers
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return timings


def _warm(browsers: Sequence[Browser], samples: dict[str, list[object]]) -> None:
    """Every screen by a few people, for there are several processes, as on a morning after the server was started; not timed."""
    rng = Random(3)
    for screen in SCREENS:
        several = _of_each_role([browser for browser in browsers if browser.worker.role in screen.roles])[:WARMERS]
        asked = [browser.ask(filled(screen.address, samples, rng=rng)) for browser in several]
        told = ", ".join(f"{status} {seconds * 1000:.0f} ms" for status, _, seconds in asked)
        say(f"  first time {screen.name}: {told}")


def _of_each_role(browsers: Sequence[Browser]) -> Sequence[Browser]:
    """One of every role before a second of any: another role reads other offices, and so other pages of the disk."""
    before = Counter[str]()
    turns = []
    for browser in browsers:
        turns.append((before[browser.worker.role], browser))
        before[browser.worker.role] += 1
    return [browser for _, browser in sorted(turns, key=itemgetter(0))]


def _alone(port: int, samples: dict[str, list[object]], *, times: int = 8) -> Timings:
    """Each screen by itself, without anybody else at work: what the screen costs, not what waiting does."""
    rng, timings = Random(5), Timings()
    browsers = {worker.role: Browser(port, worker) for worker in reversed(WORKERS)}
    for screen in SCREENS:
        for turn in range(times):
            role = sorted(screen.roles)[turn % len(screen.roles)]
            ask_screen(browsers[role], screen, address=filled(screen.address, samples, rng=rng), timings=timings)
            if timings.size:
                ask_bare(browsers[role], rng, timings=timings)
    return timings


def _show(database: str, timings: Timings) -> bool:
    """Print the table; whether a screen was too slow or failed."""
    bare = _percentile(timings.bare, 95)
    print(
        f"\n{database}: seconds of {sum(map(len, timings.seconds.values())):,} answers; bare page of the same size",
        end=" ",
    )
    print("  ".join(f"p{part} {_percentile(timings.bare, part) * 1000:.0f} ms" for part in (50, 95, 99)))
    print(f"{'screen':<34}{'asked':>7}{'kB':>7}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'÷ bare':>9}")
    slow = False
    every = [one for seconds in timings.seconds.values() for one in seconds]
    figures = "".join(f"{_percentile(every, part) * 1000:>9.0f}" for part in (50, 95, 99))
    print(f"{'all screens':<34}{len(every):>7}{'':>7}{figures}{_percentile(every, 95) / bare:>9.1f}")
    for screen in SCREENS:
        seconds = timings.seconds.get(screen.name, [])
        if not seconds:
            print(f"{screen.name:<34}{'—':>7}")
            continue
        p50, p95, p99 = (_percentile(seconds, part) for part in (50, 95, 99))
        is_slow = p95 >= LIMIT
        slow |= is_slow
        kilobytes = timings.size[screen.name] / 1000
        figures = "".join(f"{value * 1000:>9.0f}" for value in (p50, p95, p99))
        print(
            f"{screen.name:<34}{len(seconds):>7}{kilobytes:>7.0f}{figures}{p95 / bare:>9.1f}{'  too slow' if is_slow else ''}"
        )
    for wrong in timings.wrong[:20]:
        print(f"failed: {wrong}")
    return slow or bool(timings.wrong)


def _percentile(values: Sequence[float], part: int) -> float:
    ordered = sorted(values) or [0.0]
    return ordered[min(len(ordered) - 1, len(ordered) * part // 100)]


def _child(module: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *module], check=True, env=environment, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


if __name__ == "__main__":
    main()
