"""Inserts the sample's rows in chunks, telling how many went in, and lets the database number on after them.

The one idea: the rows come with their own ids and go in as any action's do; entries do not come this way, they are numbered by
`actions.record_entries`.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from django.core.management.color import no_style
from django.db import connection, models

from saiken.register.actions._bulk import insert_rows

_CHUNK = 5_000


def insert_told(
    model: type[models.Model],
    columns: Sequence[str],
    *,
    rows: Iterable[Sequence[object]],
    advance: Callable[[int], None],
) -> None:
    """Insert `rows` (values in the order of `columns`, days as dates); `advance` is told of each finished chunk."""
    waiting = iter(rows)
    while chunk := [tuple(row) for row in islice(waiting, _CHUNK)]:
        insert_rows(model, columns, rows=chunk)
        advance(len(chunk))


def continue_numbering(*tables: type[models.Model]) -> None:
    """Let the database number on after rows that came with their own ids."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)


def last_id(model: type[models.Model]) -> int:
    """The highest id in use, 0 for an empty table."""
    return model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0
