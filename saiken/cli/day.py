"""`saiken day`: what time alone changes, every night.

The one idea: the roll commits portion by portion and can be stopped and started again; a second run of a day finds nothing to do. Which
claims are due and what becomes of them is not decided here.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import click

from saiken.cli.context import Context
from saiken.cli.day_office import roll_offices
from saiken.cli.output import emit, json_option
from saiken.cli.person import by_option
from saiken.cli.progress import progress
from saiken.glossary import Glossary, load_glossary
from saiken.law.lawbook import LawBook
from saiken.register.actions.count_work import count_work
from saiken.register.actions.roll_plans import RolledPlans, roll_plans
from saiken.register.actions.roll_standings import Moved, roll_standings
from saiken.register.queries.due_plans import due_plans
from saiken.register.queries.due_standings import due_standings, portions
from saiken.register.queries.standing import basis_hash
from saiken.register.upkeep.keep_figures import keep_figures
from saiken.register.upkeep.statistics import gather_statistics

#: Claims per commit: a second or two of work.
_PORTION = 2_000

#: How many times each way was gone: from (standing, state) to (standing, state).
_Ways = Mapping[tuple[tuple[str, str], tuple[str, str]], int]


@click.group()
def day() -> None:
    """日々の更新。"""


@day.command()
@click.option("--on", "moment", type=click.DateTime(["%Y-%m-%d"]), required=True, help="いつの状態まで進めるか")
@by_option
@json_option
@click.pass_obj
def roll(context: Context, *, moment: datetime, by: str, as_json: bool) -> None:
    """債権の区分を、その日まで進める。途中で止めてもよく、何度行っても同じ結果になる。抜けた日も取り戻す。"""
    on, book = moment.date(), context.lawbook()
    ids = due_standings(on, basis=basis_hash(book))
    ways = _rolled(ids, on=on, lawbook=book, by=by)
    plans = _rolled_plans(on, by=by)
    offices = roll_offices(on, lawbook=book, by=by)
    figures = count_work(by=by, on=on)
    keep_figures()
    gather_statistics()
    document = _document(on, book=book, computed=len(ids), ways=ways) | {
        "figures": figures,
        "plans": asdict(plans),
        "offices": asdict(offices),
    }
    emit(document, as_json=as_json, lines=[*_lines(len(ids), ways), _line_of_plans(plans), offices.line])


def _rolled(ids: tuple[int, ...], *, on: date, lawbook: LawBook, by: str) -> _Ways:
    ways: Counter[tuple[tuple[str, str], tuple[str, str]]] = Counter()
    with progress("区分を進めています", total=len(ids)) as advance:
        for portion in portions(ids, _PORTION):
            moved: list[Moved] = roll_standings(claim_ids=portion, lawbook=lawbook, by=by, on=on)
            ways.update((each.before, each.after) for each in moved)
            advance(len(portion))
    return ways


def _rolled_plans(on: date, *, by: str) -> RolledPlans:
    """The plans in force, portion by portion; that one is broken is marked, never recorded as an event."""
    done = [roll_plans(plan_ids=portion, by=by, on=on) for portion in portions(due_plans(on), _PORTION)]
    return RolledPlans(
        sum(each.plans for each in done), sum(each.broken for each in done), sum(each.closed for each in done)
    )


def _line_of_plans(plans: RolledPlans) -> str:
    return f"確かめた分納の計画 {plans.plans:,}件、この日に不履行となった計画 {plans.broken:,}件、完納で閉じた計画 {plans.closed:,}件"


def _document(on: date, *, book: LawBook, computed: int, ways: _Ways) -> dict[str, Any]:
    return {
        "on": on,
        "law_hash": book.hash,
        "computed": computed,
        "changed": sum(ways.values()),
        "moves": [
            {
                "from": {"standing": was[0], "state": was[1]},
                "to": {"standing": now[0], "state": now[1]},
                "claims": count,
            }
            for (was, now), count in sorted(ways.items())
        ],
    }


def _lines(computed: int, ways: _Ways) -> list[str]:
    words = load_glossary()
    moves = [f"{_word(was, words)} → {_word(now, words)}\t{count:,}件" for (was, now), count in sorted(ways.items())]
    return [*moves, f"算出し直した債権 {computed:,}件、区分などが変わった債権 {sum(ways.values()):,}件"]


def _word(stand: tuple[str, str], words: Glossary) -> str:
    standing, state_id = stand
    return words.japanese(state_id) if state_id else words.japanese(standing) if standing else "記録なし"
