"""The persons of a worklist's page with everything that a line shows.

The one idea: the rows of all persons of the page by two statements and their files by one, read as columns; what a list is asked for stands
in one value. It logs nothing: whoever asks for a page does.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q

from saiken.domain.claim.halt import HaltedMeasures
from saiken.domain.worklists.catalogue import WorkList
from saiken.register.models import CaseFile, WorkItem
from saiken.register.queries.work_counts import halts_of
from saiken.register.queries.work_filter import WorkFilter, listed
from saiken.register.queries.work_rows import catalogue

#: Where a page begins: two days and an id by day, yen and an id by yen; days of an address are ISO texts.
Place = tuple[Any, ...]


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
class AskedList:
    """A list as it is asked for, with the halts that stop its next act."""

    work_list: WorkList
    found: WorkFilter
    halts: Sequence[HaltedMeasures]
    sort: str


def asked_list(list_id: str, found: WorkFilter, *, sort: str) -> AskedList:
    """The list with the halts of its day. KeyError for an unknown list."""
    work_list = catalogue().lists[list_id]
    return AskedList(work_list, found, halts_of(found.on, work_list), sort)


class _Row(NamedTuple):
    """The columns of a row of the list that a line shows."""

    id: int
    obligor_id: int
    office_id: int
    claim_id: int | None
    obligor__name: str
    obligor__protected: bool
    office__name: str
    receivable__name: str | None
    state_id: str
    yen: int
    since_on: date
    due_on: date
    from_on: date
    held: str
    why: str


class _File(NamedTuple):
    """The columns of a person's file that a line shows."""

    obligor_id: int
    office_id: int
    officer__display_name: str | None
    balance_yen: int
    completes_on: date | None
    last_act_on: date | None
    next_on: date | None


def lines_at(places: Sequence[Place], asked: AskedList) -> tuple[WorkLine, ...]:
    """The persons at these places, in their order."""
    rows, files = _rows(places, asked), _files(places)
    return tuple(
        _line(place, rows[place[0], place[1]], file=files.get((place[0], place[1])), sort=asked.sort)
        for place in places
    )


def _rows(places: Sequence[Place], asked: AskedList) -> Mapping[tuple[int, int], list[_Row]]:
    """Every row of these persons on the list, the first one first."""
    text, values = listed(asked.found, asked.work_list, halts=asked.halts)
    among = ", ".join(str(place[0]) for place in places) or "NULL"
    statement = f"SELECT w.id FROM register_workitem w WHERE w.obligor_id IN ({among}) AND {text}"
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        ids = [row[0] for row in cursor.fetchall()]
    found_rows: dict[tuple[int, int], list[_Row]] = defaultdict(list)
    ordered = WorkItem.objects.filter(pk__in=ids).order_by("from_on", "until_on", "pk")
    for row in map(_Row._make, ordered.values_list(*_Row._fields)):
        found_rows[row.obligor_id, row.office_id].append(row)
    return found_rows


def _files(places: Sequence[Place]) -> Mapping[tuple[int, int], _File]:
    wanted = Q(obligor_id__in=[place[0] for place in places], office_id__in={place[1] for place in places})
    rows = map(_File._make, CaseFile.objects.filter(wanted).values_list(*_File._fields))
    return {(row.obligor_id, row.office_id): row for row in rows}


def _line(place: Place, rows: Sequence[_Row], *, file: _File | None, sort: str) -> WorkLine:
    first = max(rows, key=lambda row: (row.yen, -row.id)) if sort == "yen" else rows[0]
    of_claims = [row for row in rows if row.claim_id is not None]
    names = dict.fromkeys(row.receivable__name for row in of_claims if row.receivable__name is not None)
    return WorkLine(
        obligor_id=first.obligor_id,
        obligor=first.obligor__name,
        protected=first.obligor__protected,
        office_id=first.office_id,
        office=first.office__name,
        officer=(file.officer__display_name or "") if file is not None else "",
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
