"""Copies the rows of an embedded register into an empty one on PostgreSQL, as they are.

The one idea: the city is planned and classified once, whichever database is measured; nothing is judged again. For the bench alone.
"""

import sqlite3
from pathlib import Path

from django.apps import apps
from django.db import connection

from bench.scale.progress import say


def transfer(source: Path) -> None:
    """Every table of the register from the SQLite file."""
    with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as origin, connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SET TIME ZONE 'UTC'")  # as SQLite keeps moments
        for model in apps.get_app_config("register").get_models():
            table = model._meta.db_table
            columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields if field.column)
            cursor.execute(f"DELETE FROM {table}")
            rows = origin.execute(f"SELECT {columns} FROM {table}")
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                count = sum(1 for row in rows for _ in (copy.write_row(row),))
            if count > 10_000:
                say(f"  {table}: {count:,}")
        cursor.execute("SET session_replication_role = origin")
