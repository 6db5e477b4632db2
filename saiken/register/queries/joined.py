"""Which rows are one person at a recorded moment: every number's own, or the one under which it is kept.

The one idea: joins are few beside the persons, so they are read whole and asked for each number; a join undone later still stands when
asked as of an earlier moment. It gives numbers, no persons.
"""

from collections.abc import Iterable, Mapping

from django.db.models import Q

from saiken.register.models import ObligorJoin
from saiken.register.queries.as_of import NOW, AsOf


def kept_numbers(as_of: AsOf = NOW) -> Mapping[int, int]:
    """From the number of each joined row to the number under which the person was kept at the moment."""
    rows = as_of.recorded(ObligorJoin.objects.filter(undoes__isnull=True))
    moment = as_of.last_moment()
    undone = (
        Q(undone_by__isnull=True)
        if moment is None
        else Q(undone_by__isnull=True) | Q(undone_by__recorded_at__gt=moment)
    )
    direct = dict(rows.filter(undone).values_list("joined_id", "kept_id"))
    return {joined_id: _root(direct, joined_id) for joined_id in direct}


def persons(numbers: Iterable[int], kept: Mapping[int, int]) -> frozenset[int]:
    """The distinct persons among the numbers."""
    return frozenset(kept.get(number, number) for number in numbers)


def _root(direct: Mapping[int, int], number: int) -> int:
    """The end of the chain; joins never close a circle."""
    while number in direct:
        number = direct[number]
    return number
