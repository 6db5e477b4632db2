"""Says which law a receivable's claims of a class follow from a day on: their kind and the ordinance profile.

The one idea: a new row; claims whose cause lies on or after the day are computed anew in the same transaction. A profile that the law book
does not hold is refused, so no claim ever points at nothing.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case import DEFAULT_PROFILE
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._standings import refresh
from saiken.register.models import Claim, Receivable, ReceivableTerms


@dataclass(frozen=True)
class NewTerms:
    """The kind of claims and the ordinance profile of one legal class of a receivable."""

    legal_class: LegalClass
    claim_kind: ClaimKind
    profile: str = DEFAULT_PROFILE


@action
def set_receivable_terms(*, receivable_id: int, terms: NewTerms, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """From `on` (the day of a claim's cause) the terms are these; returns the row's id."""
    receivable = found(Receivable, receivable_id, called="債権")
    _demand_fitting(receivable, terms, lawbook=lawbook)
    stamp = take()
    row = ReceivableTerms.objects.create(
        receivable=receivable,
        legal_class=terms.legal_class.value,
        from_on=on,
        claim_kind=terms.claim_kind.value,
        profile=terms.profile,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    claims = Claim.objects.filter(receivable=receivable, legal_class=row.legal_class, cause_on__gte=on)
    refresh(claims.order_by("pk").values_list("pk", flat=True), on=on, lawbook=lawbook, by=by)
    return Done(row.pk, str(receivable), {"class": row.legal_class, "kind": row.claim_kind, "profile": row.profile})


def _demand_fitting(receivable: Receivable, terms: NewTerms, *, lawbook: LawBook) -> None:
    place = str(receivable)
    if terms.legal_class.value not in receivable.allowed_classes:
        raise InvalidInput("この債権整理番号では認められていない債権区分です", place=place, found=terms.legal_class)
    if terms.claim_kind.is_private != (terms.legal_class is LegalClass.PRIVATE_LAW):
        raise InvalidInput("債権の種類が債権区分と合いません", place=place, found=terms.claim_kind)
    if terms.profile not in lawbook.ordinances:
        raise InvalidInput(
            "条例の定めが収録されていません",
            place=place,
            found=terms.profile,
            expected="、".join(sorted(lawbook.ordinances)),
        )
