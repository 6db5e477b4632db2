"""Databases on the tests' PostgreSQL server that are used again: a copy of the template costs a hundred times what emptying one does.

The one idea: what a test leaves is taken out past the triggers and the rows and numbers of the template are put back; a database whose
tables are not those of the template any more, or that has grown, is dropped and the next test gets a new copy.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

#: How much larger than the template a database may be: dead rows stay until it is dropped.
_GROWTH_BYTES = 16_000_000

_TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname"
_NUMBERS = "SELECT sequencename, start_value, last_value FROM pg_sequences WHERE schemaname = 'public'"
_OTHERS = (
    "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
#: Columns, triggers, constraints, relations and functions; copies of a template have its numbers of objects.
_SHAPE = """
SELECT md5(string_agg(thing, ',' ORDER BY thing)) FROM (
    SELECT concat_ws(' ', 'column', attrelid, attname, atttypid, atttypmod, attnotnull) AS thing
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', 'trigger', oid, tgenabled) FROM pg_trigger
    UNION ALL SELECT concat_ws(' ', 'constraint', oid) FROM pg_constraint
    UNION ALL SELECT concat_ws(' ', 'relation', oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', 'function', oid, prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
) things
"""


@dataclass(frozen=True)
class Template:
    """What a new copy holds."""

    shape: str
    size_bytes: int
    tables: tuple[str, ...]
    rows: dict[str, bytes]
    numbers: dict[str, tuple[int, int | None]]


@dataclass
class Databases:
    """The databases of this process that are as new again."""

    socket: Path
    user: str
    free: list[str] = field(default_factory=list)
    template: Template | None = None

    def taken(self) -> str | None:
        """One of them, or None."""
        return self.free.pop() if self.free else None

    def learn(self, name: str) -> None:
        """Remember how a new copy looks, from the first one."""
        if self.template is None:
            with self._connected(name) as connection:
                self.template = _template(connection)

    def give_back(self, name: str) -> bool:
        """Make the database as new again and keep it; False where it is to be dropped."""
        if self.template is None:
            return False
        with self._connected(name) as connection:
            connection.execute(_OTHERS)
            size_bytes = _one(connection, "SELECT pg_database_size(current_database())")
            is_same = _one(connection, _SHAPE) == self.template.shape
            if not is_same or size_bytes > self.template.size_bytes + _GROWTH_BYTES:
                return False
            _restore(connection, self.template)
        self.free.append(name)
        return True

    @contextmanager
    def _connected(self, name: str) -> Iterator[psycopg.Connection[Any]]:
        with psycopg.connect(host=str(self.socket), user=self.user, dbname=name, autocommit=True) as connection:
            yield connection


def _one(connection: psycopg.Connection[Any], query: str) -> Any:
    row = connection.execute(query.encode()).fetchone()
    return row[0] if row else None


def _template(connection: psycopg.Connection[Any]) -> Template:
    tables = tuple(name for (name,) in connection.execute(_TABLES))
    rows = {name: found for name in tables if (found := _rows(connection, name))}
    return Template(
        shape=_one(connection, _SHAPE),
        size_bytes=_one(connection, "SELECT pg_database_size(current_database())"),
        tables=tables,
        rows=rows,
        numbers={name: (start, last) for name, start, last in connection.execute(_NUMBERS)},
    )


def _rows(connection: psycopg.Connection[Any], table: str) -> bytes:
    statement = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        return b"".join(bytes(part) for part in copy)


def _restore(connection: psycopg.Connection[Any], template: Template) -> None:
    """Rows and numbers as they were, past triggers and foreign keys."""
    with connection.transaction():
        connection.execute("SET LOCAL session_replication_role = replica")
        for table in template.tables:
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        for table, rows in template.rows.items():
            statement = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))
            with connection.cursor() as cursor, cursor.copy(statement) as copy:
                copy.write(rows)
        for name, start, last in connection.execute(_NUMBERS).fetchall():
            if template.numbers[name] != (start, last):
                first, before = template.numbers[name]
                numbered = (f'public."{name}"', first if before is None else before, before is not None)
                connection.execute("SELECT setval(%s::regclass, %s, %s)", numbered)
