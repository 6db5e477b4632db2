"""Where the `saiken` command begins: builds the Context and hands it to the command line.

The one idea: Django is named here but set up only when a command needs the register, so the others start at once. It holds
no command.
"""

import os
from collections.abc import Sequence

import django

from saiken.cli import saiken
from saiken.cli.context import Context

SETTINGS_MODULE = "saiken.config.settings"
APPLICATION = "saiken.config.wsgi:application"


def prepare_register() -> None:
    """Load the settings and the register's models; calling it again does nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS_MODULE)
    django.setup()


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    saiken.main(
        args=arguments, prog_name="saiken", obj=Context(prepare_register=prepare_register, application=APPLICATION)
    )
