"""Empty registers for tests, each in a database of its own, on SQLite and on PostgreSQL.

The one idea: the tables are made once per run as a template; a test gets a copy as Django's default database and really commits to it, so
threads, crashes and triggers behave as in life. On PostgreSQL a copy may have served an earlier test; it is as new (postgres_databases).
"""

import fcntl
import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connections

from saiken.config.environment import database_from_url
from tests.support.postgres import USER
from tests.support.postgres_databases import Databases

VENDORS = ("sqlite", "postgresql")

_TEMPLATE = "saiken_template"
_numbers = itertools.count(1)
_databases: dict[Path, Databases] = {}


@contextmanager
def empty_register(vendor: str, *, folder: Path, shared: Path, socket: Path | None = None) -> Iterator[dict[str, Any]]:
    """A new register as the default database; yields its settings. `socket` is the PostgreSQL server's folder."""
    if vendor == "sqlite":
        with default_database(_new_sqlite(folder, shared)) as settings:
            yield settings
        return
    if socket is None:
        raise ValueError("a PostgreSQL register needs a server")
    databases = _databases.setdefault(socket, Databases(socket, USER))
    settings = _new_postgresql(databases, shared)
    with default_database(settings):
        yield settings
    if not databases.give_back(settings["NAME"]):
        _administer(socket, f'DROP DATABASE "{settings["NAME"]}" WITH (FORCE)')


@contextmanager
def default_database(settings: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Let Django's default connection be this database for a while, in every thread that begins in it."""
    before = connections.settings["default"]
    connections.close_all()
    connections.settings["default"] = connections.configure_settings({"default": settings})["default"]
    _forget()
    try:
        yield settings
    finally:
        connections.close_all()
        connections.settings["default"] = before
        _forget()


def url_of(settings: dict[str, Any]) -> str:
    """The same database as SAIKEN_DATABASE_URL, for another process."""
    if settings["ENGINE"].endswith("sqlite3"):
        return str(settings["NAME"])
    return f"postgresql://{settings['USER']}@/{settings['NAME']}?host={settings['HOST']}"


def _forget() -> None:
    """Make the next use of the default connection open it anew."""
    if hasattr(connections._connections, "default"):
        del connections["default"]


def _new_sqlite(folder: Path, shared: Path) -> dict[str, Any]:
    template = shared / "template.sqlite3"
    with locked(shared):
        if not template.exists():
            _migrated(database_from_url(str(shared / "making.sqlite3"), default_path=template))
            (shared / "making.sqlite3").rename(template)
    path = folder / f"register-{next(_numbers)}.sqlite3"
    shutil.copyfile(template, path)
    return database_from_url(str(path), default_path=path)


def _new_postgresql(databases: Databases, shared: Path) -> dict[str, Any]:
    socket, used, name = databases.socket, databases.taken(), f"saiken_{os.getpid()}_{next(_numbers)}"
    if used is not None:  # whatever remembers answers knows a register by its name
        _administer(socket, f'ALTER DATABASE "{used}" RENAME TO "{name}"')
        return _postgresql_settings(socket, name)
    made = socket / "template.made"  # as long as this server lives
    with locked(shared):
        if not made.exists():
            _administer(socket, f'CREATE DATABASE "{_TEMPLATE}"')
            _migrated(_postgresql_settings(socket, _TEMPLATE))
            made.touch()
    with locked(shared):  # a template may be copied by one at a time
        _administer(socket, f'CREATE DATABASE "{name}" TEMPLATE "{_TEMPLATE}"')
    databases.learn(name)
    return _postgresql_settings(socket, name)


def _postgresql_settings(socket: Path, name: str) -> dict[str, Any]:
    url = f"postgresql://{USER}@/{name}?host={socket}"
    return {**database_from_url(url, default_path=Path()), "CONN_MAX_AGE": 0}


def _migrated(settings: dict[str, Any]) -> None:
    with default_database(settings):
        call_command("migrate", verbosity=0, interactive=False)
        if settings["ENGINE"].endswith("sqlite3"):
            with connections["default"].cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _administer(socket: Path, statement: str) -> None:
    with psycopg.connect(host=str(socket), user=USER, dbname="postgres", autocommit=True) as connection:
        connection.execute(statement.encode())


@contextmanager
def locked(shared: Path, name: str = "registers.lock") -> Iterator[None]:
    """One process of the run at a time."""
    shared.mkdir(parents=True, exist_ok=True)
    with (shared / name).open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
