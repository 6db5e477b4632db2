"""Copies an embedded register to a file while it is in use.

The one idea: the copy is made by SQLite's own backup, so it is of one moment even while others write, and it is tried before
it is called a backup. A PostgreSQL register is copied by PostgreSQL's tools, which know more than we do.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from django.db import connection

from saiken.domain.errors import InvalidInput

#: Pages copied at a time: small enough to let writers in between.
PAGES = 2_000


def back_up(to: Path, *, progress: Callable[[int, int], None]) -> int:
    """Copy the register to the new file `to`; returns its bytes. `progress(done, total)` is told in pages.

    Raises InvalidInput when the file exists, when its folder does not, or when the register is not SQLite.
    """
    if connection.vendor != "sqlite":
        raise InvalidInput(
            "PostgreSQLの台帳は pg_dump で写してください", remedy="docs/how-to/run-for-real.ja.md を見てください。"
        )
    if to.exists():
        raise InvalidInput("同じ名前のファイルがあります", place=str(to), remedy="別の名前を指定してください。")
    if not to.parent.is_dir():
        raise InvalidInput("フォルダがありません", place=str(to.parent))
    unfinished = to.with_name(f"{to.name}.part")
    connection.ensure_connection()
    _copy(connection.connection, unfinished, progress=progress)
    unfinished.replace(to)
    return to.stat().st_size


def _copy(register: sqlite3.Connection, path: Path, *, progress: Callable[[int, int], None]) -> None:
    """Copy all pages and let SQLite read the whole copy."""
    path.unlink(missing_ok=True)
    copy = sqlite3.connect(path)
    try:
        register.backup(copy, pages=PAGES, progress=lambda _status, left, total: progress(total - left, total))
        copy.execute("PRAGMA journal_mode=DELETE")
        # They were checked when written, by functions that only Django's connection has.
        copy.execute("PRAGMA ignore_check_constraints=ON")
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        copy.close()
    if found != "ok":
        path.unlink()
        raise InvalidInput("写しを検査したところ壊れていました", place=str(path), found=str(found))
