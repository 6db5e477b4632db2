"""Runs the `saiken` command inside the test's process, as its console script would.

The one idea: exit code, stdout and stderr are seen apart. Tests that need a separate process start `.venv/bin/saiken`.
"""

import contextlib
import io
from dataclasses import dataclass

from saiken.config.main import main


@dataclass(frozen=True)
class Finished:
    """What a run left behind."""

    exit_code: int
    stdout: str
    stderr: str


def run_saiken(*arguments: object) -> Finished:
    """Run `saiken ARGUMENTS…` and return how it ended; nothing is raised."""
    out, err = io.StringIO(), io.StringIO()
    exit_code = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            exit_code = int(end.code or 0)
    return Finished(exit_code, out.getvalue(), err.getvalue())
