"""Which kept standings are not those of a day any more, and which claims have none.

The one idea: a row is due when time alone has changed what it says by that day, or when another law book or another program made it. It
reads ids only; computing them anew is an action.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q

from saiken.register.models import Claim, ClaimStanding


def due_standings(on: date, *, basis: str) -> tuple[int, ...]:
    """The ids of the claims to compute anew for the day, in order."""
    kept = ClaimStanding.objects.filter(~Q(law_hash=basis) | Q(next_change_on__lte=on))
    missing = Claim.objects.filter(~Exists(ClaimStanding.objects.filter(claim=OuterRef("pk"))))
    ids = {*kept.values_list("claim_id", flat=True), *missing.values_list("pk", flat=True)}
    return tuple(sorted(ids))


def portions(ids: tuple[int, ...], size: int) -> Iterator[tuple[int, ...]]:
    """The ids in portions of at most `size`."""
    return (ids[start : start + size] for start in range(0, len(ids), size))
