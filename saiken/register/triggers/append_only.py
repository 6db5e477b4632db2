"""The triggers that make a table append-only.

The one idea: SQLite needs one trigger per deed, and one more against INSERT OR REPLACE, which would delete silently; PostgreSQL needs
one per statement, TRUNCATE included. They stop mistakes and quick fixes, not the owner of the database file.
"""

from django.apps import apps
from django.db import models


def append_only_models() -> list[type[models.Model]]:
    """Every model of the register that declares `append_only = True`."""
    return [model for model in apps.get_app_config("register").get_models() if getattr(model, "append_only", False)]


def sqlite_statements(model: type[models.Model]) -> list[str]:
    """CREATE TRIGGER statements for one model's table on SQLite."""
    table, primary_key = model._meta.db_table, model._meta.pk.attname
    refuse = f"SELECT RAISE(ABORT, 'saiken:append_only {table}');"
    return [
        f"CREATE TRIGGER saiken_{table}_no_update BEFORE UPDATE ON {table} BEGIN {refuse} END",
        f"CREATE TRIGGER saiken_{table}_no_delete BEFORE DELETE ON {table} BEGIN {refuse} END",
        f"CREATE TRIGGER saiken_{table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {primary_key} = NEW.{primary_key}) BEGIN {refuse} END",
    ]


def postgresql_statements(model: type[models.Model]) -> list[str]:
    """CREATE statements for one model's table on PostgreSQL."""
    table = model._meta.db_table
    return [
        f"CREATE TRIGGER saiken_{table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION saiken_refuse_change()"
    ]


#: The function behind them on PostgreSQL; it fires even when no row would change.
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION saiken_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'saiken:append_only %', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
