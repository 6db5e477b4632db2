"""The root group: finds a command by name, imports only that one, and turns refusals into sentences and exit codes.

The one idea: `saiken published …` must start without Django, so a command's module is imported when it is used and not
before. It does not speak to the user beyond errors.
"""

import importlib
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

import click

from saiken.cli.context import Context
from saiken.cli.output import ExitCode, warn
from saiken.cli.usage import usage_sentence
from saiken.domain.errors import DomainError, InvalidInput
from saiken.law.errors import LawBookFault, LawError


@dataclass(frozen=True)
class Entry:
    """A command known by name: its short Japanese help and whether its module needs Django set up."""

    name: str
    summary: str
    needs_register: bool

    def load(self) -> click.Command:
        """Import `saiken.cli.NAME` and return its click command of the same name (dashes are underscores)."""
        attribute = self.name.replace("-", "_")
        command = getattr(importlib.import_module(f"saiken.cli.{attribute}"), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"saiken.cli.{attribute}.{attribute} is not a click command")
        return command


class RootGroup(click.Group):
    """The group behind `saiken`; its entries are a table, its errors end with the documented exit codes."""

    def __init__(self, *args: Any, entries: Sequence[Entry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = {entry.name: entry for entry in entries}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; the register is prepared first where its entry says so."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        context = ctx.find_object(Context)
        if entry.needs_register and context is not None:
            context.prepare_register()
        return entry.load()

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the table alone, so that help imports none of them."""
        with formatter.section("コマンド"):
            formatter.write_dl([(entry.name, entry.summary) for entry in self.entries.values()])

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run and leave the process with a documented exit code."""
        kwargs["standalone_mode"] = False
        sys.exit(_exit_code_of(lambda: super(RootGroup, self).main(*args, **kwargs)))


def _exit_code_of(run: Any) -> int:
    """Run the command; write a refusal's sentence to stderr and return the exit code."""
    try:
        returned = run()
    except (InvalidInput, LawBookFault) as problem:
        return _refuse(problem, ExitCode.BAD_INPUT)
    except (DomainError, LawError) as problem:
        return _refuse(problem, ExitCode.REFUSED)
    except click.UsageError as problem:
        warn(usage_sentence(problem))
        return ExitCode.BAD_INPUT
    except click.ClickException as problem:
        return _refuse(problem, ExitCode.BAD_INPUT)
    except (click.Abort, KeyboardInterrupt):
        warn("中断しました")
        return ExitCode.INTERRUPTED
    except Exception:  # noqa: BLE001 - the last boundary: a defect must not look like findings (1)
        traceback.print_exc()
        return ExitCode.DEFECT
    return returned if isinstance(returned, int) else ExitCode.DONE


def _refuse(problem: Exception, code: ExitCode) -> ExitCode:
    warn(f"誤り: {problem}")
    return code
