"""Adds a further obligor to a claim: jointly liable, guarantor, heir, secondarily liable.

The one idea: from a day on one more person answers for the claim; the principal obligor stays.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.party import PartyRole
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._standings import refresh
from saiken.register.models import ObligorRole


@dataclass(frozen=True)
class FurtherObligor:
    """Who answers and how: an heir's `share` as (numerator, denominator), a guarantor's cap in yen."""

    obligor_id: int
    role: PartyRole
    share: tuple[int, int] | None = None
    cap_yen: int | None = None


@action
def name_obligor(*, claim_id: int, further: FurtherObligor, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """Returns the id of the role."""
    stamp = take()
    numerator, denominator = further.share or (None, None)
    row = ObligorRole.objects.create(
        claim_id=claim_id,
        obligor_id=further.obligor_id,
        role=further.role.value,
        share_numerator=numerator,
        share_denominator=denominator,
        cap_yen=further.cap_yen,
        from_on=on,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    refresh([claim_id], on=on, lawbook=lawbook, by=by)
    return Done(row.pk, f"債権 {claim_id}", {"obligor": further.obligor_id, "role": further.role.value})
