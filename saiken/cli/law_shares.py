"""`saiken law shares FAMILY.json`: who inherits in which share and, with an amount, what each heir owes of it.

The one idea: the file says who is related how; the rule says who inherits and why. Without heirs the answer is the way to an administrator.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import click
from jsonschema import Draft202012Validator

from saiken.cli.context import Context
from saiken.cli.json_file import read_json_file, validator_of
from saiken.cli.law_money import explained_document, explained_lines
from saiken.cli.output import emit, json_option
from saiken.cli.published_tables import aligned
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.inheritance import Heir, Succession, shares
from saiken.domain.rules.inheritance_debt import HeirDebt, divide_debt
from saiken.formats.family_json.read import SCHEMA_FILE, family_of

_ADMINISTRATOR = "相続人がいません。家庭裁判所に相続財産の清算人の選任を求めます（民法952条）。"

_HELP = "docs/reference/family.schema.json"


@cache
def _validator() -> Draft202012Validator:
    return validator_of(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


@click.command("shares")
@click.argument("family", type=click.Path(path_type=Path))
@click.option("--yen", "debt_yen", type=click.IntRange(min=0), help="分ける債務の額（円）")
@json_option
@click.pass_obj
def shares_command(context: Context, /, *, family: Path, debt_yen: int | None, as_json: bool) -> None:
    """家族のファイルから、相続人と相続分を、根拠とともに示す。書き方は docs/reference/family.schema.json。"""
    written = read_json_file(family, validator=_validator(), help_at=_HELP)
    book, given = context.lawbook(), family_of(written, place=family.name)
    answer = shares(given.family, kind=given.kind, lawbook=book)
    divided = None
    if debt_yen is not None:
        divided = divide_debt(answer.value, debt_yen, kind=given.kind, estate=given.estate)
        answer = Explained(
            answer.value,
            answer.rule,
            (*answer.steps, *divided.steps),
            (*answer.assumptions, *divided.assumptions),
        )
    document = {**_document(answer.value, divided), **explained_document(answer, book)}
    emit(document, as_json=as_json, lines=[*_lines(answer, divided), *explained_lines(answer, book)])


def _document(found: Succession, divided: Explained[tuple[HeirDebt, ...]] | None) -> dict[str, object]:
    debts = {debt.heir.name: debt for debt in divided.value} if divided else {}
    return {
        "heirs": [{**_heir(heir), **_debt(debts.get(heir.name))} for heir in found.heirs],
        "not_heirs": [{"name": left.name, "reason": left.reason} for left in found.left],
        "needs_administrator": found.needs_administrator,
    }


def _heir(heir: Heir) -> dict[str, object]:
    known: dict[str, object] = {"name": heir.name, "relation": heir.relation, "share": str(heir.share)}
    return {**known, "represents": heir.represents or None}


def _debt(debt: HeirDebt | None) -> dict[str, object]:
    return {} if debt is None else {"yen": debt.yen, "further_yen": debt.further_yen, "limit_yen": debt.limit_yen}


def _lines(answer: Explained[Succession], divided: Explained[Any] | None) -> list[str]:
    debts = {debt.heir.name: debt.yen for debt in divided.value} if divided else {}
    rows = [
        (f"{heir.name}（{heir.relation}）", str(heir.share), f"{debts[heir.name]:,}円" if heir.name in debts else "")
        for heir in answer.value.heirs
    ]
    left = [f"{one.name}: {one.reason}" for one in answer.value.left]
    return [*(aligned(rows) if rows else [_ADMINISTRATOR]), *left]
