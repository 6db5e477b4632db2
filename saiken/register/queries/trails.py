"""Which tables hold anything about a person: asked once, so that the many parts of a page ask only those that can answer.

The one idea: most persons have no plan, no property and no hand-over, and one statement of existence tests costs less than a dozen that
find nothing. A trail says nothing of scope or day; whoever follows it does.
"""

from collections.abc import Collection, Iterable
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from django.db import connection, models


class Trail(NamedTuple):
    """A column in which the number of the person stands, or, with `of_claims`, that of one of their claims."""

    model: type[models.Model]
    field: str
    of_claims: bool = False


def found_trails(
    trails: Iterable[Trail], *, numbers: Collection[int], claim_ids: Collection[int] = ()
) -> frozenset[Trail]:
    """Those of the trails at which there is at least one row."""
    asked = [trail for trail in dict.fromkeys(trails) if (claim_ids if trail.of_claims else numbers)]
    if not asked:
        return frozenset()
    sought = [claim_ids if trail.of_claims else numbers for trail in asked]
    tests = (_test(trail, place, most=len(ids)) for place, (trail, ids) in enumerate(zip(asked, sought, strict=True)))
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(tests), list(chain.from_iterable(sought)))
        return frozenset(asked[place] for (place,) in cursor.fetchall())


@cache
def _column(trail: Trail) -> tuple[str, str]:
    """The table and the column, quoted."""
    field: Any = trail.model._meta.get_field(trail.field)
    quoted = connection.ops.quote_name
    return quoted(trail.model._meta.db_table), quoted(field.column)


def _test(trail: Trail, place: int, *, most: int) -> str:
    """Gives the place of the trail when there is a row. Only names of the models and whole numbers go into the text."""
    table, column = _column(trail)
    places = ", ".join(["%s"] * most)
    return f"SELECT {place} WHERE EXISTS (SELECT 1 FROM {table} WHERE {column} IN ({places}))"
