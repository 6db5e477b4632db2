"""Grace of collection (徴収の猶予): who may have it and what it holds back.

The one idea: a calamity that keeps someone from paying at once stops collection itself: no new demand, no new seizure, and for disaster and
illness no late charge at all. Length, security and cancellation are in `grace`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.dates.period import next_day
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.grace import GraceKind, GraceTerms, length_conditions, period_after, security_condition
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.law.lawbook import LawBook


class GraceCause(StrEnum):
    """災害・盗難, 病気・負傷, 事業の休廃止, 事業の著しい損失, 災害・病気に類する事実, 休廃業・損失に類する事実, 税額の確定の遅れ."""

    DISASTER_OR_THEFT = "disaster_or_theft"
    ILLNESS_OR_INJURY = "illness_or_injury"
    BUSINESS_CLOSED = "business_closed"
    SERIOUS_LOSS = "serious_loss"
    LIKE_DISASTER_OR_ILLNESS = "like_disaster_or_illness"
    LIKE_CLOSURE_OR_LOSS = "like_closure_or_loss"
    FIXED_LATE = "fixed_late"


#: The causes that waive the late charge altogether (災害等による徴収の猶予, 地税法 15条の2第4項).
FULL_WAIVER = frozenset(
    {GraceCause.DISASTER_OR_THEFT, GraceCause.ILLNESS_OR_INJURY, GraceCause.LIKE_DISASTER_OR_ILLNESS}
)

_ITEMS = {
    GraceCause.DISASTER_OR_THEFT: "local_tax_act/15/1/1",
    GraceCause.ILLNESS_OR_INJURY: "local_tax_act/15/1/2",
    GraceCause.BUSINESS_CLOSED: "local_tax_act/15/1/3",
    GraceCause.SERIOUS_LOSS: "local_tax_act/15/1/4",
    GraceCause.LIKE_DISASTER_OR_ILLNESS: "local_tax_act/15/1/5",
    GraceCause.LIKE_CLOSURE_OR_LOSS: "local_tax_act/15/1/5",
    GraceCause.FIXED_LATE: "local_tax_act/15/2",
}


@dataclass(frozen=True)
class CollectionGraceQuestion:
    """An application for a grace of collection; `fixed_on` and `statutory_due_on` matter for a tax fixed late only."""

    kind: ClaimKind
    due_on: date
    cause: GraceCause
    terms: GraceTerms
    applied_on: date | None
    cannot_pay_at_once: bool = True
    insincere: bool = False
    statutory_due_on: date | None = None
    fixed_on: date | None = None


def may_give_collection_grace(question: CollectionGraceQuestion, *, lawbook: LawBook) -> Explained[Permission]:
    """災害、病気、休廃業等のため一時に納付できないときは、申請により、一年以内の期間を限り徴収を猶予することができる.

    For these causes no deadline is set; for a tax fixed a year late the application must come within the due day.
    """
    item = _ITEMS[question.cause]
    conditions = [
        condition(
            "tax",
            "市税である（保険料等は、それぞれの条例の徴収猶予による）",
            holds=question.kind is ClaimKind.TAX,
            cites=item,
        ),
        condition("applied", "本人の申請がある", holds=question.applied_on is not None, cites=item),
        condition(
            "cannot_pay_at_once",
            "その事実に基づき、一時に納付することができない",
            holds=question.cannot_pay_at_once,
            cites=item,
        ),
    ]
    if question.cause is GraceCause.FIXED_LATE and question.terms.first_from_on is None:
        conditions += _fixed_late(question, lawbook=lawbook)
    conditions += length_conditions(GraceKind.COLLECTION, terms=question.terms, lawbook=lawbook)
    conditions.append(security_condition(question.terms, lawbook=lawbook))
    return permission(may_give_collection_grace, conditions, warnings=_warnings(question))


def _fixed_late(question: CollectionGraceQuestion, *, lawbook: LawBook) -> list[Condition]:
    """税額が法定納期限から一年を経過した日以後に確定したときは、納期限内に申請する."""
    year_over = _year_over(question, lawbook=lawbook)
    within = period_after(question.due_on, "grace_max_years", on=question.due_on, lawbook=lawbook)
    return [
        condition(
            "fixed_late",
            "税額が法定納期限から1年を経過した日以後に確定した",
            holds=year_over is not None and question.fixed_on is not None and year_over <= question.fixed_on,
            cites="local_tax_act/15/2",
        ),
        condition(
            "applied_in_time",
            f"納期限（{question.due_on.isoformat()}）までに申請した",
            holds=question.applied_on is not None and question.applied_on <= question.due_on,
            cites="local_tax_act/15/2",
        ),
        condition(
            "year_from_due",
            f"納期限から1年以内（{within.isoformat()} まで）である",
            holds=question.terms.until <= within,
            cites="local_tax_act/15/2",
        ),
    ]


def _year_over(question: CollectionGraceQuestion, *, lawbook: LawBook) -> date | None:
    """The day on which a year has passed since the statutory due day (「一年を経過した日」)."""
    if question.statutory_due_on is None:
        return None
    return next_day(
        period_after(question.statutory_due_on, "grace_late_assessment_years", on=question.due_on, lawbook=lawbook)
    )


def _warnings(question: CollectionGraceQuestion) -> tuple[str, ...]:
    if question.insincere:
        return ("質問に答えない、偽りがある等、誠実な申請でないときは、認めないことができます（地方税法15条の2第9項）",)
    return ()
