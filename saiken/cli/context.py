"""What the wiring hands to every command.

The one idea: a command reaches the outside only through this object, so it never imports the settings. It holds no state
of a command.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saiken.law.lawbook import LawBook


@dataclass(frozen=True)
class Context:
    """Built once by `saiken.config.main`.

    `prepare_register` must be called before a module of the register is imported; `application` is the WSGI application of the
    screens as module:name; `database_at` gives the database settings of a SQLite file; `home` is the folder of var/ and out/.
    `lawbook` reads the law book in force, once.
    """

    prepare_register: Callable[[], None]
    lawbook: Callable[[], LawBook] = LawBook.load
    application: str = ""
    database_at: Callable[[Path], Mapping[str, Any]] = lambda _: {}
    home: Path = Path()
