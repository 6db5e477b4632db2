"""Appends drafts to the ledger, one or millions.

The one idea: numbers are taken under the clock's lock, rows go in by the driver's fastest way (executemany, COPY), and the database's
triggers and constraints judge each of them all the same. It audits nothing; actions do.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection

from saiken.register.actions._clock import Stamp, take
from saiken.register.actions._drafts import EntryDraft

_COLUMNS = (
    "sequence, claim_id, receivable_id, office_id, component, kind, account, yen, effective_on, accounting_year, portion, "
    "arrived_on, channel, cause, allows_overpayment, reverses_id, counterpart_id, document_number, note, recorded_at, recorded_by"
)
_COPY = f"COPY register_entry ({_COLUMNS}) FROM STDIN"
_INSERT = f"INSERT INTO register_entry ({_COLUMNS}) VALUES ({', '.join(['%s'] * 21)})"

#: Rows per statement: enough to be fast, few enough to keep PostgreSQL's queue of trigger events small.
_CHUNK = 20_000


def append_entries(drafts: Iterable[EntryDraft], *, by: str) -> range:
    """Number and insert the drafts in their order; returns their sequence numbers. Only inside a transaction."""
    first, count = 0, 0
    waiting = iter(drafts)
    while chunk := list(islice(waiting, _CHUNK)):
        stamp = take(len(chunk))
        _insert(_rows(chunk, stamp, by=by))
        first = first or stamp.first_sequence
        count += len(chunk)
    return range(first, first + count)


def _rows(chunk: list[EntryDraft], stamp: Stamp, *, by: str) -> Iterator[tuple[object, ...]]:
    recorded_at = connection.ops.adapt_datetimefield_value(stamp.recorded_at)
    day = connection.ops.adapt_datefield_value
    for sequence, entry in enumerate(chunk, start=stamp.first_sequence):
        yield (
            sequence,
            *entry[:7],
            day(entry.effective_on),
            *entry[8:10],
            day(entry.arrived_on) if entry.arrived_on else None,
            *entry[11:15],
            sequence - 1 if entry.answers_previous else None,
            *entry[16:],
            recorded_at,
            by,
        )


def _insert(rows: Iterator[tuple[object, ...]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            cursor.executemany(_INSERT, rows)  # type: ignore[arg-type]  # an iterator will do
            return
        with connection.wrap_database_errors, cursor.copy(_COPY) as copy:
            for row in rows:
                copy.write_row(row)
