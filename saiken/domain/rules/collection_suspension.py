"""Suspension of collection (徴収停止, 自治令 171条の5) of claims that are not enforceable by disposition.

The one idea: the office stops collecting, and nothing else happens: the claim stays, its prescription runs, it is no cause of a
write-off. What ends the claim later is a waiver, a release or the prescription.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.period import last_day_of_months, next_day
from saiken.domain.rules.exclusion import ExcludedClaim, order_applies
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import Terms

_ARTICLE = "local_autonomy_order/171-5"


class CollectionSuspensionGround(StrEnum):
    """法人の事業休止 (1号), 債務者の所在不明 (2号), 少額 (3号)."""

    BUSINESS_CEASED = "business_ceased"
    DEBTOR_NOT_FOUND = "debtor_not_found"
    SMALL_SUM = "small_sum"


@dataclass(frozen=True)
class CollectionSuspensionQuestion:
    """A suspension considered: claim, ground, what was found about the debtor and the cost of going on, whether one runs already."""

    kind: str
    legal_class: LegalClass
    due_on: date
    ground: CollectionSuspensionGround
    balance_yen: int
    seizable_yen: int = 0
    execution_cost_yen: int = 0
    is_corporation: bool = False
    will_not_reopen: bool = False
    whereabouts_known: bool = True
    unsuitable: bool = True
    suspended: bool = False
    excluded: ExcludedClaim | None = None
    profile: str = "default"


def may_suspend_collection(
    question: CollectionSuspensionQuestion, *, on: date, lawbook: LawBook
) -> Explained[Permission]:
    """履行期限の後相当の期間を経ても履行されず、事業休止、所在不明又は少額で取立てが困難又は不適当な債権は、徴収を停止できる."""
    terms = _terms(question, lawbook=lawbook)
    last_on = last_day_of_months(next_day(question.due_on), terms.periods.collection_suspension_months)
    conditions = (
        *order_applies(
            question.legal_class, excluded=question.excluded, article=_ARTICLE, remedy="滞納処分の停止による"
        ),
        condition(
            "reasonable_period",
            f"履行期限の後、相当の期間（{last_on.isoformat()} まで）を経過している",
            holds=last_on < on,
            cites=_ARTICLE,
        ),
        condition("unpaid", "完全に履行されていない", holds=question.balance_yen > 0, cites=_ARTICLE),
        _ground(question),
        condition(
            "unsuitable", "履行させることが著しく困難又は不適当である", holds=question.unsuitable, cites=_ARTICLE
        ),
        condition("not_suspended", "まだ停止していない", holds=not question.suspended, cites=_ARTICLE),
    )
    return permission(may_suspend_collection, conditions, assumptions=_assumed(terms))


def _ground(question: CollectionSuspensionQuestion) -> Condition:
    nothing_to_take = question.seizable_yen <= question.execution_cost_yen
    cases = {
        CollectionSuspensionGround.BUSINESS_CEASED: (
            1,
            "法人が事業を休止し再開の見込みが全くなく、差し押さえうる財産が執行の費用を超えない",
            question.is_corporation and question.will_not_reopen and nothing_to_take,
        ),
        CollectionSuspensionGround.DEBTOR_NOT_FOUND: (
            2,
            "債務者の所在が不明で、差し押さえうる財産が執行の費用を超えない",
            not question.whereabouts_known and nothing_to_take,
        ),
        CollectionSuspensionGround.SMALL_SUM: (
            3,
            "債権が少額で、取立てに要する費用に満たない",
            question.balance_yen < question.execution_cost_yen,
        ),
    }
    item, sentence, holds = cases[question.ground]
    return condition("ground", sentence, holds=holds, cites=f"{_ARTICLE}/0/{item}")


@dataclass(frozen=True)
class CollectionSuspensionEffects:
    """What a suspension comes to: nothing but rest; `waiver_from` is the first day on which an ordinance's waiver may be thought of."""

    claim_stays: bool
    prescription_runs: bool
    is_write_off_cause: bool
    waiver_from: date


def effects_of_collection_suspension(
    question: CollectionSuspensionQuestion, *, suspended_on: date, lawbook: LawBook
) -> Explained[CollectionSuspensionEffects]:
    """徴収停止は保全と取立てをやめるにとどまり、債権は消えず、時効は進み、それだけでは不納欠損にできない."""
    terms = _terms(question, lawbook=lawbook)
    last_on = last_day_of_months(next_day(suspended_on), terms.periods.waiver_months)
    steps = (
        Step("以後、保全及び取立てをしない。債権は存続する", (cite(_ARTICLE),), suspended_on),
        Step("時効を止める定めはなく、進行する", (cite("local_autonomy_act/236/1"), cite("civil_code/166/1"))),
        Step(
            f"停止から相当の期間（{terms.periods.waiver_months} 月）を経て、条例による放棄を検討できる",
            (cite("local_autonomy_act/96/1/10"),),
            next_day(suspended_on),
            next_day(last_on),
        ),
    )
    found = CollectionSuspensionEffects(True, True, False, next_day(last_on))
    return Explained(found, rule_sentence(effects_of_collection_suspension), steps, _assumed(terms))


def _terms(question: CollectionSuspensionQuestion, *, lawbook: LawBook) -> Terms:
    return lawbook.terms(question.kind, on=question.due_on, profile=question.profile)


def _assumed(terms: Terms) -> tuple[str, ...]:
    return (f"相当の期間は市の設定による（{terms.profile}）",)
