"""`saiken law rate NAME --on DATE`: one rate of the law on one day.

The one idea: a rate that is not published is refused with the day it is expected, never taken from another year.
"""

from collections.abc import Mapping
from datetime import date, datetime

import click

from saiken.cli.context import Context
from saiken.cli.law_days import DAY
from saiken.cli.output import emit, json_option
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.percent import percent_text
from saiken.law.lawbook import LawBook
from saiken.law.parameter import DatedValue

#: What may be asked, and the parameters that answer with the word for each.
_RATES: Mapping[str, Mapping[str, str]] = {
    "late-charge": {"first_tier": "late_charge_first_tier", "later": "late_charge_later"},
    "late-charge-grace": {"rate": "late_charge_grace"},
    "refund-interest": {"rate": "refund_interest"},
    "statutory-interest": {"rate": "statutory_interest"},
}


def _known(_context: click.Context, _parameter: click.Parameter, name: str) -> str:
    if name not in _RATES:
        raise InvalidInput(
            f"{name} という割合はありません",
            place="割合の名前",
            found=name,
            expected="、".join(_RATES),
            remedy="このうちの一つを指定してください",
        )
    return name


@click.command()
@click.argument("name", metavar="|".join(_RATES), callback=_known)
@click.option("--on", "moment", type=DAY, required=True, help="いつの割合か（YYYY-MM-DD）")
@json_option
@click.pass_obj
def rate(context: Context, /, *, name: str, moment: datetime, as_json: bool) -> None:
    """ある日の割合（年率）を、根拠とともに示す。公表されていない日は終了コード3で断る。"""
    book, day = context.lawbook(), moment.date()
    answers = {word: book.value(parameter, on=day) for word, parameter in _RATES[name].items()}
    emit(_document(name, day, book=book, answers=answers), as_json=as_json, lines=_lines(answers, book))


def _document(name: str, day: date, *, book: LawBook, answers: Mapping[str, DatedValue]) -> dict[str, object]:
    rates = {word: percent_text(value.number) for word, value in answers.items()}
    cited = dict.fromkeys(book.text(citation) for value in answers.values() for citation in value.citations)
    return {"name": name, "on": day, **rates, "citations": list(cited)}


def _lines(answers: Mapping[str, DatedValue], book: LawBook) -> list[str]:
    words = {"first_tier": "第一段階", "later": "第二段階", "rate": "割合"}
    return [
        f"{words[word]} {percent_text(value.number)}  {'、'.join(map(book.text, value.citations))}"
        for word, value in answers.items()
    ]
