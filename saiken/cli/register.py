"""`saiken register`: make the tables, the first administrator, a backup.

The one idea: what a system administrator does once or every night, and nothing that concerns a claim.
"""

import sys
from pathlib import Path

import click
from django.utils.timezone import localdate

from saiken.cli.output import emit, json_option, say
from saiken.cli.person import by_option
from saiken.register.actions.add_administrator import add_administrator
from saiken.register.upkeep.back_up import back_up
from saiken.register.upkeep.prepare import prepare_register


@click.group()
def register() -> None:
    """台帳の準備、最初の管理者の登録、写しの作成。"""


@register.command()
@json_option
def prepare(as_json: bool) -> None:
    """台帳の表を作る。既にあれば、この版に合わせる。"""
    steps = prepare_register()
    emit(
        {"applied": list(steps)},
        as_json=as_json,
        lines=[f"{len(steps)}件の手順を行いました" if steps else "準備済みです"],
    )


@register.command("add-administrator")
@click.argument("username")
@click.option("--name", "display_name", required=True, help="画面に表示する氏名")
@by_option
@json_option
def administrator(*, username: str, display_name: str, by: str, as_json: bool) -> None:
    """利用者と役割を管理する人を登録する。パスワードは尋ねる（端末でないときは標準入力の1行目）。"""
    user_id = add_administrator(
        username=username, display_name=display_name, password=_password(), by=by, on=localdate()
    )
    emit({"user": user_id, "username": username}, as_json=as_json, lines=[f"{username} を登録しました"])


@register.command()
@click.argument("to", type=click.Path(path_type=Path))
@json_option
def backup(to: Path, as_json: bool) -> None:
    """使用中のSQLiteの台帳を、ある一時点の写しとして新しいファイルに作る。"""
    size = back_up(to, progress=_told)
    emit({"file": str(to), "bytes": size}, as_json=as_json, lines=[f"{to} に {size:,} バイトの写しを作りました"])


def _password() -> str:
    """Asked twice on a terminal, else the first line of stdin."""
    if sys.stdin.isatty():
        return str(click.prompt("パスワード", hide_input=True, confirmation_prompt="もう一度", err=True))
    return sys.stdin.readline().rstrip("\r\n")


def _told(done: int, total: int) -> None:
    """One line per step of the copy."""
    say(f"写しています {done * 100 // total if total else 100}%")
