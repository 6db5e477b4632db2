"""Rows of the worklists that are not what the facts give.

The one idea: the rows of a portion of claims or persons are computed anew and compared as sets. It corrects nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from saiken.law.lawbook import LawBook
from saiken.register.models import Obligor, WorkItem
from saiken.register.queries.due_standings import portions
from saiken.register.queries.faults import Fault
from saiken.register.queries.work_facts import LISTED, handled_claims, kept_beside
from saiken.register.queries.work_rows import Listed, WorkRow, claim_rows, person_rows

RULE = "work-item"

#: Persons compared at a time.
_BATCH = 5_000


def claim_items(claim_ids: Sequence[int], listed: Iterable[Listed], *, lawbook: LawBook) -> Iterator[Fault]:
    """業務一覧: the rows of these claims; `listed` as their kept standings say."""
    of_ids = {one.claim_id: one for one in listed if one.stand.standing in LISTED}
    handled = handled_claims(of_ids)
    kept = kept_beside(handled)
    expected = Counter(
        row
        for claim_id, where in handled.items()
        for row in claim_rows(of_ids[claim_id], where, kept=kept, lawbook=lawbook)
    )
    yield from _compared(expected, WorkItem.objects.filter(claim_id__in=claim_ids))


def person_items() -> Iterator[Fault]:
    """業務一覧: the rows of every person."""
    ids = tuple(Obligor.objects.order_by("pk").values_list("pk", flat=True))
    for portion in portions(ids, _BATCH):
        kept = WorkItem.objects.filter(claim__isnull=True, obligor_id__in=portion)
        yield from _compared(Counter(person_rows(portion)), kept)


def _compared(expected: Counter[WorkRow], rows) -> Iterator[Fault]:  # type: ignore[no-untyped-def]  # a query set
    found = Counter(WorkRow(*values) for values in rows.values_list(*WorkRow._fields))
    for row in sorted((expected - found).keys(), key=str):
        yield Fault(
            RULE, _subject(row), f"一覧「{row.list_id}」に {row.from_on.isoformat()} から載るはずですが、載っていません"
        )
    for row in sorted((found - expected).keys(), key=str):
        yield Fault(RULE, _subject(row), f"一覧「{row.list_id}」に載っていますが、事実から算出すると載りません")


def _subject(row: WorkRow) -> str:
    return f"債権 {row.claim_id}" if row.claim_id is not None else f"債務者 {row.obligor_id} 組織 {row.office_id}"
