"""Registers a receivable (債権整理番号).

The one idea: its key is bureau, number and validity, and two valid at once may not share bureau and number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from saiken.domain.claim.attribution import AccountKind, LateAssessmentRule
from saiken.domain.claim.entry import Component
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.models import Receivable


@dataclass(frozen=True)
class NewReceivable:
    """What is registered. `part_of_id` and `part_component` make it the late charge or interest part of another's claims."""

    bureau_id: int
    number: str
    name: str
    section_id: int
    allowed_classes: Sequence[LegalClass]
    account_kind: AccountKind = AccountKind.GENERAL
    part_of_id: int | None = None
    part_component: Component | None = None
    claim_based_from: int | None = None
    late_assessment_rule: LateAssessmentRule = LateAssessmentRule.CURRENT
    until_on: date | None = None


@action
def register_receivable(*, receivable: NewReceivable, by: str, on: date) -> Done[int]:
    """The receivable is valid from `on`; returns its id."""
    if not receivable.allowed_classes:
        raise InvalidInput("債権区分がありません", place=f"債権整理番号 {receivable.number}")
    earlier = Receivable.objects.filter(bureau_id=receivable.bureau_id, number=receivable.number)
    overlapping = earlier.filter(Q(until_on__isnull=True) | Q(until_on__gt=on))
    if receivable.until_on is not None:
        overlapping = overlapping.filter(from_on__lt=receivable.until_on)
    if overlapping.exists():
        raise Refused(f"債権整理番号 {receivable.number} は同じ所属で使われています")
    row = Receivable.objects.create(
        bureau_id=receivable.bureau_id,
        number=receivable.number,
        name=receivable.name,
        section_id=receivable.section_id,
        from_on=on,
        until_on=receivable.until_on,
        account_kind=receivable.account_kind.value,
        allowed_classes=[legal_class.value for legal_class in receivable.allowed_classes],
        part_of_id=receivable.part_of_id,
        part_component=receivable.part_component.value if receivable.part_component else "",
        claim_based_from=receivable.claim_based_from,
        late_assessment_rule=receivable.late_assessment_rule.value,
    )
    return Done(row.pk, f"{row.number} {row.name}", {"bureau": receivable.bureau_id})
