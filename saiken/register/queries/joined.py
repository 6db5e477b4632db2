"""Which rows are one person at a recorded moment: every number's own, or the one under which it is kept.

The one idea: joins are few beside the persons, so they are read whole and asked for each number; a join undone later still stands when
asked as of an earlier moment. It gives numbers, no persons.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from django.db import connection
from django.db.models import Max, Q

from saiken.register.models import ObligorJoin
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.position import register_key


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


def last_join() -> int:
    """The number of the last row: whatever was counted by persons stands until it moves."""
    return ObligorJoin.objects.aggregate(last=Max("pk"))["last"] or 0


def persons_in(obligors: int) -> int:
    """How many persons there are among numbers that are given as bits, by the joins of now."""
    octets = obligors.to_bytes((obligors.bit_length() + 7) // 8, "little")
    groups = _groups() if connection.in_atomic_block else _kept_groups(register_key(), last_join())
    twice = 0
    for numbers in groups:
        found = sum(number >> 3 < len(octets) and octets[number >> 3] >> (number & 7) & 1 for number in numbers)
        twice += max(found - 1, 0)
    return obligors.bit_count() - twice


@lru_cache(maxsize=8)
def _kept_groups(_register: tuple[str, ...], _last_join: int) -> tuple[tuple[int, ...], ...]:
    return _groups()


def _groups() -> tuple[tuple[int, ...], ...]:
    """The numbers of each person who has several."""
    numbers: dict[int, list[int]] = defaultdict(list)
    for joined_id, kept_id in kept_numbers().items():
        numbers[kept_id].append(joined_id)
    return tuple((kept_id, *joined) for kept_id, joined in numbers.items())


def _root(direct: Mapping[int, int], number: int) -> int:
    """The end of the chain; joins never close a circle."""
    while number in direct:
        number = direct[number]
    return number
