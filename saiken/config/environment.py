"""Reads settings from the environment: texts, flags, lists, the database address, the secret key.

The one idea: a wrong setting stops the start with a sentence that names the variable. It knows no setting's meaning.
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

#: Run once per SQLite connection. Recursive triggers make INSERT OR REPLACE fire the triggers that forbid a delete. temp_store
#: stays on file: in memory every statement inside a savepoint walks the whole statement journal, and a bulk takes minutes.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; "
    "PRAGMA cache_size=-65536"
)

_YES, _NO = frozenset({"1", "true", "yes", "on"}), frozenset({"", "0", "false", "no", "off"})


def setting(name: str) -> str:
    """The variable's text, stripped; empty when it is not set."""
    return os.environ.get(name, "").strip()


def flag(name: str) -> bool:
    """A yes or no; raises ImproperlyConfigured for anything else."""
    text = setting(name).lower()
    if text not in _YES | _NO:
        raise ImproperlyConfigured(f"{name}: {text!r} は 1 又は 0 で指定してください")
    return text in _YES


def words(name: str) -> list[str]:
    """The texts between commas."""
    return [word.strip() for word in setting(name).split(",") if word.strip()]


def choice(name: str, options: tuple[str, ...]) -> str:
    """One of the options, the first when it is not set; raises ImproperlyConfigured for anything else."""
    text = setting(name) or options[0]
    if text not in options:
        raise ImproperlyConfigured(f"{name}: {text!r} は {' 又は '.join(options)} で指定してください")
    return text


def whole(name: str, default: int, *, most: int) -> int:
    """A whole number from 1 to `most`; raises ImproperlyConfigured for anything else."""
    text = setting(name) or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= most:
        raise ImproperlyConfigured(f"{name}: {text!r} は 1 から {most} までの整数で指定してください")
    return int(text)


def home(checkout: Path) -> Path:
    """Where var/ and out/ live: SAIKEN_HOME, else the checkout, else (installed as a package) the current directory."""
    chosen = setting("SAIKEN_HOME")
    if chosen:
        return Path(chosen).expanduser().resolve()
    return checkout if (checkout / "pyproject.toml").exists() else Path.cwd()


def secret_key(path: Path) -> str:
    """The key kept in `path`, made on first use and readable by its owner alone; two starts at once agree on one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64), encoding="ascii")
        try:
            os.link(draft, path)  # fails when another start was first
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii").strip()


def database_from_url(url: str, *, default_path: Path) -> dict[str, Any]:
    """Django's settings of the database at `url`: postgresql://user:password@host:port/name?option=…, or a path to a SQLite file.

    Raises ImproperlyConfigured for another scheme or a PostgreSQL address without a name.
    """
    parts = urlsplit(url)
    if parts.scheme in ("postgresql", "postgres"):
        return _postgresql(url)
    if parts.scheme and parts.scheme not in ("sqlite", "file"):
        raise ImproperlyConfigured(
            f"SAIKEN_DATABASE_URL: {parts.scheme} は使えません（postgresql://… 又はファイルの場所）"
        )
    path = Path(unquote(parts.path if parts.scheme else url)).expanduser() if url else default_path
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": SQLITE_PRAGMAS, "timeout": 30},
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ImproperlyConfigured("SAIKEN_DATABASE_URL: データベース名がありません（postgresql://…/名前）")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": 60,
        "OPTIONS": options,
    }
