"""What an assignment writes: its rows, and the officer on the files whose day has come.

The one idea: the latest row whose day has come counts; the file keeps it. Who gets which case is decided before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from saiken.register.actions._clock import take
from saiken.register.models import Assignment, CaseFile

_BATCH = 1_000


@dataclass(frozen=True)
class Stroke:
    """One run of assignments: from which day, its key, why, and the run it takes back."""

    run: str
    from_on: date
    reason: str
    undoes: str = ""


#: Obligor, office, officer before and from then on.
Row = tuple[int, int, int | None, int | None]


def write_assignments(rows: Sequence[Row], stroke: Stroke, *, by: str) -> None:
    """The officers of files from the day of the stroke on."""
    recorded_at = take().recorded_at
    Assignment.objects.bulk_create(
        (
            Assignment(
                obligor_id=obligor_id,
                office_id=office_id,
                officer_id=officer_id,
                before_id=before_id,
                from_on=stroke.from_on,
                reason=stroke.reason,
                run=stroke.run,
                undoes=stroke.undoes,
                recorded_at=recorded_at,
                recorded_by=by,
            )
            for obligor_id, office_id, before_id, officer_id in rows
        ),
        batch_size=500,
    )


def keep_officers(changes: Iterable[tuple[int, int | None]]) -> int:
    """Set the officers of files (id, officer); how many."""
    by_officer: dict[int | None, list[int]] = {}
    for file_id, officer_id in changes:
        by_officer.setdefault(officer_id, []).append(file_id)
    for officer_id, ids in by_officer.items():
        for start in range(0, len(ids), _BATCH):
            CaseFile.objects.filter(pk__in=ids[start : start + _BATCH]).update(officer_id=officer_id)
    return sum(map(len, by_officer.values()))
