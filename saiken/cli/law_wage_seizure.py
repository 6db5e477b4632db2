"""`saiken law wage-seizure`: what of one pay may be seized, by the tax collection act or with a court's title.

The one idea: the same pay is asked of one of two acts; the answer names every protected part, which together are what is exempt.
"""

from collections.abc import Mapping
from typing import Any

import click

from saiken.cli.context import Context
from saiken.cli.law_days import DAY
from saiken.cli.law_money import explained_document, explained_lines
from saiken.cli.output import emit, json_option
from saiken.cli.published_tables import aligned
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.pay import Pay, PayPeriod, PayUnit
from saiken.domain.rules.wage_seizure import LABELS, WageExemption, wage_exemption
from saiken.domain.rules.wage_seizure_court import CourtExemption, court_wage_exemption
from saiken.law.lawbook import LawBook

_YEN = click.IntRange(min=0)
_UNITS = {unit.value.replace("_", "-"): unit for unit in PayUnit}


@click.command("wage-seizure")
@click.option("--on", "moment", type=DAY, required=True, help="差し押さえる日（最低生活費の額を決める）")
@click.option("--gross", "gross_yen", type=_YEN, required=True, help="支給額（円）。賞与は1月分として与える")
@click.option("--income-tax", "income_tax_yen", type=_YEN, default=0, help="源泉徴収される所得税（円）")
@click.option("--resident-tax", "resident_tax_yen", type=_YEN, default=0, help="特別徴収される住民税（円）")
@click.option("--social-insurance", "social_insurance_yen", type=_YEN, default=0, help="控除される社会保険料（円）")
@click.option("--dependents", type=_YEN, default=0, help="生計を一にする親族の数。--court では用いない")
@click.option("--period", type=click.Choice(list(_UNITS)), default="month", help="支給期間の単位")
@click.option("--periods", "count", type=click.IntRange(min=1), default=1, help="支給期間の数")
@click.option("--consent", is_flag=True, help="滞納者の書面による承諾がある。--court では用いない")
@click.option("--court", is_flag=True, help="債務名義による強制執行（民事執行法152条）")
@json_option
@click.pass_obj
def wage_seizure_command(context: Context, /, *, as_json: bool, court: bool, **options: Any) -> None:
    """給料等のうち差し押さえることができる額を、差押禁止の各部分とともに示す。"""
    book, day = context.lawbook(), options["moment"].date()
    pay = Pay(*(options[f"{part}_yen"] for part in ("gross", "income_tax", "resident_tax", "social_insurance")))
    period = PayPeriod(_UNITS[options["period"]], options["count"])
    answer: Explained[WageExemption] | Explained[CourtExemption]
    if court:
        answer = court_wage_exemption(pay, on=day, lawbook=book, period=period)
    else:
        answer = wage_exemption(
            pay,
            dependents=options["dependents"],
            on=day,
            lawbook=book,
            period=period,
            consent=options["consent"],
        )
    found = {"regime": "civil_execution" if court else "tax_collection", "on": day, **_found(answer.value, book)}
    emit({**found, **explained_document(answer, book)}, as_json=as_json, lines=_lines(found, answer, book=book))


def _found(exemption: WageExemption | CourtExemption, book: LawBook) -> dict[str, object]:
    common = {"seizable_yen": exemption.seizable_yen, "exempt_yen": exemption.exempt_yen}
    if isinstance(exemption, CourtExemption):
        part = {"item": 1, "label": "手取額の4分の3（政令の額まで）", "yen": exemption.exempt_yen}
        return {**common, "net_yen": exemption.net_yen, "parts": [part]}
    parts = [
        {"item": part.item, "label": LABELS[part.item], "yen": part.yen, "citation": book.text(part.citation)}
        for part in exemption.parts
    ]
    return {**common, "wage_yen": exemption.wage_yen, "parts": parts}


def _lines(found: Mapping[str, Any], answer: Explained[Any], *, book: LawBook) -> list[str]:
    rows = [(f"  {part['label']}", f"{part['yen']:,}円") for part in found["parts"]]
    rows.append(("差押禁止の額", f"{found['exempt_yen']:,}円"))
    rows.append(("差し押さえることができる額", f"{found['seizable_yen']:,}円"))
    return [*aligned(rows), *explained_lines(answer, book)]
