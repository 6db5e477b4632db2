"""Keeps `Obligor.joined_to`, the cache of the joins that stand.

The one idea: joins are few, so the cache is written anew from all of them after each change; only rows that differ are touched. The
files of these persons and the keys they are found by follow.
"""

from saiken.register.actions._case_files import refresh_case_files
from saiken.register.actions._search import refresh_search
from saiken.register.models import Obligor
from saiken.register.queries.joined import kept_numbers


def follow_joins() -> None:
    """Let every row point to the row under which its person is kept, or to none."""
    kept = kept_numbers()
    stored = dict(Obligor.objects.filter(joined_to__isnull=False).values_list("pk", "joined_to_id"))
    moved = sorted(number for number in {*kept, *stored} if stored.get(number) != kept.get(number))
    for number in moved:
        Obligor.objects.filter(pk=number).update(joined_to_id=kept.get(number))
    persons = {*moved, *(pk for number in moved for pk in (stored.get(number), kept.get(number)) if pk)}
    refresh_case_files(sorted(persons))
    refresh_search(sorted(persons))
