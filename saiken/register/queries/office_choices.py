"""Offices and receivables to choose from in forms, on a day.

The one idea: what exists on the day, by name or number, as pairs for a list. It shows nobody.
"""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from saiken.register.models import Office, Receivable

#: Id and name.
Pair = tuple[int, str]


def offices_to_choose(on: date, *, among: Collection[int] | None = None) -> tuple[Pair, ...]:
    """The offices that exist on the day, all or some, by name."""
    rows = Office.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), from_on__lte=on)
    if among is not None:
        rows = rows.filter(pk__in=among)
    return tuple(rows.order_by("name", "pk").values_list("pk", "name"))


def receivables_to_choose(on: date) -> tuple[Pair, ...]:
    """The receivables kept in claims that exist on the day, by number."""
    rows = Receivable.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), from_on__lte=on)
    kept = rows.filter(claim_based_from__isnull=False).select_related("bureau").order_by("number", "pk")
    return tuple((row.pk, f"{row} {row.bureau.name}") for row in kept)
