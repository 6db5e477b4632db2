"""Who answers beside a person, and for whom a person answers: role, from when, for how many claims, with which share or cap.

The one idea: one line for each person and role, folding the claims; only claims that the scope sees and roles that were not taken back. It
takes ids of claims that the caller has found within the scope.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from saiken.register.models import Claim, ObligorRole
from saiken.register.queries.answering import counting_roles


@dataclass(frozen=True)
class PartyLine:
    """Somebody who answers with the person. `role` is theirs; "principal" where the person answers beside them."""

    obligor_id: int
    name: str
    role: str
    from_on: date | None
    claim_count: int
    share: tuple[int, int] | None = None
    cap_yen: int | None = None
    role_ids: tuple[int, ...] = ()


def parties(numbers: Collection[int], claim_ids: Sequence[int]) -> tuple[PartyLine, ...]:
    """The principal obligors for whom the person answers, then everybody who answers beside the person."""
    rows = list(
        counting_roles(ObligorRole.objects.filter(claim_id__in=claim_ids))
        .select_related("obligor")
        .order_by("from_on", "pk")
    )
    own = {row.claim_id for row in rows if row.obligor_id in numbers}
    beside: dict[tuple[int, str], list[ObligorRole]] = defaultdict(list)
    for row in rows:
        if row.obligor_id not in numbers:
            beside[row.obligor_id, row.role].append(row)
    return (*_principals(numbers, own), *(_line(several) for several in beside.values()))


def own_roles(numbers: Collection[int], claim_ids: Sequence[int]) -> frozenset[str]:
    """The roles in which the person answers beside others."""
    rows = counting_roles(ObligorRole.objects.filter(claim_id__in=claim_ids, obligor_id__in=numbers))
    return frozenset(rows.order_by().values_list("role", flat=True).distinct())


def _principals(numbers: Collection[int], claim_ids: Collection[int]) -> list[PartyLine]:
    if not claim_ids:
        return []
    claims = Claim.objects.filter(pk__in=claim_ids).exclude(obligor_id__in=numbers).order_by("pk")
    found: dict[tuple[int, str], int] = defaultdict(int)
    for obligor_id, name in claims.values_list("obligor_id", "obligor__name"):
        found[obligor_id, name] += 1
    return [PartyLine(pk, name, "principal", None, count) for (pk, name), count in found.items()]


def _line(rows: list[ObligorRole]) -> PartyLine:
    """One person in one role; share and cap where they are the same for every claim."""
    first = rows[0]
    shares = {(row.share_numerator, row.share_denominator) for row in rows}
    caps = {row.cap_yen for row in rows}
    numerator, denominator = shares.pop() if len(shares) == 1 else (None, None)
    return PartyLine(
        obligor_id=first.obligor_id,
        name=first.obligor.name,
        role=first.role,
        from_on=first.from_on,
        claim_count=len({row.claim_id for row in rows}),
        share=(numerator, denominator) if numerator and denominator else None,
        cap_yen=caps.pop() if len(caps) == 1 else None,
        role_ids=tuple(row.pk for row in rows),
    )
