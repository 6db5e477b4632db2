"""`saiken law late-charge`: the late charge on one principal, segment by segment.

The one idea: the question is typed, the rule answers, both ends of every span are shown. Running into days without a published rate is
refused.
"""

from collections.abc import Mapping
from typing import Any

import click

from saiken.cli.context import Context
from saiken.cli.law_days import DAY
from saiken.cli.law_money import (
    day_of,
    explained_document,
    explained_lines,
    read_kind,
    read_payment,
    read_span,
)
from saiken.cli.output import emit, json_option
from saiken.cli.published_tables import aligned
from saiken.domain.dates.period import ONE_DAY
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.late_charge import (
    ChargeBasis,
    Grace,
    GraceGround,
    LateCharge,
    LateChargeQuestion,
    Segment,
    Suspension,
    late_charge,
)
from saiken.domain.rules.percent import percent_text
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import Truncation

_BASIS_WORDS = {
    ChargeBasis.FIRST_TIER: "第一段階",
    ChargeBasis.LATER_TIER: "第二段階",
    ChargeBasis.SINGLE_RATE: "一律",
    ChargeBasis.GRACE_RATE: "猶予",
    ChargeBasis.WAIVED_IN_FULL: "全額免除",
    ChargeBasis.BELOW_MINIMUM: "最低額未満",
}


@click.command("late-charge")
@click.option(
    "--kind", "kind_text", required=True, help="tax、health-insurance-premium など、又は条例の名前（条例/種類）"
)
@click.option("--principal", "principal_yen", type=int, required=True, help="元本（円）")
@click.option("--due", type=DAY, required=True, help="納期限")
@click.option("--paid", type=DAY, required=True, help="納付の日、又は計算する最後の日")
@click.option("--payment", "payments", multiple=True, help="一部納付（日:円）。何度でも")
@click.option("--assessed", type=DAY, help="調定の日。これより前の納付は断る")
@click.option("--demanded-on", type=DAY, help="督促状を発した日")
@click.option("--designated", type=DAY, help="督促状の指定期限")
@click.option(
    "--grace", "graces", multiple=True, help="猶予の期間（始まり:終わり[:disaster|illness|business|conversion]）"
)
@click.option("--suspended", "suspensions", multiple=True, help="滞納処分の停止の期間（始まり:終わり）")
@click.option("--truncation", type=click.Choice([method.value for method in Truncation]), help="1円未満の切捨て方")
@json_option
@click.pass_obj
def late_charge_command(context: Context, /, *, kind_text: str, as_json: bool, **options: Any) -> None:
    """延滞金を、期間ごとの日数と割合と額、根拠とともに示す。公表されていない割合にかかるときは終了コード3で断る。"""
    book = context.lawbook()
    explained = late_charge(_question(book, kind_text, options=options), lawbook=book)
    emit(_document(explained, book), as_json=as_json, lines=_lines(explained, book))


def _question(book: LawBook, kind_text: str, *, options: Mapping[str, Any]) -> LateChargeQuestion:
    kind, profile = read_kind(book, kind_text, charge="late_charge")
    return LateChargeQuestion(
        kind=kind,
        profile=profile,
        principal_yen=options["principal_yen"],
        due_on=options["due"].date(),
        paid_on=options["paid"].date(),
        payments=tuple(read_payment(text) for text in options["payments"]),
        demanded_on=day_of(options["demanded_on"]),
        designated_on=day_of(options["designated"]),
        graces=tuple(_grace(text) for text in options["graces"]),
        suspensions=tuple(_suspension(text) for text in options["suspensions"]),
        truncation=Truncation(options["truncation"]) if options["truncation"] else None,
        assessed_on=day_of(options["assessed"]),
    )


def _grace(text: str) -> Grace:
    from_on, until_on, word = read_span(text, place="--grace")
    if word and word not in {ground.value for ground in GraceGround}:
        raise InvalidInput(
            "猶予の事由として知りません",
            place="--grace",
            found=word,
            expected="、".join(ground.value for ground in GraceGround),
            remedy="このうちの一つを与えるか、省いてください",
        )
    return Grace(from_on, until_on, GraceGround(word) if word else GraceGround.CONVERSION)


def _suspension(text: str) -> Suspension:
    from_on, until_on, word = read_span(text, place="--suspended")
    if word:
        raise InvalidInput(
            "停止の期間に余分な言葉があります",
            place="--suspended",
            found=word,
            expected="始まりの日:終わりの日",
            remedy="事由は --grace にだけ与えてください",
        )
    return Suspension(from_on, until_on)


def _document(explained: Explained[LateCharge], book: LawBook) -> dict[str, object]:
    charged = explained.value
    return {
        "yen": charged.yen,
        "raw_yen": charged.raw_yen,
        "base_yen": charged.base_yen,
        "segments": [_segment_document(segment) for segment in charged.segments],
        **explained_document(explained, book),
    }


def _segment_document(segment: Segment) -> dict[str, object]:
    return {
        "from": segment.from_on,
        "until": segment.until_on - ONE_DAY,
        "days": segment.days,
        "rate": percent_text(segment.rate),
        "base_yen": segment.base_yen,
        "yen": segment.yen,
        "tier": segment.tier,
        "why": segment.basis.value,
    }


def _lines(explained: Explained[LateCharge], book: LawBook) -> list[str]:
    charged = explained.value
    table = [
        [
            segment.from_on.isoformat(),
            (segment.until_on - ONE_DAY).isoformat(),
            f"{segment.days:,}日",
            percent_text(segment.rate),
            f"{segment.base_yen:,}円",
            f"{segment.yen:,}円",
            _BASIS_WORDS[segment.basis],
        ]
        for segment in charged.segments
    ]
    return [
        *aligned([["始まり", "終わり", "日数", "割合", "基礎", "額", "区分"], *table]),
        explained.steps[-1].sentence,
        *explained_lines(explained, book),
    ]
