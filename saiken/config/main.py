"""Where the `saiken` command begins: builds the Context and hands it to the command line.

The one idea: Django is named here but set up only when a command needs the register, so the others start at once. It holds
no command.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import django

from saiken.cli import saiken
from saiken.cli.context import Context
from saiken.config.environment import database_from_url, home
from saiken.config.lawbook import lawbook

SETTINGS_MODULE = "saiken.config.settings"
APPLICATION = "saiken.config.wsgi:application"


def prepare_register() -> None:
    """Load the settings and the register's models; calling it again does nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS_MODULE)
    django.setup()


def database_at(path: Path) -> Mapping[str, Any]:
    """The settings of a register in that SQLite file."""
    return database_from_url("", default_path=path)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    context = Context(
        prepare_register=prepare_register,
        lawbook=lawbook,
        application=APPLICATION,
        database_at=database_at,
        home=home(Path(__file__).resolve().parents[2]),
    )
    saiken.main(args=arguments, prog_name="saiken", obj=context)
