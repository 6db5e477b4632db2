"""What of a person some offices could hand over: per office the open claims that it handles.

The one idea: only offices one works for are offered, and only claims they handle now. It shows a person, so it takes a Scope and leaves a
row in the access log.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.access import log_read
from saiken.register.models import CaseFile, Claim, Obligor
from saiken.register.queries.custody import open_claims_at
from saiken.register.queries.scope import Scope


@dataclass(frozen=True)
class GivenClaim:
    """One claim as the form shows it."""

    claim_id: int
    receivable: str
    assessment_number: str
    instalment: str
    fiscal_year: int
    due_on: date
    balance_yen: int


@dataclass(frozen=True)
class GivenFile:
    """What an office handles of the person."""

    obligor_id: int
    obligor: str
    office_id: int
    office: str
    claims: tuple[GivenClaim, ...]


def files_to_give(obligor_id: int, *, offices: frozenset[int], scope: Scope) -> tuple[GivenFile, ...]:
    """By the name of the office; raises InvalidInput when there is no such person."""
    obligor = Obligor.objects.filter(pk=obligor_id).first()
    seen = scope.claims().filter(obligor_id=obligor_id)
    if obligor is None or not seen.exists():
        raise InvalidInput("債務者がないか、見ることのできる範囲の外にあります", place="債務者", found=str(obligor_id))
    rows = CaseFile.objects.filter(obligor_id=obligor_id, office_id__in=offices, open_claims__gt=0)
    files = [row for row in rows.select_related("office").order_by("office__name") if scope.sees(row.office_id)]
    if files:
        log_read(scope, what="hand_over_offer", subject=f"債務者 {obligor_id}")
    return tuple(
        GivenFile(obligor_id, obligor.name, row.office_id, row.office.name, _claims(row.office_id, obligor_id))
        for row in files
    )


def _claims(office_id: int, obligor_id: int) -> tuple[GivenClaim, ...]:
    handled = open_claims_at(office_id, obligor_id)
    rows = Claim.objects.select_related("receivable").in_bulk([claim.claim_id for claim in handled])
    return tuple(
        GivenClaim(
            claim_id=claim.claim_id,
            receivable=str(rows[claim.claim_id].receivable),
            assessment_number=rows[claim.claim_id].assessment_number,
            instalment=rows[claim.claim_id].instalment,
            fiscal_year=rows[claim.claim_id].fiscal_year,
            due_on=rows[claim.claim_id].due_on,
            balance_yen=claim.balance_yen,
        )
        for claim in handled
    )
