"""What is written stays written: the database itself refuses change, on both databases, to whoever asks.

The one idea: the deeds are raw SQL, past all our code; they are tried on every model that declares itself append-only.
"""

import sqlite3
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_pre_migrate_signal
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.state import ProjectState
from django.db.models import Model

from saiken.register.actions.receive import receive
from saiken.register.actions.reverse import reverse
from saiken.register.queries.verify import differences
from saiken.register.triggers.append_only import append_only_models
from saiken.register.triggers.install import expected_triggers
from saiken.register.triggers.remove import installed
from tests.support.every_table import one_row_everywhere
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

ON = {"by": "kakari", "on": date(2019, 6, 3)}


def _refused(statement: str) -> None:
    with pytest.raises(IntegrityError, match="saiken:append_only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_rows_can_be_neither_changed_nor_removed_nor_a_table_emptied(small: SmallRegister) -> None:
    one_row_everywhere(small)
    without = [model.__name__ for model in append_only_models() if not model._default_manager.exists()]
    assert without == []
    for model in append_only_models():
        table, column, count = model._meta.db_table, _some_column(model), model._default_manager.count()
        _refused(f"UPDATE {table} SET {column} = {column}")
        _refused(f"DELETE FROM {table}")
        if connection.vendor == "postgresql":
            _refused(f"TRUNCATE {table} CASCADE")
        else:
            _refused(f"REPLACE INTO {table} SELECT * FROM {table}")
        assert model._default_manager.count() == count, table


def test_every_append_only_model_has_its_triggers_after_migrating(register: dict[str, Any]) -> None:
    found = installed(connection)
    assert {name for name, _ in found} == expected_triggers(connection)
    deeds = ("append_only",) if connection.vendor == "postgresql" else ("no_update", "no_delete", "no_replace")
    expected = {(f"saiken_{table}_{deed}", table) for table in _tables() for deed in deeds}
    assert expected <= set(found)
    assert {"register_entry", "register_claim", "register_auditrow", "register_accesslog"} <= _tables()


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_row_is_not_replaced_by_another_with_the_same_key(small: SmallRegister, register: dict[str, Any]) -> None:
    receipt = receive(claim_id=small.claim(), yen=100, lawbook=BOOK, **ON)
    reverse(sequence=receipt, lawbook=BOOK, **ON)
    connection.close()
    stranger = sqlite3.connect(register["NAME"])  # without the settings of our own connections
    for table, key, names in (
        ("register_claim", "id", "claim_key"),
        ("register_entry", "sequence", "entry_reversed_once"),
    ):
        columns = [row[1] for row in stranger.execute(f"PRAGMA table_info({table})")]
        copied = ", ".join(f"{key} + 1" if column == key else column for column in columns)
        last = f"SELECT {copied} FROM {table} WHERE {key} = (SELECT MAX({key}) FROM {table})"
        with pytest.raises(sqlite3.IntegrityError, match=f"saiken:append_only {table} .*{names}"):
            stranger.execute(f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) {last}")
    stranger.close()


def test_no_change_of_a_model_lacks_its_migration(register: dict[str, Any]) -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_a_migration_that_rebuilds_a_table_puts_the_triggers_back(small: SmallRegister) -> None:
    small.claim()
    before = installed(connection)
    emit_pre_migrate_signal(0, False, connection.alias)
    assert installed(connection) == []
    _alter_the_entries_table()
    call_command("migrate", verbosity=0)
    assert installed(connection) == before
    _refused("DELETE FROM register_entry")


def test_a_table_rebuilt_behind_our_back_is_found_by_the_verification(small: SmallRegister) -> None:
    small.claim()
    with connection.cursor() as cursor:
        name, table = installed(connection)[0]
        cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
    assert [(fault.rule, fault.subject) for fault in differences(lawbook=BOOK)] == [("trigger", name)]


def _alter_the_entries_table() -> None:
    """What a later migration may do; SQLite copies the whole table for it."""
    before = ProjectState.from_apps(apps)
    after = before.clone()
    operation = migrations.AlterField("entry", "note", models.CharField(max_length=201, blank=True, default=""))
    operation.state_forwards("register", after)
    with connection.schema_editor() as editor:
        operation.database_forwards("register", editor, before, after)


def _tables() -> set[str]:
    return {model._meta.db_table for model in append_only_models()}


def _some_column(model: type[Model]) -> str:
    return next(field.column for field in model._meta.concrete_fields if not field.primary_key)
