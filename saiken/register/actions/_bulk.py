"""Inserts many rows of one table by the driver's fastest way.

The one idea: COPY on PostgreSQL, executemany elsewhere; the database's constraints and triggers judge every row as usual. Rows of a cache
may replace those with the same key. Entries do not come this way, they are numbered by `_ledger`.
"""

from collections.abc import Sequence

from django.db import connection, models

#: Values in the order of the columns, days and moments as the driver takes them.
Row = tuple[object, ...]


def insert_rows(model: type[models.Model], columns: Sequence[str], *, rows: Sequence[Row], replacing: str = "") -> None:
    """Insert the rows; with `replacing`, a row with the same value in that column gets the new values."""
    if not rows:
        return
    table, names = model._meta.db_table, ", ".join(map(connection.ops.quote_name, columns))
    if connection.vendor == "postgresql" and not replacing:
        _copy(f"COPY {table} ({names}) FROM STDIN", rows)
        return
    statement = f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(columns))})"
    if replacing:
        given = ", ".join(f"{column} = EXCLUDED.{column}" for column in columns if column != replacing)
        statement += f" ON CONFLICT ({replacing}) DO UPDATE SET {given}"
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)  # type: ignore[arg-type]  # values the driver knows


def _copy(statement: str, rows: Sequence[Row]) -> None:
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
