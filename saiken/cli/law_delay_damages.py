"""`saiken law delay-damages`: the delay damages of one private claim.

The one idea: the rate of the first day of delay is found by the rule, unless the contract's is typed. A first day of delay without a
published rate is refused.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import click

from saiken.cli.context import Context
from saiken.cli.law_days import DAY
from saiken.cli.law_money import day_of, explained_document, explained_lines, read_kind, read_payment
from saiken.cli.output import emit, json_option
from saiken.cli.published_tables import aligned
from saiken.domain.dates.period import ONE_DAY
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.delay_damages import (
    ACTUAL_YEAR,
    YEAR_OF_365,
    DamagesSegment,
    DelayDamages,
    DelayDamagesQuestion,
    delay_damages,
)
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.percent import percent_text
from saiken.law.lawbook import LawBook

#: More digits than any contract writes.
_LONGEST_RATE = 12


@click.command("delay-damages")
@click.option("--principal", "principal_yen", type=int, required=True, help="元本（円）")
@click.option("--due", type=DAY, required=True, help="履行期")
@click.option("--paid", type=DAY, required=True, help="支払の日、又は計算する最後の日")
@click.option("--rate", "rate_text", help="契約の年率（例 5%）。なければ法定利率")
@click.option("--day-count", type=click.Choice([YEAR_OF_365, ACTUAL_YEAR]), help="1年の日数")
@click.option("--profile", "kind_text", default="private", help="private など、又は条例の名前（条例/種類）")
@click.option("--payment", "payments", multiple=True, help="元本に充てた一部支払（日:円）。何度でも")
@click.option("--assessed", type=DAY, help="調定の日。これより前の支払は断る")
@click.option("--designated", type=DAY, help="督促状の指定期限")
@json_option
@click.pass_obj
def delay_damages_command(context: Context, /, *, kind_text: str, as_json: bool, **options: Any) -> None:
    """私債権の遅延損害金を、遅滞に陥った日の利率で示す。利率が公表されていないときは終了コード3で断る。"""
    book = context.lawbook()
    explained = delay_damages(_question(book, kind_text, options=options), lawbook=book)
    emit(_document(explained, book), as_json=as_json, lines=_lines(explained, book))


def _question(book: LawBook, kind_text: str, *, options: Mapping[str, Any]) -> DelayDamagesQuestion:
    kind, profile = read_kind(book, kind_text, charge="delay_damages")
    return DelayDamagesQuestion(
        principal_yen=options["principal_yen"],
        due_on=options["due"].date(),
        paid_on=options["paid"].date(),
        kind=kind,
        profile=profile,
        rate=_rate(options["rate_text"]) if options["rate_text"] is not None else None,
        day_count=options["day_count"] or "",
        payments=tuple(read_payment(text) for text in options["payments"]),
        designated_on=day_of(options["designated"]),
        assessed_on=day_of(options["assessed"]),
    )


def _rate(text: str) -> Fraction:
    """A yearly rate as 5% or 5 or 10.75%."""
    written = text.removesuffix("%")
    if not written.replace(".", "", 1).isdecimal() or len(written) > _LONGEST_RATE:
        raise InvalidInput(
            "利率として読めません",
            place="--rate",
            found=text[:40] or "空",
            expected="年率（例 5% 又は 10.75%）",
            remedy="契約の利率を与えるか、省いて法定利率によってください",
        )
    return Fraction(written)


def _document(explained: Explained[DelayDamages], book: LawBook) -> dict[str, object]:
    damages = explained.value
    return {
        "yen": damages.yen,
        "raw_yen": damages.raw_yen,
        "base_yen": damages.base_yen,
        "rate": percent_text(damages.rate),
        "segments": [_segment_document(segment) for segment in damages.segments],
        **explained_document(explained, book),
    }


def _segment_document(segment: DamagesSegment) -> dict[str, object]:
    return {
        "from": segment.from_on,
        "until": segment.until_on - ONE_DAY,
        "days": segment.days,
        "rate": percent_text(segment.rate),
        "base_yen": segment.base_yen,
        "yen": segment.yen,
        "year_days": segment.year_days,
    }


def _lines(explained: Explained[DelayDamages], book: LawBook) -> list[str]:
    table = [
        [
            segment.from_on.isoformat(),
            (segment.until_on - ONE_DAY).isoformat(),
            f"{segment.days:,}日",
            f"÷{segment.year_days}",
            percent_text(segment.rate),
            f"{segment.base_yen:,}円",
            f"{segment.yen:,}円",
        ]
        for segment in explained.value.segments
    ]
    return [
        *aligned([["始まり", "終わり", "日数", "年", "割合", "基礎", "額"], *table]),
        explained.steps[-1].sentence,
        *explained_lines(explained, book),
    ]
