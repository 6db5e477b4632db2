"""The triggers that make a table append-only.

The one idea: SQLite needs one trigger per deed, and one per unique key against INSERT OR REPLACE, which would silently delete the row
that has the key; PostgreSQL needs one per statement, TRUNCATE included. They stop mistakes and quick fixes, not the owner of the
database file.
"""

from django.apps import apps
from django.db import models


def append_only_models() -> list[type[models.Model]]:
    """Every model of the register that declares `append_only = True`."""
    return [model for model in apps.get_app_config("register").get_models() if getattr(model, "append_only", False)]


def sqlite_statements(model: type[models.Model]) -> list[str]:
    """CREATE TRIGGER statements for one model's table on SQLite."""
    table = model._meta.db_table
    refuse = f"SELECT RAISE(ABORT, 'saiken:append_only {table}');"
    return [
        f"CREATE TRIGGER saiken_{table}_no_update BEFORE UPDATE ON {table} BEGIN {refuse} END",
        f"CREATE TRIGGER saiken_{table}_no_delete BEFORE DELETE ON {table} BEGIN {refuse} END",
        *(_no_replace(table, name, columns=columns) for name, columns in _unique_keys(model).items()),
    ]


def _unique_keys(model: type[models.Model]) -> dict[str, list[str]]:
    """Columns by the name of the key: the primary key and every unique constraint."""
    column_of = {field.name: str(field.column) for field in model._meta.concrete_fields}
    keys = {"replace": [column_of[model._meta.pk.name]]}
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            keys[constraint.name] = [column_of[field] for field in constraint.fields]
    return keys


def _no_replace(table: str, name: str, *, columns: list[str]) -> str:
    """Refuses a row whose key is there already; a key with a null in it is no key."""
    given = " AND ".join(f"NEW.{column} IS NOT NULL" for column in columns)
    same = " AND ".join(f"{column} = NEW.{column}" for column in columns)
    return (
        f"CREATE TRIGGER saiken_{table}_no_{name} BEFORE INSERT ON {table} "
        f"WHEN {given} AND EXISTS (SELECT 1 FROM {table} WHERE {same}) "
        f"BEGIN SELECT RAISE(ABORT, 'saiken:append_only {table} {name}'); END"
    )


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
