"""Which claims somebody answers for, and under which numbers one person is kept.

The one idea: whoever asks about a person means all rows joined into one and every role in which they answer, the principal's or another
that still counts. It shows nobody; queries that do take these claims within their scope.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from saiken.domain.claim.party import PartyRole
from saiken.register.models import Claim, Obligor, ObligorRole
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.scope import Scope


def kept_of(obligor_id: int) -> int:
    """The row under which the person is kept: the obligor's own, or the one it was joined into."""
    kept = Obligor.objects.filter(pk=obligor_id).values_list("joined_to_id", flat=True).first()
    return kept or obligor_id


def numbers_of(kept_id: int) -> tuple[int, ...]:
    """The kept row and every row joined into it."""
    joined = Obligor.objects.filter(joined_to_id=kept_id).order_by("pk").values_list("pk", flat=True)
    return (kept_id, *joined)


def counting_roles(rows: QuerySet[ObligorRole], *, as_of: AsOf = NOW) -> QuerySet[ObligorRole]:
    """Those roles that were recorded by the moment and not taken back by then."""
    moment = as_of.last_moment()
    if moment is None:
        return rows.filter(withdrawal__isnull=True)
    stands = Q(withdrawal__isnull=True) | Q(withdrawal__recorded_at__gt=moment)
    return rows.filter(stands, recorded_at__lte=moment)


def heir_roles(claim_ids: Iterable[int]) -> tuple[int, ...]:
    """The ids of the roles by which heirs answer for the claims now."""
    rows = ObligorRole.objects.filter(claim_id__in=list(claim_ids), role=PartyRole.HEIR.value)
    return tuple(counting_roles(rows).order_by("pk").values_list("pk", flat=True))


def claims_answered_for(obligor_ids: Iterable[int], scope: Scope) -> QuerySet[Claim]:
    """The claims the persons answer for, in whichever role, that the scope sees."""
    return scope.claims().filter(answering(obligor_ids))


def answering(obligor_ids: Iterable[int]) -> Q:
    """The condition that the persons answer for a claim; the claims of further roles are asked first, so that indexes serve it."""
    numbers = list(obligor_ids)
    further = list(
        counting_roles(ObligorRole.objects.filter(obligor_id__in=numbers)).values_list("claim_id", flat=True)
    )
    return Q(obligor_id__in=numbers) | Q(pk__in=further) if further else Q(obligor_id__in=numbers)
