"""Which office handles a claim now, and which open claims of a person an office handles.

The one idea: the office that a claim was handed over to, else the one where its principal is booked; the files of persons are counted the
same way. It shows nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from saiken.register.models import ClaimBalance, ClaimCustody


@dataclass(frozen=True)
class HandledClaim:
    """An open claim: where it is booked, who handles it, what is owed with all components."""

    claim_id: int
    receivable_id: int
    booked_office_id: int
    office_id: int
    balance_yen: int


def handled_claims(claim_ids: Iterable[int]) -> dict[int, HandledClaim]:
    """The claims by id, whether anything is owed or not; those without a balance row are left out."""
    ids = list(claim_ids)
    custody = dict(ClaimCustody.objects.filter(claim_id__in=ids).values_list("claim_id", "office_id"))
    found: dict[int, HandledClaim] = {}
    rows = ClaimBalance.objects.filter(claim_id__in=ids).values_list(
        "claim_id", "component", "receivable_id", "office_id", "balance_yen"
    )
    for claim_id, _, receivable_id, office_id, yen in sorted(
        rows, key=lambda row: (row[0], row[1] != "principal", row[1])
    ):
        known = found.get(claim_id)
        if known is None:
            handler = custody.get(claim_id, office_id)
            found[claim_id] = HandledClaim(claim_id, receivable_id, office_id, handler, yen)
        else:
            found[claim_id] = HandledClaim(
                claim_id, known.receivable_id, known.booked_office_id, known.office_id, known.balance_yen + yen
            )
    return found


def open_claims_at(office_id: int, obligor_id: int) -> tuple[HandledClaim, ...]:
    """The person's own claims with a balance that the office handles, in the order of their ids."""
    ids = ClaimBalance.objects.filter(claim__obligor_id=obligor_id, balance_yen__gt=0).values_list(
        "claim_id", flat=True
    )
    found = handled_claims(set(ids))
    return tuple(
        found[claim_id]
        for claim_id in sorted(found)
        if found[claim_id].office_id == office_id and found[claim_id].balance_yen > 0
    )
