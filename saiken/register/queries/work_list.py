"""One page of a worklist: persons with the rows that put them there.

The one idea: a person stands once, at the place of the first row; the pages go on from the last place by the index, office by office, so no
list is ever sorted as a whole. It shows persons, so it takes a Scope and leaves rows in the access log.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Q

from saiken.domain.claim.halt import HaltedMeasures
from saiken.domain.worklists.catalogue import WorkList
from saiken.register.access import log_obligors
from saiken.register.models import CaseFile, WorkItem
from saiken.register.queries.scope import Scope
from saiken.register.queries.work_counts import count, halts_of
from saiken.register.queries.work_filter import WorkFilter, listed
from saiken.register.queries.work_rows import catalogue

PAGE_SIZE = 50

#: Offices asked in one statement; SQLite takes 500.
_TOGETHER = 100

#: Where a page begins: two days and an id by day, yen and an id by yen; days of an address are ISO texts.
Place = tuple[Any, ...]

_ORDERS = {
    "day": ("w.from_on, w.until_on, w.id", "(w.from_on, w.until_on, w.id) > (%s, %s, %s)",
            "(e.from_on, e.until_on, e.id) < (w.from_on, w.until_on, w.id)"),
    "yen": ("w.yen DESC, w.id", "w.yen <= %s AND (w.yen < %s OR w.id > %s)",
            "(+e.yen > w.yen OR (+e.yen = w.yen AND +e.id < w.id))"),
}  # fmt: skip


@dataclass(frozen=True)
class WorkLine:
    """A person at an office on the list. `claims` counts the rows that are claims, 0 where the row is the person."""

    obligor_id: int
    obligor: str
    protected: bool
    office_id: int
    office: str
    officer: str
    receivable: str
    claim_ids: tuple[int, ...]
    state_id: str
    yen: int
    balance_yen: int
    since_on: date
    due_on: date
    completes_on: date | None
    last_act_on: date | None
    next_on: date | None
    held: str
    held_until_on: date
    why: str
    place: Place

    @property
    def claims(self) -> int:
        """How many claims of the person are on the list."""
        return len(self.claim_ids)


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
    places = list(islice(places_of(list_id, found, sort=sort, after=after, size=size), size + 1))
    lines = lines_of(list_id, places[:size], found=found, sort=sort)
    log_obligors(scope, what="work_list", obligor_ids={line.obligor_id for line in lines})
    return WorkPage(
        work_list=work_list,
        lines=lines,
        rows=count(found, work_list),
        held=_held(found, work_list),
        halts=tuple(halt.sentence for halt in halts_of(found.on, work_list)),
        next_place=places[size - 1][2:] if len(places) > size else None,
    )


def _held(found: WorkFilter, work_list: WorkList) -> int:
    values = {name: getattr(found, name) for name in found.__dataclass_fields__}
    return count(WorkFilter(**(values | {"held": True, "new_today": False})), work_list)


def places_of(
    list_id: str, found: WorkFilter, *, sort: str = "day", after: Place | None = None, size: int = PAGE_SIZE
) -> Iterator[Place]:
    """(person, office, *place) of the persons in the order of the list, at most one more than `size` of each office: merged."""
    work_list = catalogue().lists[list_id]
    statement, values = _of_one_office(found, work_list, sort=sort, after=after, size=size)
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
    return iter(sorted(rows, key=_by_yen if sort == "yen" else _by_day))


def _by_day(row: Place) -> Place:
    return row[2:]


def _by_yen(row: Place) -> Place:
    return -row[2], row[3]


def _of_one_office(
    found: WorkFilter, work_list: WorkList, *, sort: str, after: Place | None, size: int
) -> tuple[str, list[Any]]:
    """The statement for the office `{office}`, which walks one index, and its parameters."""
    order, later, earlier = _ORDERS[sort]
    halts = halts_of(found.on, work_list)
    text, values = listed(found, work_list, halts=halts)
    first, first_values = listed(found, work_list, halts=halts, alias="e")
    bound: list[Any] = []
    if after is not None:
        bound = list(after) if sort == "day" else [after[0], after[0], after[1]]
    statement = f"""
        SELECT w.obligor_id, w.office_id, {order.replace(" DESC", "")} FROM register_workitem w
        WHERE w.office_id = {{office}} AND {text}{f" AND {later}" if bound else ""}
          AND NOT EXISTS (SELECT 1 FROM register_workitem e WHERE e.obligor_id = w.obligor_id AND +e.office_id = {{office}}
                          AND {first} AND {earlier})
        ORDER BY {order} LIMIT {size + 1}"""
    return statement, [*values, *bound, *first_values]


def lines_of(list_id: str, places: Sequence[Place], *, found: WorkFilter, sort: str = "day") -> tuple[WorkLine, ...]:
    """The persons at these places with everything a line shows; whoever asks logs the reading."""
    work_list = catalogue().lists[list_id]
    rows = _rows(places, found, work_list=work_list, halts=halts_of(found.on, work_list))
    files = _files(places)
    return tuple(
        _line(place, rows[place[0], place[1]], file=files.get((place[0], place[1])), sort=sort) for place in places
    )


def _rows(
    places: Sequence[Place], found: WorkFilter, *, work_list: WorkList, halts: Sequence[HaltedMeasures]
) -> Mapping[tuple[int, int], list[WorkItem]]:
    """Every row of these persons on the list, the first one first."""
    text, values = listed(found, work_list, halts=halts)
    among = ", ".join(str(place[0]) for place in places) or "NULL"
    statement = f"SELECT w.id FROM register_workitem w WHERE w.obligor_id IN ({among}) AND {text}"
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        ids = [row[0] for row in cursor.fetchall()]
    found_rows: dict[tuple[int, int], list[WorkItem]] = defaultdict(list)
    related = WorkItem.objects.filter(pk__in=ids).select_related("obligor", "office", "receivable")
    for row in related.order_by("from_on", "until_on", "pk"):
        found_rows[row.obligor_id, row.office_id].append(row)
    return found_rows


def _files(places: Sequence[Place]) -> Mapping[tuple[int, int], CaseFile]:
    wanted = Q(obligor_id__in=[place[0] for place in places], office_id__in=[place[1] for place in places])
    rows = CaseFile.objects.filter(wanted).select_related("officer")
    return {(row.obligor_id, row.office_id): row for row in rows}


def _line(place: Place, rows: Sequence[WorkItem], *, file: CaseFile | None, sort: str) -> WorkLine:
    first = max(rows, key=lambda row: (row.yen, -row.pk)) if sort == "yen" else rows[0]
    of_claims = [row for row in rows if row.claim_id is not None]
    names = dict.fromkeys(row.receivable.name for row in of_claims if row.receivable is not None)
    return WorkLine(
        obligor_id=first.obligor_id,
        obligor=first.obligor.name,
        protected=first.obligor.protected,
        office_id=first.office_id,
        office=first.office.name,
        officer=file.officer.display_name if file is not None and file.officer is not None else "",
        receivable="、".join(names),
        claim_ids=tuple(dict.fromkeys(row.claim_id for row in of_claims if row.claim_id is not None)),
        state_id=first.state_id,
        yen=sum({row.claim_id: row.yen for row in of_claims}.values()) or first.yen,
        balance_yen=file.balance_yen if file is not None else first.yen,
        since_on=first.since_on,
        due_on=min(row.due_on for row in rows),
        completes_on=file.completes_on if file is not None else None,
        last_act_on=file.last_act_on if file is not None else None,
        next_on=file.next_on if file is not None else None,
        held=first.held,
        held_until_on=first.from_on,
        why=first.why,
        place=place[2:],
    )
