"""How many rows every worklist shows, for the first page.

The one idea: one statement for all lists, each counted up to a cap from its index alone; what came onto a list today and what is held back
is counted beside. It shows no persons.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import connection

from saiken.domain.claim.halt import HaltedMeasures
from saiken.domain.worklists.catalogue import ListGroup, WorkList
from saiken.register.queries.halts import halts_on
from saiken.register.queries.work_filter import CAP, MINE, NOBODY, WorkFilter, listed
from saiken.register.queries.work_rows import catalogue


@dataclass(frozen=True)
class ListCount:
    """A list with its rows; `capped` when there are more than can be counted."""

    work_list: WorkList
    rows: int
    new_today: int

    @property
    def capped(self) -> bool:
        """Whether there are more."""
        return self.rows > CAP

    @property
    def shown(self) -> int:
        """The number to write."""
        return min(self.rows, CAP)


@dataclass(frozen=True)
class GroupCount:
    """The lists of a group."""

    group: ListGroup
    lists: tuple[ListCount, ...]


def counts(found: WorkFilter) -> tuple[GroupCount, ...]:
    """Every list of the catalogue, by group."""
    rows, fresh = _all(found), _all(replace(found, new_today=True))
    return tuple(
        GroupCount(
            group,
            tuple(ListCount(one, rows.get(one.id, 0), fresh.get(one.id, 0)) for one in catalogue().of_group(group.id)),
        )
        for group in catalogue().groups
    )


def count_with_held(found: WorkFilter, work_list: WorkList, *, halts: Sequence[HaltedMeasures]) -> tuple[int, int]:
    """The rows of one list and those of it that are held back, each up to one more than the cap."""
    held_back = replace(found, held=True, new_today=False)
    parts = [
        _count(found, work_list, halts=halts, name="shown"),
        _count(held_back, work_list, halts=halts, name="held"),
    ]
    rows = _counted(parts)
    return rows["shown"], rows["held"]


def halts_of(on: date, work_list: WorkList) -> list[HaltedMeasures]:
    """The halts in force on a day that stop the next act of a list."""
    return [halt for halt in halts_on(on) if halt.stops((work_list.next_act,))]


def _all(found: WorkFilter) -> Mapping[str, int]:
    if not found.offices:
        return {}
    if found.officer not in ("", NOBODY):
        return _of_officer(found)
    halts = halts_on(found.on)
    parts = [
        _count(found, one, halts=[halt for halt in halts if halt.stops((one.next_act,))])
        for one in catalogue().lists.values()
    ]
    return _counted(parts)


def _counted(parts: Sequence[tuple[str, list[Any]]]) -> Mapping[str, int]:
    """The rows by the name of each part."""
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(text for text, _ in parts), [value for _, values in parts for value in values]
        )
        return {str(name): int(rows) for name, rows in cursor.fetchall()}


def _count(
    found: WorkFilter, work_list: WorkList, *, halts: Sequence[HaltedMeasures], name: str = ""
) -> tuple[str, list[Any]]:
    """The statement that counts a list, under its id or another name, and its parameters."""
    text, values = listed(found, work_list, halts=halts)
    offices = ", ".join(map(str, found.offices)) or "NULL"
    inner = f"SELECT 1 AS one FROM register_workitem w WHERE w.office_id IN ({offices}) AND {text} LIMIT {CAP + 1}"
    return f"SELECT '{name or work_list.id}' AS list_id, COUNT(*) FROM ({inner}) counted", list(values)


def _of_officer(found: WorkFilter) -> Mapping[str, int]:
    """From the files of one officer: some hundreds, so nothing is capped on the way."""
    offices = ", ".join(map(str, found.offices))
    newly = "w.from_on = %s" if found.new_today else "w.from_on <= %s"
    statement = f"""
        SELECT w.list_id, COUNT(*) FROM register_casefile f
        JOIN register_workitem w ON w.obligor_id = f.obligor_id AND w.office_id = f.office_id
        WHERE f.officer_id = (SELECT u.id FROM register_user u WHERE u.username = %s) AND f.office_id IN ({offices})
          AND {newly} AND w.until_on > %s GROUP BY w.list_id"""
    with connection.cursor() as cursor:
        cursor.execute(statement, [found.by if found.officer == MINE else found.officer, found.on, found.on])
        return {str(list_id): min(int(rows), CAP + 1) for list_id, rows in cursor.fetchall()}
