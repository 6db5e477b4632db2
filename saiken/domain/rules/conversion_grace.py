"""Grace of conversion (換価の猶予): by application or by the office.

The one idea: the debtor is left the property that keeps a business or a household going, while the claim is paid by instalments; the
demand is still sent and seizure stays possible. Length, security and cancellation are in `grace`.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.grace import GraceKind, GraceTerms, length_conditions, period_after, security_condition
from saiken.domain.rules.permission import Condition, Permission, condition, permission
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook

_APPLICATION, _OFFICE = "local_tax_act/15-6/1", "local_tax_act/15-5/1"


@dataclass(frozen=True)
class ConversionGraceQuestion:
    """A grace of conversion asked for or considered. `other_arrears` counts taxes not in or under application for a grace, and defaults on
    claims that an ordinance lists; `instalments_agreed` whether the plan divides the sum reasonably."""

    legal_class: LegalClass
    due_on: date
    terms: GraceTerms
    applied_on: date | None = None
    hardship: bool = False
    advantageous: bool = False
    sincere: bool = True
    instalments_agreed: bool = True
    other_arrears: bool = False
    in_collection_grace: bool = False
    in_other_conversion_grace: bool = False


def may_give_by_application(question: ConversionGraceQuestion, *, lawbook: LawBook) -> Explained[Permission]:
    """一時の納付が事業や生活を困難にするおそれのある誠実な滞納者は、納期限から条例の定める期間内に申請して換価の猶予を受けることができる."""
    last_on = period_after(question.due_on, "grace_application_months", on=question.terms.from_on, lawbook=lawbook)
    since = lawbook.article(cite(_APPLICATION)).in_force_from
    is_extension = question.terms.first_from_on is not None
    conditions = [
        *_shared(question, basis=_APPLICATION),
        condition(
            "hardship",
            "一時に納付すると事業の継続又は生活の維持を困難にするおそれがある",
            holds=question.hardship,
            cites=_APPLICATION,
        ),
        condition(
            "due_since",
            f"納期限が制度の始まり（{since.isoformat()}）以後である",
            holds=since <= question.due_on,
            cites=_APPLICATION,
        ),
        condition("applied", "本人の申請がある", holds=question.applied_on is not None, cites=_APPLICATION),
        condition(
            "applied_in_time",
            f"納期限から条例の定める期間内（{last_on.isoformat()} まで）に申請した",
            holds=is_extension or (question.applied_on is not None and question.applied_on <= last_on),
            cites=_APPLICATION,
        ),
        condition(
            "no_other_arrears",
            "ほかに滞納（条例で定める債権の不履行を含む）がない",
            holds=not question.other_arrears,
            cites="local_tax_act/15-6/2",
        ),
        *_limits(GraceKind.CONVERSION_BY_APPLICATION, question=question, lawbook=lawbook),
    ]
    return permission(
        may_give_by_application, conditions, assumptions=("申請期間と担保を要しない額・期間は条例による設定値",)
    )


def may_give_by_office(question: ConversionGraceQuestion, *, lawbook: LawBook) -> Explained[Permission]:
    """直ちに換価すると事業や生活を困難にするとき、又は猶予する方が徴収上有利なときは、誠実な滞納者につき職権で換価を猶予することができる."""
    conditions = [
        *_shared(question, basis=_OFFICE),
        condition(
            "hardship_or_advantage",
            "直ちに換価すると事業・生活を困難にするおそれがある、又は猶予する方が徴収上有利である",
            holds=question.hardship or question.advantageous,
            cites="local_tax_act/15-5/1/1 local_tax_act/15-5/1/2",
        ),
        condition(
            "not_by_application",
            "申請による換価の猶予を受けていない",
            holds=not question.in_other_conversion_grace,
            cites=_OFFICE,
        ),
        *_limits(GraceKind.CONVERSION_BY_OFFICE, question=question, lawbook=lawbook),
    ]
    return permission(may_give_by_office, conditions, assumptions=("担保を要しない額・期間は条例による設定値",))


def _shared(question: ConversionGraceQuestion, *, basis: str) -> tuple[Condition, ...]:
    return (
        condition(
            "enforceable",
            "滞納処分のできる強制徴収公債権である",
            holds=question.legal_class is LegalClass.PUBLIC_ENFORCEABLE,
            cites=basis,
        ),
        condition("sincere", "納付について誠実な意思を有する", holds=question.sincere, cites=basis),
        condition(
            "no_collection_grace", "徴収の猶予を受けていない", holds=not question.in_collection_grace, cites=basis
        ),
    )


def _limits(kind: GraceKind, *, question: ConversionGraceQuestion, lawbook: LawBook) -> tuple[Condition, ...]:
    divided = "local_tax_act/15-6/3" if kind is GraceKind.CONVERSION_BY_APPLICATION else "local_tax_act/15-5/2"
    return (
        condition(
            "instalments",
            "猶予の期間内に合理的かつ妥当な額に分割して納付する",
            holds=question.instalments_agreed,
            cites=divided,
        ),
        *length_conditions(kind, terms=question.terms, lawbook=lawbook),
        security_condition(question.terms, lawbook=lawbook),
    )
