"""A PostgreSQL server whose data stays, for a register that takes long to build; otherwise as in `bench.postgres`.

The one idea: ordinary settings but for the memory an administrator of such a register gives it, which is the first thing every guide says.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DATABASE = "bench"

#: A quarter of a small server's memory; one checkpoint in a while during the build.
_MEMORY = "-c shared_buffers=2GB -c effective_cache_size=6GB -c max_wal_size=8GB"


@contextmanager
def kept_server(home: Path) -> Iterator[str]:
    """Start it over the cluster below `home`, made when missing; yields the value for SAIKEN_DATABASE_URL."""
    binaries = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)
    if binaries is None:
        raise SystemExit("PostgreSQL のサーバーがありません。apt-get install postgresql で入れてください。")
    place, sockets = home / "cluster", Path(f"/tmp/saiken-scale-{os.getpid()}")  # a socket's path is short
    is_new = not place.exists()
    sockets.mkdir()
    if is_new:
        place.mkdir()
    if os.geteuid() == 0:  # the server refuses to run as root
        for folder in (place, sockets):
            shutil.chown(folder, "postgres")
    if is_new:
        _run(f"{binaries}/initdb -D {place} -U saiken -A trust -E UTF8 --locale=C.UTF-8")
    _run(
        f"{binaries}/pg_ctl -D {place} -l {sockets}/log -w -t 300 "
        f"-o \"-c listen_addresses='' -c unix_socket_directories={sockets} {_MEMORY}\" start"
    )
    try:
        if is_new:
            _run(f"{binaries}/createdb -h {sockets} -U saiken {DATABASE}")
        yield f"postgresql://saiken@/{DATABASE}?host={sockets}"
    finally:
        _run(f"{binaries}/pg_ctl -D {place} -m fast stop")
        shutil.rmtree(sockets, ignore_errors=True)


def _run(command: str) -> None:
    as_server = ["su", "postgres", "-c", command] if os.geteuid() == 0 else ["sh", "-c", command]
    subprocess.run(as_server, check=True, stdout=subprocess.DEVNULL, cwd="/")
