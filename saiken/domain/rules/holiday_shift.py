"""Which days move when they fall on a holiday: limits for acts do, days that only measure do not.

The one idea: a due day falling on a holiday is due on the next business day, and everything counted from it counts from the day in force;
nothing counted moves again. Only the assessment action applies this; other rules are given days in force.
"""

from datetime import date
from enum import StrEnum

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.dates.business_day import business_day_from
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.law.citation import Citation, cite


class DayUse(StrEnum):
    """納期限, 督促の指定期限, 延滞金の第一段階の末日, 督促から10日を経過した日, 時効の完成する日."""

    DUE_DATE = "due_date"
    DESIGNATED_DAY = "designated_day"
    FIRST_TIER_END = "first_tier_end"
    DEMAND_TEN_DAYS = "demand_ten_days"
    PRESCRIPTION_COMPLETION = "prescription_completion"


_WHY_NOT = {
    DayUse.DESIGNATED_DAY: "行政庁が定めた日は、通知に繰り延べる旨がなければ動かない",
    DayUse.FIRST_TIER_END: "計算の基準となるだけの日は動かない",
    DayUse.DEMAND_TEN_DAYS: "事実を判断する基準となる日は動かない",
    DayUse.PRESCRIPTION_COMPLETION: "時効の完成は行為の期限ではないので動かない",
}


def day_in_force(
    day: date, *, use: DayUse, kind: ClaimKind = ClaimKind.TAX, notice_says_so: bool = False
) -> Explained[date]:
    """納期限が土曜日、日曜日、祝日又は12月29日から1月3日までに当たるときは、その翌日以後の最初の開庁日を納期限とする."""
    basis = _basis(kind)
    if use in _WHY_NOT and not (use is DayUse.DESIGNATED_DAY and notice_says_so):
        steps = (Step(_WHY_NOT[use], basis, from_on=day),)
        assumed = ("時効の完成日を休日により繰り延べない扱いは、条文の定めによらない解釈です",)
        return Explained(
            day, rule_sentence(day_in_force), steps, assumed if use is DayUse.PRESCRIPTION_COMPLETION else ()
        )
    found = business_day_from(day)
    sentence = (
        "休日に当たらない" if found == day else f"{day.isoformat()} は休日に当たるので {found.isoformat()} とする"
    )
    return Explained(found, rule_sentence(day_in_force), (Step(sentence, basis, from_on=found),), _assumed(kind))


def _basis(kind: ClaimKind) -> tuple[Citation, ...]:
    if kind is ClaimKind.TAX:
        return (cite("local_tax_act/20-5/2"), cite("local_tax_order/6-18/2"))
    return (cite("civil_code/142"),) if kind.is_private else (cite("local_autonomy_act/4-2/4"),)


def _assumed(kind: ClaimKind) -> tuple[str, ...]:
    return ("休日に取引をしない慣習があるものとしています（民法142条）",) if kind.is_private else ()
