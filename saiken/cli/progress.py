"""Progress of long work, on stderr.

The one idea: one call for both worlds: a bar with the time left on a terminal, plain lines (begun, each quarter, done) in a
log. It measures nothing by itself; the work says how far it is.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from saiken.cli.output import say

#: Told how many more of the total are done.
Advance = Callable[[int], None]


@contextmanager
def progress(description: str, *, total: int) -> Iterator[Advance]:
    """Show progress of `total` parts while the body runs; the body calls `advance(k)` for each k finished parts."""
    shown = _bar if sys.stderr.isatty() else _lines
    with shown(description, total) as advance:
        yield advance


@contextmanager
def _bar(description: str, total: int) -> Iterator[Advance]:
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(description, total=total)
        yield lambda parts: bar.advance(task, parts)


@contextmanager
def _lines(description: str, total: int) -> Iterator[Advance]:
    """Begun, 25 %, 50 %, 75 % and done, one line each."""
    say(f"{description} …")
    done = told = 0

    def advance(parts: int) -> None:
        nonlocal done, told
        done += parts
        quarter = min(3, done * 4 // total) if total else 0
        if quarter > told:
            told = quarter
            say(f"{description} {quarter * 25}%")

    yield advance
    say(f"{description} 完了")
