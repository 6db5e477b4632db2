"""`saiken work`: goes on with bulk runs, whether or not their pages are open.

The one idea: one process beside the screens; it may be killed and started again at any moment, and a second one does no harm. What is done
for a person is not decided here.
"""

import os
import signal
import socket
import sys
import threading
from types import FrameType

import click

from saiken.cli.context import Context
from saiken.cli.output import say
from saiken.domain.errors import InvalidInput
from saiken.register.upkeep.bulk_worker import work_until
from saiken.register.upkeep.prepare import pending_migrations


@click.command()
@click.option("--with-parent", is_flag=True, help="標準入力が閉じたら終わる（saiken serve が使う）")
@click.pass_obj
def work(context: Context, *, with_parent: bool) -> None:
    """一括処理を、画面を閉じた後も進める。Ctrl+Cで終わる。"""
    if pending_migrations():
        raise InvalidInput("台帳がこの版に合っていません", remedy="saiken register prepare を実行してください。")
    ended = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        ended.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    if with_parent:
        threading.Thread(target=_end_with_parent, args=(ended,), daemon=True).start()
    else:
        say("一括処理を待っています（Ctrl+Cで終了）")
    work_until(lambda seconds: ended.wait(seconds), worker=_name(), lawbook=context.lawbook())


def _end_with_parent(ended: threading.Event) -> None:
    """The parent holds the other end and never writes."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    ended.set()


def _name() -> str:
    """Different for every process of every machine."""
    return f"{socket.gethostname()[:60]}:{os.getpid()}"
