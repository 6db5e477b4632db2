"""One page of a worklist: persons with the rows that put them there.

The one idea: a person stands once, at the place of the first row; the pages go on from the last place by the index, office by office, so no
list is ever sorted as a whole. It shows persons, so it takes a Scope and leaves rows in the access log.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection

from saiken.domain.worklists.catalogue import WorkList
from saiken.register.access import log_obligors
from saiken.register.queries.scope import Scope
from saiken.register.queries.work_counts import count_with_held, halts_of
from saiken.register.queries.work_filter import WorkFilter, listed
from saiken.register.queries.work_lines import AskedList, Place, WorkLine, asked_list, lines_at
from saiken.register.queries.work_rows import catalogue

PAGE_SIZE = 50

#: Offices asked in one statement; SQLite takes 500.
_TOGETHER = 100

_ORDERS = {
    "day": ("w.from_on, w.until_on, w.id", "(w.from_on, w.until_on, w.id) > (%s, %s, %s)",
            "(e.from_on, e.until_on, e.id) < (w.from_on, w.until_on, w.id)"),
    "yen": ("w.yen DESC, w.id", "w.yen <= %s AND (w.yen < %s OR w.id > %s)",
            "(+e.yen > w.yen OR (+e.yen = w.yen AND +e.id < w.id))"),
}  # fmt: skip


@dataclass(frozen=True)
class WorkPage:
    """`rows` counts claims or persons up to the cap and one more; `held` those held back; `next_place` continues, None at the end."""

    work_list: WorkList
    lines: tuple[WorkLine, ...]
    rows: int
    held: int
    halts: tuple[str, ...]
    next_place: Place | None


def work_page(
    list_id: str,
    found: WorkFilter,
    *,
    scope: Scope,
    sort: str = "day",
    after: Place | None = None,
    size: int = PAGE_SIZE,
) -> WorkPage:
    """The persons after a place. The filter's offices must lie in the scope; KeyError for an unknown list."""
    work_list = catalogue().lists[list_id]
    halts = halts_of(found.on, work_list)
    asked = AskedList(work_list, found, halts, sort)
    places = list(islice(_places(asked, after=after, size=size), size + 1))
    rows, held = count_with_held(found, work_list, halts=halts)
    log_obligors(scope, what="work_list", obligor_ids={place[0] for place in places[:size]})
    return WorkPage(
        work_list=work_list,
        lines=lines_at(places[:size], asked),
        rows=rows,
        held=held,
        halts=tuple(halt.sentence for halt in halts),
        next_place=places[size - 1][2:] if len(places) > size else None,
    )


def places_of(
    list_id: str, found: WorkFilter, *, sort: str = "day", after: Place | None = None, size: int = PAGE_SIZE
) -> Iterator[Place]:
    """(person, office, *place) of the persons in the order of the list, at most one more than `size` of each office: merged."""
    return _places(asked_list(list_id, found, sort=sort), after=after, size=size)


def lines_of(list_id: str, places: Sequence[Place], *, found: WorkFilter, sort: str = "day") -> tuple[WorkLine, ...]:
    """The persons at these places with everything a line shows; whoever asks logs the reading."""
    return lines_at(places, asked_list(list_id, found, sort=sort))


def _places(asked: AskedList, *, after: Place | None, size: int) -> Iterator[Place]:
    found = asked.found
    statement, values = _of_one_office(asked, after=after, size=size)
    rows: list[Place] = []
    with connection.cursor() as cursor:
        for start in range(0, len(found.offices), _TOGETHER):
            some = found.offices[start : start + _TOGETHER]
            parts = [
                f"SELECT * FROM ({statement.replace('{office}', str(int(pk)))}) o{place}"
                for place, pk in enumerate(some)
            ]
            cursor.execute(" UNION ALL ".join(parts), values * len(parts))
            rows += cursor.fetchall()
    return iter(sorted(rows, key=_by_yen if asked.sort == "yen" else _by_day))


def _by_day(row: Place) -> Place:
    return row[2:]


def _by_yen(row: Place) -> Place:
    return -row[2], row[3]


def _of_one_office(asked: AskedList, *, after: Place | None, size: int) -> tuple[str, list[Any]]:
    """The statement for the office `{office}`, which walks one index, and its parameters."""
    order, later, earlier = _ORDERS[asked.sort]
    text, values = listed(asked.found, asked.work_list, halts=asked.halts)
    first, first_values = listed(asked.found, asked.work_list, halts=asked.halts, alias="e")
    bound: list[Any] = []
    if after is not None:
        bound = list(after) if asked.sort == "day" else [after[0], after[0], after[1]]
    statement = f"""
        SELECT w.obligor_id, w.office_id, {order.replace(" DESC", "")} FROM register_workitem w
        WHERE w.office_id = {{office}} AND {text}{f" AND {later}" if bound else ""}
          AND NOT EXISTS (SELECT 1 FROM register_workitem e WHERE e.obligor_id = w.obligor_id AND +e.office_id = {{office}}
                          AND {first} AND {earlier})
        ORDER BY {order} LIMIT {size + 1}"""
    return statement, [*values, *bound, *first_values]
