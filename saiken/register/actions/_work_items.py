"""Keeps the rows of the worklists in step with the facts.

The one idea: called beside the standings and the case files, in their transaction; the rows of the claims or persons concerned are replaced
where they differ. It decides nothing.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from saiken.law.lawbook import LawBook
from saiken.register.actions._bulk import insert_rows
from saiken.register.models import WorkItem
from saiken.register.queries.work_facts import LISTED, handled_claims, kept_beside
from saiken.register.queries.work_rows import Listed, WorkRow, claim_rows, person_rows

#: The four days stand side by side.
_FIRST_DAY = WorkRow._fields.index("since_on")

_OF_CLAIM = WorkItem.objects.filter(claim__isnull=False)
_OF_PERSON = WorkItem.objects.filter(claim__isnull=True)


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
    _replace(_OF_CLAIM.filter(claim_id__in=claim_ids), rows)


def keep_person_items(obligor_ids: Sequence[int]) -> None:
    """Replace the rows of these persons, and move the rows of their claims to the office that handles them now."""
    _move(obligor_ids)
    _replace(_OF_PERSON.filter(obligor_id__in=obligor_ids), list(person_rows(obligor_ids)))


def _move(obligor_ids: Sequence[int]) -> None:
    rows = _OF_CLAIM.filter(obligor_id__in=obligor_ids).values_list("claim_id", "office_id").distinct()
    placed = dict(rows)
    for claim_id, now in handled_claims(placed).items():
        if now.office_id != placed[claim_id]:
            WorkItem.objects.filter(claim_id=claim_id).update(office_id=now.office_id)


def _replace(old: Any, rows: Sequence[WorkRow]) -> None:
    """Delete the rows that are not wanted any more and insert the new ones; what stays as it is keeps its id."""
    kept: dict[WorkRow, int] = {}
    gone: list[int] = []
    for pk, *values in old.values_list("id", *WorkRow._fields):
        row = WorkRow(*values)
        gone += [kept[row]] if row in kept else []
        kept[row] = pk
    wanted = set(rows)
    gone += [pk for row, pk in kept.items() if row not in wanted]
    if gone:
        WorkItem.objects.filter(pk__in=gone).delete()
    insert_rows(WorkItem, WorkRow._fields, rows=[_adapted(row) for row in dict.fromkeys(rows) if row not in kept])


def _adapted(row: WorkRow) -> tuple[object, ...]:
    days = map(connection.ops.adapt_datefield_value, (row.since_on, row.from_on, row.until_on, row.due_on))
    return (*row[:_FIRST_DAY], *days, *row[_FIRST_DAY + 4 :])
