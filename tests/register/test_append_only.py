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

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PartyRole
from saiken.domain.sheets.edition import LEDGER_COLUMNS
from saiken.domain.sheets.grade import Grade
from saiken.domain.sheets.sheet import Comparison, Measure
from saiken.register.access import log_read
from saiken.register.actions.close_year import close_year
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.receive import receive
from saiken.register.actions.record_comparison import record_comparison
from saiken.register.actions.record_figures import record_figures
from saiken.register.actions.record_measures import record_measures
from saiken.register.actions.reverse import reverse
from saiken.register.actions.set_goal import set_goal
from saiken.register.actions.state_grade import state_grade
from saiken.register.queries.scope import everything
from saiken.register.queries.verify import differences
from saiken.register.triggers.append_only import append_only_models
from saiken.register.triggers.install import expected_triggers
from saiken.register.triggers.remove import installed
from saiken.register.typed_figures import TypedFigures
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

ON = {"by": "kakari", "on": date(2019, 6, 3)}


def _one_row_of_everything(small: SmallRegister) -> None:
    """At least one row in every append-only table, made by the actions."""
    claim_id = small.claim()
    year = {"sheet_id": small.sheet, "fiscal_year": 2018, **ON}
    name_obligor(
        claim_id=claim_id,
        further=FurtherObligor(small.other_obligor, PartyRole.GUARANTOR, cap_yen=1),
        lawbook=BOOK,
        **ON,
    )
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20), obligor_ids=(small.other_obligor,))
    set_goal(kind="first_goal", columns={"past_assessed": 1}, **year)
    typed = {**year, "sheet_id": small.figures_only_sheet()}
    record_figures(figures=TypedFigures(dict.fromkeys(LEDGER_COLUMNS, 0)), source="見本", **typed)
    state_grade(portion="past", grade=Grade.MET, **year)
    record_measures(measures=[Measure(1, "planned", "past", "催告", LegalClass.PRIVATE_LAW)], **year)
    record_comparison(comparison=Comparison(reason="未調査"), **year)
    close_year(receivable_id=small.premium, fiscal_year=2018, **ON)
    log_read(everything("kakari"), what="claim", subject="債権 1")


def _refused(statement: str) -> None:
    with pytest.raises(IntegrityError, match="saiken:append_only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_rows_can_be_neither_changed_nor_removed(small: SmallRegister) -> None:
    _one_row_of_everything(small)
    for model in append_only_models():
        assert model._default_manager.exists(), model.__name__
        table, column = model._meta.db_table, _some_column(model)
        _refused(f"UPDATE {table} SET {column} = {column}")
        _refused(f"DELETE FROM {table}")
        assert model._default_manager.exists()


def test_tables_cannot_be_emptied(small: SmallRegister) -> None:
    _one_row_of_everything(small)
    for model in append_only_models():
        table = model._meta.db_table
        if connection.vendor == "postgresql":
            _refused(f"TRUNCATE {table} CASCADE")
        else:
            _refused(f"REPLACE INTO {table} SELECT * FROM {table}")
        assert model._default_manager.exists()


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
