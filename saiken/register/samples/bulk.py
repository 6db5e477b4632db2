"""Inserts many rows of one table by the driver's fastest way.

The one idea: COPY on PostgreSQL, executemany elsewhere; the database's constraints and triggers judge every row as usual. Entries do
not come this way, they are numbered by `actions.record_entries`.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from django.core.management.color import no_style
from django.db import connection, models

_CHUNK = 5_000


def insert_rows(
    model: type[models.Model],
    columns: Sequence[str],
    *,
    rows: Iterable[Sequence[object]],
    advance: Callable[[int], None],
) -> None:
    """Insert `rows` (values in the order of `columns`, days as dates); `advance` is told of each finished chunk."""
    table, names = model._meta.db_table, ", ".join(map(connection.ops.quote_name, columns))
    waiting = iter(rows)
    while chunk := list(islice(waiting, _CHUNK)):
        if connection.vendor == "postgresql":
            _copy(f"COPY {table} ({names}) FROM STDIN", chunk)
        else:
            _execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(columns))})", chunk)
        advance(len(chunk))


def _copy(statement: str, rows: list[Sequence[object]]) -> None:
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _execute(statement: str, rows: list[Sequence[object]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)  # type: ignore[arg-type]  # values the driver knows


def continue_numbering(*tables: type[models.Model]) -> None:
    """Let the database number on after rows that came with their own ids."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)


def last_id(model: type[models.Model]) -> int:
    """The highest id in use, 0 for an empty table."""
    return model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0
