"""How commands speak: one result on stdout, everything else on stderr, four exit codes.

The one idea: with --json a program reads stdout, so stdout is exactly one JSON document or empty. Progress bars live in
`saiken.cli.progress`; errors are written by the root group.
"""

import contextlib
import datetime
import json
import sys
from collections.abc import Iterable
from enum import IntEnum
from typing import Any, TextIO

import click

_RESULT_STREAM = "saiken.result_stream"


class ExitCode(IntEnum):
    """How a command ended; the first four are the contract, the others say that it did not end by itself."""

    DONE = 0
    FINDINGS = 1
    BAD_INPUT = 2
    REFUSED = 3
    DEFECT = 70
    INTERRUPTED = 130


def _reserve_stdout(ctx: click.Context, _parameter: click.Parameter, as_json: bool) -> bool:
    """With --json keep stdout for the one document and send every other print of the command to stderr."""
    if as_json and not ctx.resilient_parsing:
        ctx.meta[_RESULT_STREAM] = sys.stdout
        ctx.with_resource(contextlib.redirect_stdout(sys.stderr))
    return as_json


#: Adds `--json`; the command receives it as `as_json`.
json_option = click.option(
    "--json", "as_json", is_flag=True, callback=_reserve_stdout, help="結果を1つのJSON文書として標準出力に書く"
)


def _plain(value: object) -> str:
    """Days and moments as ISO text; anything else has no agreed JSON form and must be converted by the command."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def emit(document: Any, *, as_json: bool, lines: Iterable[str] = ()) -> None:
    """Write the result to stdout: the document as JSON, or the lines meant for people. Call it once, at the end.

    `document` consists of dicts, lists, str, int, bool, None, days and moments.
    """
    if not as_json:
        for line in lines:
            click.echo(line)
        return
    ctx = click.get_current_context(silent=True)
    reserved: TextIO | None = ctx.meta.get(_RESULT_STREAM) if ctx else None
    stream = reserved or sys.stdout
    stream.write(json.dumps(document, ensure_ascii=False, indent=1, default=_plain, allow_nan=False) + "\n")
    stream.flush()


def say(sentence: str) -> None:
    """Tell on stderr what is happening."""
    click.echo(sentence, err=True)


def warn(sentence: str) -> None:
    """Tell on stderr what the reader must know; red on a terminal."""
    click.secho(sentence, err=True, fg="red")
