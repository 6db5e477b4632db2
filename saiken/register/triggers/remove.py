"""Takes the triggers off before a migration.

The one idea: SQLite rebuilds a table by copying it, and a trigger that names a table under rebuilding would stop the migration; so all
go before and come back after. Nothing but a migration may do this.
"""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

_INSTALLED = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'saiken\\_%' ESCAPE '\\'",
    "postgresql": (
        "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'saiken\\_%'"
    ),
}


def before_migration(using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Receiver of pre_migrate."""
    remove(connections[using])


def installed(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    """The (trigger, table) pairs that are in the database now, sorted."""
    with connection.cursor() as cursor:
        cursor.execute(_INSTALLED[connection.vendor])
        return sorted((name, table) for name, table in cursor.fetchall())


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop every trigger of saiken."""
    on_table = connection.vendor == "postgresql"
    for name, table in installed(connection):
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER {name} ON {table}" if on_table else f"DROP TRIGGER {name}")
