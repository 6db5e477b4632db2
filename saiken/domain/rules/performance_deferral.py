"""Deferral of performance (履行延期の特約・処分): who may have it and what it changes.

The one idea: the due day itself moves, by contract for private claims and by disposition for public ones, and the prescription begins anew
after it. How long is left to judgment: the order names no maximum. Release after ten years is in `claim_release`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.period import next_day
from saiken.domain.rules.claim_release import release_from
from saiken.domain.rules.exclusion import ExcludedClaim, order_applies
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook

_ARTICLE = "local_autonomy_order/171-6/1"


class DeferralGround(StrEnum):
    """無資力, 一時困難で延長が有利, 災害・盗難等, 損害賠償金・不当利得で一時困難, 転貸貸付金."""

    WITHOUT_MEANS = "without_means"
    TEMPORARY_DIFFICULTY = "temporary_difficulty"
    CALAMITY = "calamity"
    DAMAGES_OR_ENRICHMENT = "damages_or_enrichment"
    RELENT_LOAN = "relent_loan"


class DeferralForm(StrEnum):
    """履行延期の特約 (私債権), 履行延期の処分 (非強制徴収公債権)."""

    CONTRACT = "deferral_contract"
    DISPOSITION = "deferral_disposition"


_ITEMS = {
    DeferralGround.WITHOUT_MEANS: ("171-6/1/1", "債務者が無資力又はこれに近い状態にある"),
    DeferralGround.TEMPORARY_DIFFICULTY: ("171-6/1/2", "一時に履行することが困難で、期限を延ばす方が徴収上有利である"),
    DeferralGround.CALAMITY: ("171-6/1/3", "災害、盗難その他の事故により、一時に履行することが困難である"),
    DeferralGround.DAMAGES_OR_ENRICHMENT: (
        "171-6/1/4",
        "損害賠償金又は不当利得の返還金で、一時に履行することが困難であり、弁済に特に誠意を有する",
    ),
    DeferralGround.RELENT_LOAN: ("171-6/1/5", "転貸の貸付金で、転借人が困難なため債務者が一時に履行できない"),
}


@dataclass(frozen=True)
class DeferralQuestion:
    """A deferral considered: the claim, the ground and whether its facts hold, the day until which the due day would move.

    `established` says that the facts of the ground were found; the further judgments belong to single grounds.
    """

    legal_class: LegalClass
    due_on: date
    ground: DeferralGround
    new_due_on: date
    established: bool = True
    advantageous: bool = False
    is_damages_or_enrichment: bool = False
    particularly_sincere: bool = False
    is_relent_loan: bool = False
    excluded: ExcludedClaim | None = None


def may_defer(question: DeferralQuestion, *, on: date) -> Explained[Permission]:
    """強制徴収公債権を除く債権は、債務者の無資力等の事由があるときに、履行期限を延長する特約又は処分をすることができる."""
    conditions = (
        *order_applies(
            question.legal_class, excluded=question.excluded, article=_ARTICLE, remedy="徴収の猶予又は換価の猶予による"
        ),
        _ground(question),
        condition(
            "later",
            "新たな履行期限が、今の履行期限及び延期の日より後である",
            holds=question.new_due_on > max(on, question.due_on),
            cites=_ARTICLE,
        ),
    )
    return permission(may_defer, conditions, warnings=_warnings(question, on=on))


def _ground(question: DeferralQuestion) -> Condition:
    item, sentence = _ITEMS[question.ground]
    needed = {
        DeferralGround.TEMPORARY_DIFFICULTY: question.advantageous,
        DeferralGround.DAMAGES_OR_ENRICHMENT: question.is_damages_or_enrichment and question.particularly_sincere,
        DeferralGround.RELENT_LOAN: question.is_relent_loan,
    }
    holds = question.established and needed.get(question.ground, True)
    return condition("ground", sentence, holds=holds, cites=f"local_autonomy_order/{item}")


def _warnings(question: DeferralQuestion, *, on: date) -> tuple[str, ...]:
    found = ["期間に上限の定めはありません。資力を定めて見直してください"]
    if on > question.due_on:
        found.append("履行期限の後の延期では、既に生じた遅延損害金等は徴収すべきものとします")
    return tuple(found)


@dataclass(frozen=True)
class DeferralEffects:
    """What a deferral changes: its form, the due day, day 1 of the new prescription period, and the first day a release may be thought of.

    `accrued_still_due`: damages accrued before a deferral made after the due day stay to be collected.
    """

    form: DeferralForm
    due_on: date
    prescription_restarts_on: date
    accrued_still_due: bool
    release_from: date | None


def effects_of_deferral(
    question: DeferralQuestion, *, deferred_on: date, lawbook: LawBook, first_deferred_on: date | None = None
) -> Explained[DeferralEffects]:
    """履行を延期した債権の時効は新たな履行期限の翌日から進み、無資力による延期から十年を経て免除を検討することができる.

    `first_deferred_on` is the day of the first deferral when this one extends it.
    """
    disposition = question.legal_class is LegalClass.PUBLIC_UNENFORCEABLE
    after_due = deferred_on > question.due_on
    release_on = None
    if question.ground is DeferralGround.WITHOUT_MEANS:
        earliest = release_from(question.due_on, first_deferred_on or deferred_on, lawbook=lawbook)
        release_on = earliest.value
    found = DeferralEffects(
        DeferralForm.DISPOSITION if disposition else DeferralForm.CONTRACT,
        question.new_due_on,
        next_day(question.new_due_on),
        after_due,
        release_on,
    )
    return Explained(
        found, rule_sentence(effects_of_deferral), _steps(found), ("時効は新たな履行期限から数える読み方による",)
    )


def _steps(found: DeferralEffects) -> tuple[Step, ...]:
    steps = [
        Step(f"履行期限は {found.due_on.isoformat()} となる", (cite(_ARTICLE),), until_on=next_day(found.due_on)),
        Step(
            "新たな履行期限の翌日から時効期間が進む",
            (cite("local_autonomy_act/236/1"), cite("civil_code/166/1")),
            found.prescription_restarts_on,
        ),
    ]
    if found.accrued_still_due:
        steps.append(Step("既に生じた遅延損害金等は、なお徴収する", (cite("local_autonomy_order/171-6/2"),)))
    if found.release_from is not None:
        steps.append(Step("この日から免除を検討できる", (cite("local_autonomy_order/171-7/1"),), found.release_from))
    return tuple(steps)
