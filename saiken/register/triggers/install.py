"""Puts the triggers in place after every migration.

The one idea: all triggers are created anew each time, so their text in this package is always the text in the database. Tables that do
not exist (a migration back to zero) are passed over.
"""

import re
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from saiken.register.triggers import append_only
from saiken.register.triggers.remove import remove

_LEDGER = {vendor: Path(__file__).parent / f"ledger.{vendor}.sql" for vendor in ("sqlite", "postgresql")}

_TRIGGER = re.compile(r"CREATE TRIGGER (\w+)")

#: Separates the statements of a .sql file.
_NEXT = "-- next\n"


def after_migration(using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Receiver of post_migrate."""
    install(connections[using])


def install(connection: BaseDatabaseWrapper) -> None:
    """Create every trigger anew and the ledger's clock row if it is missing."""
    tables = set(connection.introspection.table_names())
    if not {model._meta.db_table for model in append_only.append_only_models()} <= tables:
        return
    remove(connection)
    with connection.cursor() as cursor:
        for statement in statements(connection):
            cursor.execute(statement)
        cursor.execute(
            "INSERT INTO register_ledgerclock (id, last_sequence, last_recorded_at) VALUES (1, 0, %s) ON CONFLICT DO NOTHING",
            [connection.ops.adapt_datetimefield_value(datetime(1970, 1, 1, tzinfo=UTC))],
        )


def statements(connection: BaseDatabaseWrapper) -> list[str]:
    """Every CREATE statement for the connection's kind of database."""
    models = append_only.append_only_models()
    ledger = _LEDGER[connection.vendor].read_text(encoding="utf-8").split(_NEXT)
    if connection.vendor == "postgresql":
        tables = [append_only.postgresql_statements(model) for model in models]
        return [append_only.POSTGRESQL_FUNCTION, *chain.from_iterable(tables), *ledger]
    tables = [append_only.sqlite_statements(model) for model in models]
    return [*chain.from_iterable(tables), *ledger]


def expected_triggers(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of all triggers that belong in the connection's database."""
    return {match[1] for statement in statements(connection) if (match := _TRIGGER.search(statement))}
