"""Assesses claims (調定), one or a list.

The one idea: the facts decide the revenue year (自治令 142条); a claim and its first entries are written together. A late assessment for an
earlier year stands where its receivable's rule says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.attribution import (
    AccountKind,
    LateAssessmentRule,
    RevenueBasis,
    late_charge_year,
    revenue_year,
)
from saiken.domain.claim.entry import Component, EntryKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.business_day import business_day_from
from saiken.domain.errors import InvalidInput
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._claims import component_receivable, last_closed_years, positive
from saiken.register.actions._clock import take
from saiken.register.actions._drafts import BookedClaim, EntryDraft, draft
from saiken.register.actions._ledger import append_entries
from saiken.register.actions._search import add_claim_numbers
from saiken.register.actions._standings import refresh
from saiken.register.models import Claim, Receivable


@dataclass(frozen=True)
class Assessment:
    """The facts of one assessment. `yen` per component; `levy_year` only for a late assessment of an earlier year.

    Without `due_on` the due day is shifted to a business day here, the only place where a holiday shifts one; a `due_on` given is the day a
    notice already named. With `stems_from_id` and no `basis` it is a late charge or interest kept as a claim of its own.
    """

    receivable_id: int
    office_id: int
    obligor_id: int
    legal_class: LegalClass
    assessment_number: str
    cause_on: date
    due_before_shift_on: date
    yen: Mapping[Component, int]
    due_on: date | None = None
    basis: RevenueBasis | None = RevenueBasis.FIXED_DUE_DATE
    instalment: str = ""
    notified_on: date | None = None
    accrued_on: date | None = None
    withheld_on: date | None = None
    statutory_due_on: date | None = None
    levy_year: int | None = None
    stands_for: int = 1
    stems_from_id: int | None = None


@action
def assess(*, assessments: Sequence[Assessment], lawbook: LawBook, by: str, on: date) -> Done[tuple[int, ...]]:
    """Assess all of them; returns the ids of the new claims in the same order."""
    for assessment in assessments:
        if not assessment.yen:
            raise InvalidInput(
                "調定額がありません", place=f"調定番号 {assessment.assessment_number}", expected="1円以上"
            )
    receivables = Receivable.objects.in_bulk({assessment.receivable_id for assessment in assessments})
    if len(receivables) < len({assessment.receivable_id for assessment in assessments}):
        raise InvalidInput("債権整理番号が登録されていません", place="債権")
    stamp = take()
    claims = [_claim(assessment, receivables[assessment.receivable_id], on=on) for assessment in assessments]
    for claim in claims:
        claim.recorded_at, claim.recorded_by = stamp.recorded_at, by
    Claim.objects.bulk_create(claims, batch_size=2_000)
    closed = last_closed_years()
    entries = [
        entry
        for claim, assessment in zip(claims, assessments, strict=True)
        for entry in _entries(claim, assessment.yen, closed=closed, on=on)
    ]
    append_entries(entries, by=by)
    ids = tuple(claim.pk for claim in claims)
    refresh(ids, on=on, lawbook=lawbook, by=by)
    add_claim_numbers(claims)
    return Done(ids, f"調定 {len(ids)}件", {"claims": ids[:20], "yen": sum(entry.yen for entry in entries)})


def _claim(assessment: Assessment, receivable: Receivable, *, on: date) -> Claim:
    rule = LateAssessmentRule(receivable.late_assessment_rule)
    return Claim(
        receivable=receivable,
        office_id=assessment.office_id,
        obligor_id=assessment.obligor_id,
        legal_class=assessment.legal_class.value,
        assessment_number=assessment.assessment_number,
        fiscal_year=_revenue_year(assessment, receivable, on=on),
        instalment=assessment.instalment,
        levy_year=assessment.levy_year,
        past_from_start=assessment.levy_year is not None and rule is LateAssessmentRule.PAST_NEGATIVE_REDUCTION,
        cause_on=assessment.cause_on,
        accrued_on=assessment.accrued_on,
        notified_on=assessment.notified_on,
        due_on=_due_on(assessment),
        due_before_shift_on=assessment.due_before_shift_on,
        statutory_due_on=assessment.statutory_due_on,
        stands_for=assessment.stands_for,
        stems_from_id=assessment.stems_from_id,
    )


def _due_on(assessment: Assessment) -> date:
    """納期限が休日に当たるときは、その翌日以後の最初の開庁日を納期限とする."""
    named_on = assessment.due_on
    if named_on is not None and named_on < assessment.due_before_shift_on:
        raise InvalidInput(
            "納期限が、休日による繰延べの前の日より早くなっています",
            place=f"調定番号 {assessment.assessment_number}",
            found=named_on.isoformat(),
            expected=f"{assessment.due_before_shift_on.isoformat()} 以後",
        )
    return named_on or business_day_from(assessment.due_before_shift_on)


def _revenue_year(assessment: Assessment, receivable: Receivable, *, on: date) -> int:
    if assessment.basis is not None:
        return revenue_year(
            assessment.basis,
            due_before_shift_on=assessment.due_before_shift_on,
            notified_on=assessment.notified_on,
            received_on=on,
            withheld_on=assessment.withheld_on,
        )
    parent = Claim.objects.filter(pk=assessment.stems_from_id or 0).first()
    if parent is None:
        raise InvalidInput("元となる債権がありません", place="元の債権", found=str(assessment.stems_from_id))
    return late_charge_year(parent.fiscal_year, assessed_on=on, account_kind=AccountKind(receivable.account_kind))


def _entries(claim: Claim, yen_of: Mapping[Component, int], *, closed: Mapping[int, int], on: date) -> list[EntryDraft]:
    entries = []
    for component, yen in yen_of.items():
        booked = component_receivable(claim.receivable, component)
        facts = BookedClaim(
            claim.pk,
            booked.pk,
            claim.office_id,
            claim.fiscal_year,
            claim.past_from_start,
            AccountKind(booked.account_kind),
            closed.get(booked.pk),
        )
        entries.append(draft(facts, EntryKind.ASSESSED, yen=positive(yen), effective_on=on, component=component))
    return entries
