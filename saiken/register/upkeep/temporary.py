"""A register that lives as long as one piece of work, in a folder of its own.

The one idea: this thread's default connection is another database for a while, so every action and query works as usual and the office's
own register is neither read nor touched.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.utils import load_backend

from saiken.register.upkeep.prepare import prepare_register


@contextmanager
def temporary_register(database_at: Callable[[Path], Mapping[str, Any]]) -> Iterator[None]:
    """An empty prepared register as the default database; `database_at` gives the settings of a file."""
    with TemporaryDirectory(prefix="saiken-") as folder:
        wanted = dict(database_at(Path(folder) / "register.sqlite3"))
        settings = connections.configure_settings({DEFAULT_DB_ALIAS: wanted})[DEFAULT_DB_ALIAS]
        before = connections[DEFAULT_DB_ALIAS]
        own = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, DEFAULT_DB_ALIAS)
        connections[DEFAULT_DB_ALIAS] = own
        try:
            prepare_register()
            yield
        finally:
            own.close()
            connections[DEFAULT_DB_ALIAS] = before
