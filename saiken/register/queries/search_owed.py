"""What many persons owe of the claims that a scope sees, by one statement.

The one idea: a claim is seen as `Scope.claims` sees it: assessed, booked or handled at an office of the scope, or under one of its
receivables; asked for hundreds of persons at once, for a list is ranked by it. It logs nothing, for it shows nobody.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db import connection
from django.db.models import Q

from saiken.register.models import Obligor, Receivable
from saiken.register.queries.scope import Scope


class Owed(NamedTuple):
    """Claims with a balance, and their yen."""

    claims: int = 0
    yen: int = 0


_NOTHING = Owed()

_OWED = """
SELECT obligor_id, COUNT(*), SUM(yen) FROM (
    SELECT c.obligor_id, c.id, SUM(b.balance_yen) AS yen
    FROM register_claim c JOIN register_claimbalance b ON b.claim_id = c.id
    LEFT JOIN register_claimcustody h ON h.claim_id = c.id
    WHERE c.obligor_id IN ({numbers}) GROUP BY c.obligor_id, c.id
    HAVING SUM(b.balance_yen) > 0 AND MAX(CASE WHEN {seen} THEN 1 ELSE 0 END) = 1
) open_claims GROUP BY obligor_id
"""


def kept_numbers_of(obligor_ids: Iterable[int]) -> Mapping[int, int]:
    """From every number of these persons to the one under which each is kept."""
    ids = list(obligor_ids)
    joined = Obligor.objects.filter(joined_to_id__in=ids).values_list("pk", "joined_to_id")
    return {pk: pk for pk in ids} | {pk: kept for pk, kept in joined if kept is not None}


def owed_by(kept: Mapping[int, int], *, scope: Scope) -> Mapping[int, Owed]:
    """By kept number; a person without an open claim that the scope sees is not there."""
    statement = _OWED.format(numbers=_listed(kept), seen=_seen(scope))
    found: dict[int, Owed] = {}
    with connection.cursor() as cursor:
        cursor.execute(statement)
        for number, claims, yen in cursor.fetchall():
            before = found.get(kept[number], _NOTHING)
            found[kept[number]] = Owed(before.claims + claims, before.yen + int(yen))
    return found


def _seen(scope: Scope) -> str:
    if scope.offices is None:
        return "1 = 1"
    offices = scope.offices
    own = Receivable.objects.filter(Q(bureau_id__in=offices) | Q(section_id__in=offices)).values_list("pk", flat=True)
    at, of = _listed(offices), _listed(own)
    return (
        f"c.office_id IN ({at}) OR c.receivable_id IN ({of}) OR b.office_id IN ({at}) OR b.receivable_id IN ({of}) "
        f"OR h.office_id IN ({at})"
    )


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(numbers))) or "NULL"
