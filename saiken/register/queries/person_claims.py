"""The claims a person answers for, in whichever role, as a form offers them: with balance, class and days.

The one idea: only claims with a balance within the scope, oldest due day first, bounded; a form that chooses among claims shows no more
than a person can judge. The reading is logged by the page that shows them.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Sum

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput
from saiken.register.access import log_read
from saiken.register.models import Claim, ClaimBalance, Obligor
from saiken.register.queries.answering import claims_answered_for, kept_of, numbers_of
from saiken.register.queries.scope import Scope

#: Claims that a form offers at most.
MOST = 300


@dataclass(frozen=True)
class OwedClaim:
    """One claim with a balance; `principal_yen` is part of `balance_yen`."""

    claim_id: int
    receivable: str
    assessment_number: str
    instalment: str
    fiscal_year: int
    legal_class: str
    due_on: date
    completes_on: date | None
    extinct_on: date | None
    principal_yen: int
    balance_yen: int

    def is_gone(self, on: date) -> bool:
        """Whether prescription or a suspension has extinguished it by a day."""
        return self.extinct_on is not None and self.extinct_on <= on


@dataclass(frozen=True)
class PersonHead:
    """The person a form is about: the number under which they are kept, the name, and the scope within which they were found."""

    obligor_id: int
    name: str
    scope: Scope


def person_head(obligor_id: int, *, scope: Scope) -> PersonHead:
    """Raises InvalidInput when there is no such person or the scope sees none of their claims; leaves a row in the access log."""
    kept_id = kept_of(obligor_id)
    name = Obligor.objects.filter(pk=kept_id).values_list("name", flat=True).first()
    if name is None or (scope.offices is not None and not claims_answered_for(numbers_of(kept_id), scope).exists()):
        raise InvalidInput("債務者がないか、見ることのできる範囲の外にあります", place="債務者", found=str(obligor_id))
    log_read(scope, what="obligor", subject=f"債務者 {kept_id}")
    return PersonHead(kept_id, name, scope)


def owed_claims(obligor_id: int, *, scope: Scope) -> tuple[OwedClaim, ...]:
    """The person's claims with a balance that the scope sees, oldest due day first."""
    owing = Exists(ClaimBalance.objects.filter(claim_id=OuterRef("pk"), balance_yen__gt=0))
    answered = claims_answered_for(numbers_of(kept_of(obligor_id)), scope)
    seen = answered.filter(owing).select_related("receivable", "standing")
    rows = list(seen.order_by("due_on", "pk")[:MOST])
    owed = ClaimBalance.objects.filter(claim_id__in=[claim.pk for claim in rows])
    whole = dict(owed.values("claim_id").annotate(yen=Sum("balance_yen")).values_list("claim_id", "yen"))
    principal = dict(owed.filter(component="principal").values_list("claim_id", "balance_yen"))
    return tuple(
        _line(claim, principal.get(claim.pk, 0), balance_yen=whole[claim.pk])
        for claim in rows
        if whole.get(claim.pk, 0) > 0
    )


def seizable_claims(obligor_id: int, *, scope: Scope) -> tuple[int, ...]:
    """The ids of those that the office enforces itself."""
    owed = owed_claims(obligor_id, scope=scope)
    return tuple(claim.claim_id for claim in owed if claim.legal_class == LegalClass.PUBLIC_ENFORCEABLE)


def _line(claim: Claim, principal_yen: int, *, balance_yen: int) -> OwedClaim:
    standing = getattr(claim, "standing", None)
    return OwedClaim(
        claim_id=claim.pk,
        receivable=str(claim.receivable),
        assessment_number=claim.assessment_number,
        instalment=claim.instalment,
        fiscal_year=claim.fiscal_year,
        legal_class=claim.legal_class,
        due_on=claim.due_on,
        completes_on=standing.completes_on if standing else None,
        extinct_on=standing.extinct_on if standing else None,
        principal_yen=principal_yen,
        balance_yen=balance_yen,
    )
