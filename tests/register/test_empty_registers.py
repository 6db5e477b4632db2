"""A database that serves a second test holds nothing of the first, and one that was altered serves no second.

The one idea: what the other tests of this folder rely on is tried here by itself, on PostgreSQL, where databases are used again.
"""

from pathlib import Path

from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from tests.support.registers import empty_register
from tests.support.small_register import small_register


def _held() -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Every table's rows and every sequence's last number."""
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
        rows = []
        for table in tables:
            cursor.execute(f'SELECT COUNT(*), MAX(t::text) FROM "{table}" t')
            rows.append((table, *cursor.fetchone()))
        cursor.execute("SELECT sequencename, last_value FROM pg_sequences ORDER BY 1")
        return rows, cursor.fetchall()


def _number() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT oid::bigint FROM pg_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])


def test_a_used_database_is_as_new_and_an_altered_one_is_not_used_again(
    postgres_socket: Path, shared_folder: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    where = {"folder": tmp_path, "shared": shared_folder, "socket": postgres_socket}
    with django_db_blocker.unblock():
        with empty_register("postgresql", **where) as first:
            new, number = _held(), _number()
            small_register().claim()
            assert _held() != new
        with empty_register("postgresql", **where) as again:
            assert (_number(), _held()) == (number, new)
            assert again["NAME"] != first["NAME"]
            with connection.cursor() as cursor:
                cursor.execute("DROP TRIGGER saiken_register_claim_append_only ON register_claim")
        with empty_register("postgresql", **where):
            assert _number() != number
            assert _held() == new
