"""Makes the register's tables, or brings them to this version of saiken.

The one idea: what is to be done is known before it is done, so a person can be told; running it again does nothing. The triggers
that protect the entries are put back by the register itself after every migration.
"""

from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def pending_migrations() -> tuple[str, ...]:
    """The steps still to be done, in order, as app.name; empty when the register fits this version."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple(f"{migration.app_label}.{migration.name}" for migration, _ in plan)


def is_prepared() -> bool:
    """Whether the register's tables are there and fit this version; asking makes no file."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return False
    return not pending_migrations()


def prepare_register() -> tuple[str, ...]:
    """Do the pending steps and return them; the protecting triggers are put back even when no step is pending."""
    pending = pending_migrations()
    call_command("migrate", verbosity=0, interactive=False)
    return pending
