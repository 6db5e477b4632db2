"""`saiken serve`: the screens, until interrupted.

The one idea: what would make every page fail is found before the server starts: a register of another version, a port in use. The
server itself is granian; which application it runs is told by the wiring. Beside it runs one worker for the bulk runs, which ends with it.
"""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from saiken.cli.context import Context
from saiken.cli.output import say
from saiken.domain.errors import InvalidInput
from saiken.register.upkeep.prepare import pending_migrations

#: Pages made at once by one process, and per core; more only wait for the same cores and database.
MOST_THREADS, THREADS_PER_CORE = 8, 2


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="待ち受けるアドレス")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="待ち受けるポート")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="画面を作るプロセスの数")
@click.option("--without-bulk", is_flag=True, help="一括処理を進めない（saiken work を別に動かすとき）")
@click.pass_obj
def serve(context: Context, *, host: str, port: int, workers: int, without_bulk: bool) -> None:
    """画面を提供し、一括処理を進める。Ctrl+Cで終わる。"""
    if pending_migrations():
        raise InvalidInput("台帳がこの版に合っていません", remedy="saiken register prepare を実行してください。")
    serve_screens(context, host=host, port=port, workers=workers, without_bulk=without_bulk)


def serve_screens(context: Context, *, host: str, port: int, workers: int = 1, without_bulk: bool = False) -> None:
    """Serve until interrupted. Raises InvalidInput when nobody can listen at that address."""
    demand_free_address(host, port)
    say(f"http://{host}:{port}/ で待ち受けています（Ctrl+Cで終了）")
    server = Granian(
        context.application,
        host,
        port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=min(MOST_THREADS, THREADS_PER_CORE * (os.cpu_count() or 1)),
        websockets=False,
        log_level=LogLevels.warning,
    )
    if without_bulk:
        server.serve()
        return
    with _bulk_worker():
        server.serve()


@contextmanager
def _bulk_worker() -> Iterator[None]:
    """A worker in a process of its own, which ends when the pipe from here closes, even if this process is killed."""
    ask = [sys.executable, "-c", "from saiken.config.main import main; main()", "work", "--with-parent"]
    with subprocess.Popen(ask, stdin=subprocess.PIPE):
        yield


def demand_free_address(host: str, port: int) -> None:
    """Listen for a moment, as the server will; raises InvalidInput when nobody can."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise InvalidInput(
                "待ち受けられません",
                place=f"{host}:{port}",
                found=problem.strerror or "",
                remedy="--port で別の番号を指定してください。",
            ) from problem
