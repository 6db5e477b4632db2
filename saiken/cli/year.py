"""`saiken year`: the closing of a fiscal year.

The one idea: it first shows what it will do for every receivable and writes only with `--yes` or after being asked. What a close is and
when it is refused is the action's business.
"""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import click
from django.utils.timezone import localdate

from saiken.cli.output import ExitCode, emit, json_option, say, warn
from saiken.cli.person import by_option
from saiken.cli.progress import progress
from saiken.domain.errors import InvalidInput
from saiken.register.actions.close_year import close_year
from saiken.register.queries.close_plan import ClosePlan, close_plans


@click.group()
def year() -> None:
    """年度の締めと繰越。"""


@year.command()
@click.option("--fiscal-year", type=int, required=True, help="締める年度（西暦。2018は平成30年度）")
@click.option("--receivable", default="", help="一つの債権だけを締める（所属/債権整理番号）")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="締める日（省略時は今日）")
@click.option("--yes", is_flag=True, help="確かめずに締める")
@by_option
@json_option
def close(*, fiscal_year: int, receivable: str, on: datetime | None, yes: bool, by: str, as_json: bool) -> ExitCode:
    """年度を締め、残高を翌年度に繰り越す。先に内容を示す。既に締めた債権は変えない。"""
    bureau, _, number = receivable.rpartition("/")
    if receivable and not bureau:
        raise InvalidInput(
            "債権の指定が読めません", place="--receivable", found=receivable, expected="所属/債権整理番号"
        )
    day = on.date() if on else localdate()
    plans = close_plans(fiscal_year, bureau=bureau, number=number)
    waiting = [plan for plan in plans if not plan.already and plan.closes_on < day]
    lines = [_line(plan, day) for plan in plans]
    if any(plan.faults for plan in plans):
        _tell_faults(plans)
        emit(_document(plans, closed=()), as_json=as_json, lines=lines)
        return ExitCode.FINDINGS
    closed = waiting if waiting and _agreed(lines, len(waiting), yes=yes) else []
    if closed:
        _carry_out(closed, by=by, on=day)
    outcome = f"{len(closed)}件を締めました" if closed else "締めたものはありません"
    emit(_document(plans, closed=closed), as_json=as_json, lines=[*lines, outcome])
    return ExitCode.DONE


def _carry_out(plans: Sequence[ClosePlan], *, by: str, on: date) -> None:
    with progress("締めています", total=len(plans)) as advance:
        for plan in plans:
            close_year(receivable_id=plan.receivable_id, fiscal_year=plan.fiscal_year, by=by, on=on)
            advance(1)


def _agreed(lines: Sequence[str], count: int, *, yes: bool) -> bool:
    """Whether to go on: told by --yes, else asked on a terminal after everything was shown; elsewhere never."""
    if yes:
        return True
    if not sys.stdin.isatty():
        say("締めるには --yes を付けてください")
        return False
    for line in lines:
        say(line)
    return click.confirm(f"{count}件を締めますか", err=True)


def _tell_faults(plans: Sequence[ClosePlan]) -> None:
    for plan in plans:
        for fault in plan.faults:
            warn(f"{plan.bureau} {plan.number}: {fault.subject}: {fault.message}")


def _line(plan: ClosePlan, day: date) -> str:
    if plan.already or plan.faults:
        mark = "締められません" if plan.faults else "締め済み"
    else:
        mark = "締めます" if plan.closes_on < day else f"出納閉鎖（{plan.closes_on}）前のため締めません"
    carried = f"繰越 {plan.carried_yen:>15,}円 {plan.carried_count:>7,}件"
    return f"{plan.bureau} {plan.number} {plan.name}  {plan.fiscal_year}年度  {carried}  {mark}"


def _document(plans: Sequence[ClosePlan], *, closed: Sequence[ClosePlan]) -> list[dict[str, Any]]:
    return [
        {
            "bureau": plan.bureau,
            "number": plan.number,
            "name": plan.name,
            "fiscal_year": plan.fiscal_year,
            "closes_on": plan.closes_on,
            "carried_in_yen": plan.carried_in_yen,
            **plan.figures_yen,
            "carried_yen": plan.carried_yen,
            "carried_count": plan.carried_count,
            "already": plan.already,
            "closed": plan.already or plan in closed,
            "faults": [vars(fault) for fault in plan.faults],
        }
        for plan in plans
    ]
