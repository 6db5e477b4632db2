"""A real PostgreSQL server for the tests, on a private socket, started once for a whole run.

The one idea: whoever comes first (of several test processes) starts it under a file lock, whoever leaves last stops it. A machine without
PostgreSQL fails the tests plainly; nothing is skipped.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: The oldest PostgreSQL that saiken supports.
OLDEST = 15

#: Durability costs time and a test's data is thrown away.
_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60 -c autovacuum=off"

#: How long a loaded machine may take to start the server.
START_SECONDS = "300"

USER = "postgres"


def programs() -> Path:
    """The folder of the newest installed server's programs; raises RuntimeError when there is none."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    versions = {int(folder.parent.name): folder for folder in found if folder.parent.name.isdigit()}
    if not versions or max(versions) < OLDEST:
        raise RuntimeError(f"the tests need a PostgreSQL server of {OLDEST} or later: apt-get install postgresql")
    return versions[max(versions)]


@contextmanager
def server(shared: Path) -> Iterator[Path]:
    """The folder of the running server's socket; `shared` is a folder that all processes of the run see."""
    shared.mkdir(parents=True, exist_ok=True)
    with _locked(shared / "postgres.lock"):
        folder = _enter(shared)
    try:
        yield folder
    finally:
        with _locked(shared / "postgres.lock"):
            _leave(shared, folder)


def _enter(shared: Path) -> Path:
    """Start the server if nobody has, and count this process in."""
    users, place = shared / "postgres.users", shared / "postgres.place"
    count = int(users.read_text()) if users.exists() else 0
    if count == 0:
        place.write_text(str(_start()))
    users.write_text(str(count + 1))
    return Path(place.read_text())


def _leave(shared: Path, folder: Path) -> None:
    users = shared / "postgres.users"
    count = int(users.read_text()) - 1
    users.write_text(str(count))
    if count == 0:
        _run("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _start() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="saiken-pg-", dir="/tmp"))  # a socket's path may not be long
    if os.geteuid() == 0:
        account = pwd.getpwnam(USER)
        os.chown(folder, account.pw_uid, account.pw_gid)
    data = folder / "data"
    _run("initdb", "-D", str(data), "-A", "trust", "-U", USER, "-E", "UTF8", "--no-locale", "-N")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} {_FAST}"
    _run("pg_ctl", "-D", str(data), "-w", "-t", START_SECONDS, "-l", str(folder / "log"), "-o", options, "start")
    return folder


def _run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs, which refuse root; raises RuntimeError with what it said."""
    command = [str(programs() / program), *arguments]
    if os.geteuid() == 0:
        command = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--init-groups", *command]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/tmp")
    if ended.returncode != 0:
        raise RuntimeError(f"{program}: {ended.stderr or ended.stdout}")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
