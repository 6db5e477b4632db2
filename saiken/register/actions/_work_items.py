"""Keeps the rows of the worklists in step with the facts.

The one idea: called beside the standings and the case files, in their transaction; the rows of the claims or persons concerned are replaced
where they differ. It decides nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import connection

from saiken.law.lawbook import LawBook
from saiken.register.actions._bulk import insert_rows
from saiken.register.models import WorkItem
from saiken.register.queries.work_facts import LISTED, handled_claims, kept_beside
from saiken.register.queries.work_rows import Listed, WorkRow, claim_rows, person_rows

#: The four days stand side by side.
_FIRST_DAY = WorkRow._fields.index("since_on")

#: Rows of claims that another office handles now, with that office.
_MOVED = """
SELECT DISTINCT w.claim_id, COALESCE(h.office_id, p.office_id,
    (SELECT MIN(b.office_id) FROM register_claimbalance b WHERE b.claim_id = w.claim_id)) AS office_id
FROM register_workitem w LEFT JOIN register_claimcustody h ON h.claim_id = w.claim_id
LEFT JOIN register_claimbalance p ON p.claim_id = w.claim_id AND p.component = 'principal'
WHERE w.claim_id IS NOT NULL AND w.obligor_id IN ({among}) AND w.office_id <> COALESCE(h.office_id, p.office_id,
    (SELECT MIN(b.office_id) FROM register_claimbalance b WHERE b.claim_id = w.claim_id))
"""


def keep_claim_items(claim_ids: Sequence[int], listed: Iterable[Listed], *, lawbook: LawBook) -> None:
    """Replace the rows of these claims; `listed` are those of them whose standing was just computed and may be on a list."""
    of_ids = {one.claim_id: one for one in listed if one.stand.standing in LISTED}
    handled = handled_claims(of_ids)
    kept = kept_beside(handled)
    rows = [
        row
        for claim_id, where in handled.items()
        for row in claim_rows(of_ids[claim_id], where, kept=kept, lawbook=lawbook)
    ]
    _replace(f"claim_id IN ({_numbers(claim_ids)})", rows)


def keep_person_items(obligor_ids: Sequence[int]) -> None:
    """Replace the rows of these persons, and move the rows of their claims to the office that handles them now."""
    _move(obligor_ids)
    _replace(f"claim_id IS NULL AND obligor_id IN ({_numbers(obligor_ids)})", list(person_rows(obligor_ids)))


def _move(obligor_ids: Sequence[int]) -> None:
    for claim_id, office_id in _select(_MOVED.format(among=_numbers(obligor_ids))):
        WorkItem.objects.filter(claim_id=claim_id).update(office_id=office_id)


def _replace(place: str, rows: Sequence[WorkRow]) -> None:
    """Delete the rows there that are not wanted any more and insert the new ones; what stays as it is keeps its id."""
    kept: dict[WorkRow, int] = {}
    gone: list[int] = []
    for pk, *values in _select(f"SELECT id, {', '.join(WorkRow._fields)} FROM register_workitem WHERE {place}"):
        row = _read(values)
        gone += [kept[row]] if row in kept else []
        kept[row] = pk
    wanted = set(rows)
    gone += [pk for row, pk in kept.items() if row not in wanted]
    if gone:
        WorkItem.objects.filter(pk__in=gone).delete()
    insert_rows(WorkItem, WorkRow._fields, rows=[_adapted(row) for row in dict.fromkeys(rows) if row not in kept])


def _select(statement: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def _numbers(ids: Iterable[int]) -> str:
    """Numbers as SQL; thousands are read faster so than as parameters."""
    return ", ".join(str(int(pk)) for pk in ids) or "NULL"


def _read(values: Sequence[Any]) -> WorkRow:
    """A row as the driver gives it; some give days as texts."""
    days = (date.fromisoformat(day) if isinstance(day, str) else day for day in values[_FIRST_DAY : _FIRST_DAY + 4])
    return WorkRow(*values[:_FIRST_DAY], *days, *values[_FIRST_DAY + 4 :])


def _adapted(row: WorkRow) -> tuple[object, ...]:
    days = map(connection.ops.adapt_datefield_value, (row.since_on, row.from_on, row.until_on, row.due_on))
    return (*row[:_FIRST_DAY], *days, *row[_FIRST_DAY + 4 :])
