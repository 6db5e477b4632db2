"""Suspension of disposition (滞納処分の停止): grounds, what it does, when the claim is gone.

The one idea: a suspension that lasts three years ends the claim, and so does the prescription, which it does not stop: whichever
comes first. Only the want of property can end it at once. Prescription itself is given, not computed here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.period import last_day_of_years, next_day
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.permission import Permission, condition, permission
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook

_ARTICLE, _GONE, _AT_ONCE, _CANCEL = (
    "local_tax_act/15-7/1",
    "local_tax_act/15-7/4",
    "local_tax_act/15-7/5",
    "local_tax_act/15-8/1",
)


class SuspensionGround(StrEnum):
    """財産がない (1号), 生活を著しく窮迫させる (2号), 所在と財産がともに不明 (3号)."""

    NO_PROPERTY = "no_property"
    HARDSHIP = "severe_hardship"
    ALL_UNKNOWN = "whereabouts_and_property_unknown"


_ITEMS = {SuspensionGround.NO_PROPERTY: 1, SuspensionGround.HARDSHIP: 2, SuspensionGround.ALL_UNKNOWN: 3}


@dataclass(frozen=True)
class DebtorFacts:
    """What the investigation found; a surplus is what would be left of the property after costs and prior claims."""

    is_corporation: bool = False
    surplus_yen: int = 0
    property_known: bool = True
    whereabouts_known: bool = True
    would_be_destitute: bool = False


@dataclass(frozen=True)
class SuspensionQuestion:
    """A suspension considered: the claim's class, the ground relied on, the facts, and whether all arrears of the debtor are meant.

    `balance_yen` is what is left to collect, `suspended` whether a suspension runs already.
    """

    legal_class: LegalClass
    ground: SuspensionGround
    facts: DebtorFacts
    all_arrears: bool = True
    balance_yen: int = 1
    suspended: bool = False


def grounds_that_hold(facts: DebtorFacts) -> frozenset[SuspensionGround]:
    """滞納処分の停止の事由は、無財産、生活の著しい窮迫、所在及び財産の不明の三つである: those that the facts bear out."""
    held = {
        SuspensionGround.NO_PROPERTY: facts.property_known and facts.surplus_yen <= 0,
        SuspensionGround.HARDSHIP: facts.would_be_destitute and not facts.is_corporation,
        SuspensionGround.ALL_UNKNOWN: not facts.property_known and not facts.whereabouts_known,
    }
    return frozenset(ground for ground, holds in held.items() if holds)


_SENTENCES = {
    SuspensionGround.NO_PROPERTY: "滞納処分をしても、費用と優先する債権を超えて得るもののある財産がない",
    SuspensionGround.HARDSHIP: "個人で、滞納処分により生活を著しく窮迫させるおそれがある",
    SuspensionGround.ALL_UNKNOWN: "所在と財産がともに不明である",
}


def may_suspend_disposition(question: SuspensionQuestion) -> Explained[Permission]:
    """強制徴収公債権は、財産がないとき、生活を著しく窮迫させるとき、所在と財産がともに不明のときに、滞納処分の執行を停止できる."""
    item = f"{_ARTICLE}/{_ITEMS[question.ground]}"
    conditions = (
        condition(
            "enforceable",
            "滞納処分のできる強制徴収公債権である（ほかの債権は徴収停止による）",
            holds=question.legal_class is LegalClass.PUBLIC_ENFORCEABLE,
            cites=_ARTICLE,
        ),
        condition(
            "ground",
            _SENTENCES[question.ground],
            holds=question.ground in grounds_that_hold(question.facts),
            cites=item,
        ),
        condition("balance_left", "未納の残高がある", holds=question.balance_yen > 0, cites=_ARTICLE),
        condition("not_suspended", "まだ停止していない", holds=not question.suspended, cites=_ARTICLE),
    )
    partial = (
        ()
        if question.all_arrears
        else ("一部の徴収金に限る停止は、原則としてできません。滞納の全部について判断してください",)
    )
    return permission(may_suspend_disposition, conditions, warnings=(*partial, "停止したときは本人に通知してください"))


@dataclass(frozen=True)
class SuspensionEffects:
    """What a suspension on day T comes to: `extinct_on` is the first day the claim is gone by three years, `gone_on` with prescription.

    `waiver_from` to `extinct_on` is the time whose late charge is waived.
    """

    must_notify: bool
    must_release_seizure: bool
    extinct_on: date
    gone_on: date
    gone_by: str
    waiver_from: date
    prescription_runs: bool
    at_once_possible: bool


def effects_of_suspension(
    ground: SuspensionGround, *, suspended_on: date, completes_on: date | None, lawbook: LawBook, seized: bool = False
) -> Explained[SuspensionEffects]:
    """停止が三年間続いたときは納付の義務が消滅し、停止の間も時効は進むので、早い方の日に債権は消滅する.

    `completes_on` is the first day after the prescription period (None: none in sight); three years count from the day after the stop.
    """
    years = int(lawbook.value("suspension_years", on=suspended_on).number)
    extinct_on = next_day(last_day_of_years(next_day(suspended_on), years))
    by_prescription = completes_on is not None and completes_on < extinct_on
    gone_on = completes_on if completes_on is not None and by_prescription else extinct_on
    found = SuspensionEffects(
        must_notify=True,
        must_release_seizure=seized and ground is SuspensionGround.HARDSHIP,
        extinct_on=extinct_on,
        gone_on=gone_on,
        gone_by="prescription" if by_prescription else "suspension",
        waiver_from=suspended_on,
        prescription_runs=True,
        at_once_possible=ground is SuspensionGround.NO_PROPERTY,
    )
    return Explained(found, rule_sentence(effects_of_suspension), _steps(found, suspended_on=suspended_on, years=years))


def _steps(found: SuspensionEffects, *, suspended_on: date, years: int) -> tuple[Step, ...]:
    steps = [
        Step(
            f"停止の翌日から {years} 年が過ぎて、{found.extinct_on.isoformat()} に義務が消滅する",
            (cite(_GONE),),
            next_day(suspended_on),
            found.extinct_on,
        ),
        Step("停止しても時効は進行する", (cite("national_tax_collection_circular/k153-12"),)),
        Step(
            "停止の期間に対応する延滞金は全額を免除する",
            (cite("local_tax_act/15-9/1"),),
            found.waiver_from,
            found.gone_on,
        ),
        Step("停止したことを本人に通知する", (cite("local_tax_act/15-7/2"),)),
    ]
    if found.gone_by == "prescription":
        steps.append(Step("時効が先に完成し、その日に消滅する", (cite("local_tax_act/18/2"),), found.gone_on))
    if found.must_release_seizure:
        steps.append(Step("差し押さえた財産の差押えを解除する", (cite("local_tax_act/15-7/3"),)))
    return tuple(steps)


def may_extinguish_at_once(
    ground: SuspensionGround, *, qualified_acceptance: bool = False, plainly_uncollectable: bool = False
) -> Explained[Permission]:
    """財産がないため停止した徴収金が、限定承認に係る等、徴収できないことが明らかなときは、直ちに消滅させることができる."""
    conditions = (
        condition(
            "by_no_property",
            "財産がないこと（1号）による停止である",
            holds=ground is SuspensionGround.NO_PROPERTY,
            cites=f"{_AT_ONCE} {_ARTICLE}/1",
        ),
        condition(
            "plain",
            "限定承認に係る、又は徴収できないことが明らかである",
            holds=qualified_acceptance or plainly_uncollectable,
            cites=_AT_ONCE,
        ),
    )
    return permission(may_extinguish_at_once, conditions)


def must_cancel_suspension(
    facts: DebtorFacts, *, suspended_on: date, on: date, lawbook: LawBook
) -> Explained[Permission]:
    """停止の後三年以内に、停止の事由のいずれにも当たらなくなったときは、停止を取り消さなければならない.

    While another of the three grounds holds, the suspension goes on.
    """
    years = int(lawbook.value("suspension_years", on=suspended_on).number)
    last_on = last_day_of_years(next_day(suspended_on), years)
    conditions = (
        condition(
            "within_three_years",
            f"停止から三年以内（{last_on.isoformat()} まで）である",
            holds=on <= last_on,
            cites=_CANCEL,
        ),
        condition(
            "no_ground_left", "停止の事由のいずれにも当たらない", holds=not grounds_that_hold(facts), cites=_CANCEL
        ),
    )
    return permission(must_cancel_suspension, conditions, warnings=("取り消したときは本人に通知してください",))
