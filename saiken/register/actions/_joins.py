"""Keeps `Obligor.joined_to`, the cache of the joins that stand.

The one idea: joins are few, so the cache is written anew from all of them after each change; only rows that differ are touched.
"""

from saiken.register.models import Obligor
from saiken.register.queries.joined import kept_numbers


def follow_joins() -> None:
    """Let every row point to the row under which its person is kept, or to none."""
    kept = kept_numbers()
    stored = dict(Obligor.objects.filter(joined_to__isnull=False).values_list("pk", "joined_to_id"))
    for number in set(kept) | set(stored):
        if stored.get(number) != kept.get(number):
            Obligor.objects.filter(pk=number).update(joined_to_id=kept.get(number))
