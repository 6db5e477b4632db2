"""`saiken sample`: registers to try saiken on.

The one idea: one command makes the demo city, preparing the register first where needed; a second run finds it there and changes nothing.
"""

from typing import Any

import click
from django.utils.timezone import localdate

from saiken.cli.context import Context
from saiken.cli.output import emit, json_option
from saiken.cli.person import by_option
from saiken.cli.progress import progress
from saiken.law.lawbook import LawBook
from saiken.register.actions.count_work import count_work
from saiken.register.samples.guard import refuse_register_in_use
from saiken.register.samples.load import LoadedCity
from saiken.register.samples.make import make_sample_city
from saiken.register.upkeep.prepare import prepare_register
from saiken.register.upkeep.statistics import gather_statistics


@click.group()
def sample() -> None:
    """見本の台帳を作る。"""


@sample.command()
@click.option("--seed", type=int, help="乱数の種（省略時は1。同じ種からは同じ都市ができる）")
@by_option
@json_option
@click.pass_obj
def city(context: Context, *, seed: int | None, by: str, as_json: bool) -> None:
    """公表された数値から、見本の都市の台帳を作る。債務者と債権は全て架空。既にあれば何も変えない。"""
    held, is_new = prepare_sample_city(seed, lawbook=context.lawbook(), by=by)
    emit(_document(held, is_new=is_new), as_json=as_json, lines=_lines(held, is_new=is_new))


def prepare_sample_city(seed: int | None, *, lawbook: LawBook, by: str) -> tuple[LoadedCity, bool]:
    """Prepare the register, make the city in it with progress on stderr; whether it was made now.

    Raises Refused for an office's own register, which is not even migrated.
    """
    refuse_register_in_use()
    prepare_register()
    made = make_sample_city(seed, progress=_progress, lawbook=lawbook, by=by, on=localdate())
    if made[1]:
        count_work(by=by, on=localdate())
    gather_statistics()
    return made


def _progress(description: str, total: int) -> Any:
    return progress(description, total=total)


def _document(held: LoadedCity, *, is_new: bool) -> dict[str, Any]:
    return {"made": is_new, **vars(held)}


def _lines(held: LoadedCity, *, is_new: bool) -> list[str]:
    outcome = "見本の都市を作りました" if is_new else "見本の都市は既にあります（変更なし）"
    return [
        f"{outcome}: 様式 {held.sheets}件、調定 {held.claims:,}件、記入 {held.entries:,}件、債務者 {held.obligors:,}人"
    ]
