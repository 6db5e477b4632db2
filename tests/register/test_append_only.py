"""What is written stays written: the database itself refuses change, on both databases, to whoever asks.

The one idea: the deeds are raw SQL, past all our code; they are tried on every model that declares itself append-only.
"""

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_pre_migrate_signal
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.state import ProjectState
from django.db.models import Model

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.edition import LEDGER_COLUMNS
from saiken.domain.sheets.grade import Grade
from saiken.domain.sheets.sheet import Comparison, Measure
from saiken.register.access import log_read
from saiken.register.actions.close_year import close_year
from saiken.register.actions.name_obligor import FurtherObligor, name_obligor
from saiken.register.actions.record_comparison import record_comparison
from saiken.register.actions.record_figures import record_figures
from saiken.register.actions.record_measures import record_measures
from saiken.register.actions.record_states import record_states
from saiken.register.actions.set_goal import set_goal
from saiken.register.actions.state_grade import state_grade
from saiken.register.models.obligor_role import ObligorRoleKind
from saiken.register.queries.scope import everything
from saiken.register.queries.verify import differences
from saiken.register.triggers.append_only import append_only_models
from saiken.register.triggers.install import expected_triggers
from saiken.register.triggers.remove import installed
from saiken.register.typed_figures import TypedFigures
from tests.support.small_register import SmallRegister

ON = {"by": "kakari", "on": date(2019, 6, 3)}


def _one_row_of_everything(small: SmallRegister) -> None:
    """At least one row in every append-only table, made by the actions."""
    claim_id = small.claim()
    year = {"sheet_id": small.sheet, "fiscal_year": 2018, **ON}
    name_obligor(
        claim_id=claim_id, further=FurtherObligor(small.other_obligor, ObligorRoleKind.GUARANTOR, cap_yen=1), **ON
    )
    record_states(states=[(claim_id, "S02")], **ON)
    set_goal(kind="first_goal", columns={"past_assessed": 1}, **year)
    record_figures(figures=TypedFigures(dict.fromkeys(LEDGER_COLUMNS, 0)), source="見本", **year)
    state_grade(portion="past", grade=Grade.MET, **year)
    record_measures(measures=[Measure(1, "planned", "past", "催告", LegalClass.PRIVATE_LAW)], **year)
    record_comparison(comparison=Comparison(reason="未調査"), **year)
    close_year(receivable_id=small.premium, fiscal_year=2018, **ON)
    log_read(everything("kakari"), what="claim", subject="1")


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


def test_every_trigger_is_in_place_after_migrating(register: dict[str, Any]) -> None:
    assert {name for name, _ in installed(connection)} == expected_triggers(connection)
    assert len({table for _, table in installed(connection)}) >= len(append_only_models())


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
    assert [(fault.rule, fault.subject) for fault in differences()] == [("trigger", name)]


def _alter_the_entries_table() -> None:
    """What a later migration may do; SQLite copies the whole table for it."""
    before = ProjectState.from_apps(apps)
    after = before.clone()
    operation = migrations.AlterField("entry", "note", models.CharField(max_length=201, blank=True, default=""))
    operation.state_forwards("register", after)
    with connection.schema_editor() as editor:
        operation.database_forwards("register", editor, before, after)


def _some_column(model: type[Model]) -> str:
    return next(field.column for field in model._meta.concrete_fields if not field.primary_key)
