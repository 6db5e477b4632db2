"""A throw-away PostgreSQL server for the benchmark, with its ordinary settings, on a private socket.

The one idea: nothing is tuned, so the ratio is what an administrator would see. It is stopped and removed afterwards.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DATABASE = "bench"


@contextmanager
def server() -> Iterator[str]:
    """Start a server; yields the value for SAIKEN_DATABASE_URL of an empty database."""
    binaries = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)
    if binaries is None:
        raise SystemExit(
            "PostgreSQL のサーバーがありません。make test 又は apt-get install postgresql で入れてください。"
        )
    folder = Path(tempfile.mkdtemp(prefix="saiken-bench-"))
    try:
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(folder, "postgres")
        cluster, log = folder / "cluster", folder / "log"
        _run(f"{binaries}/initdb -D {cluster} -U saiken -A trust -E UTF8 --locale=C.UTF-8")
        _run(
            f"{binaries}/pg_ctl -D {cluster} -l {log} -w -o \"-c listen_addresses='' -c unix_socket_directories={folder}\" start"
        )
        try:
            _run(f"{binaries}/createdb -h {folder} -U saiken {DATABASE}")
            yield f"postgresql://saiken@/{DATABASE}?host={folder}"
        finally:
            _run(f"{binaries}/pg_ctl -D {cluster} -m fast stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: str) -> None:
    as_server = ["su", "postgres", "-c", command] if os.geteuid() == 0 else ["sh", "-c", command]
    subprocess.run(as_server, check=True, stdout=subprocess.DEVNULL, cwd="/")
