"""Loads the synthetic ledger into a register, SQLite and PostgreSQL alike.

The one idea: triggers and the covering index are off while loading (loading is not what is measured) and put back before anything is
timed.
"""

import csv
from datetime import date
from pathlib import Path
from typing import TextIO

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from bench.synthetic import COLUMNS, FIRST_YEAR, WARDS, year_of
from saiken.register.models import (
    Claim,
    Entry,
    LedgerClock,
    Obligor,
    Office,
    Receivable,
    SheetDefinition,
    SheetMember,
    StateSpan,
)
from saiken.register.triggers.install import install
from saiken.register.triggers.remove import remove

CLAIMS_PER_OBLIGOR = 3
ENTRIES = Entry._meta.db_table
RECORDED_AT = "2026-11-21 00:00:00+00:00"

#: What every entry of the benchmark has in common.
_CONSTANT = {
    "recorded_at": RECORDED_AT,
    "recorded_by": "bench",
    "component": "principal",
    "channel": "",
    "allows_overpayment": False,
    "document_number": "",
    "note": "",
}


def load(alias: str, *, path: Path, claims: int, receivables: int) -> None:
    """Fill the empty, migrated register behind a database alias from the CSV file."""
    connection = connections[alias]
    remove(connection)
    (index,) = Entry._meta.indexes
    with connection.schema_editor() as schema:
        schema.remove_index(Entry, index)  # built at once afterwards, instead of row by row
    with transaction.atomic(using=alias):
        _load_masters(alias, claims=claims, receivables=receivables)
        _load_entries(alias, path)
        LedgerClock.objects.using(alias).update(last_sequence=5 * claims, last_recorded_at=RECORDED_AT)
    with connection.schema_editor() as schema:
        schema.add_index(Entry, index)
    with connection.cursor() as cursor:
        cursor.execute(_BALANCES)
    install(connection)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


_BALANCES = """
INSERT INTO register_claimbalance (claim_id, component, balance_yen, overpayment_recorded, receivable_id, office_id)
SELECT claim_id, component, SUM(CASE account WHEN 'assessment' THEN yen ELSE -yen END), MIN(0) = 1, MIN(receivable_id), MIN(office_id)
FROM register_entry GROUP BY claim_id, component
"""


def _load_masters(alias: str, *, claims: int, receivables: int) -> None:
    _load_offices(alias)
    _load_receivables(alias, receivables)
    Obligor.objects.using(alias).bulk_create(
        (_obligor(number) for number in range(1, claims // CLAIMS_PER_OBLIGOR + 2)), batch_size=2_000
    )
    Claim.objects.using(alias).bulk_create(
        (_claim(number, receivables) for number in range(1, claims + 1)), batch_size=2_000
    )


def _load_offices(alias: str) -> None:
    Office.objects.using(alias).create(id=1, key="bench", name="性能試験局", kind="bureau", from_on=date(2000, 4, 1))
    Office.objects.using(alias).bulk_create(
        Office(id=2 + ward, key=f"ward-{ward}", name=f"第{ward + 1}区", kind="ward", from_on=date(2000, 4, 1))
        for ward in range(WARDS)
    )


def _load_receivables(alias: str, receivables: int) -> None:
    bureau = Office.objects.using(alias).get(id=1)
    for number in range(1, receivables + 1):
        receivable = Receivable.objects.using(alias).create(
            id=number,
            bureau=bureau,
            number=f"{number:03}",
            name=f"性能試験債権{number}",
            section=bureau,
            from_on=date(2000, 4, 1),
            allowed_classes=["public_enforceable"],
            claim_based_from=FIRST_YEAR,
        )
        sheet = SheetDefinition.objects.using(alias).create(
            id=number,
            key=f"bench/{number:03}",
            bureau=bureau,
            section=bureau,
            numbers=f"{number:03}",
            name=receivable.name,
            from_fiscal_year=FIRST_YEAR,
        )
        SheetMember.objects.using(alias).create(sheet=sheet, receivable=receivable)


def _obligor(number: int) -> Obligor:
    return Obligor(
        id=number,
        kind="person",
        name=f"見本{number}",
        name_kana=f"ミホン{number}",
    )


def _claim(number: int, receivables: int) -> Claim:
    year = year_of(number, receivables)
    return Claim(
        id=number,
        receivable_id=1 + number % receivables,
        office_id=2 + number // 7 % WARDS,
        obligor_id=1 + number // CLAIMS_PER_OBLIGOR,
        legal_class="public_enforceable",
        assessment_number=f"{number:09}",
        fiscal_year=year,
        instalment="1",
        cause_on=date(year, 4, 1),
        due_on=date(year, 6, 30),
        due_before_shift_on=date(year, 6, 30),
        recorded_at=RECORDED_AT,
        recorded_by="bench",
    )


def record_states(alias: str, claims: int) -> None:
    """Give every claim one state for ever, all sixteen in turn."""
    StateSpan.objects.using(alias).bulk_create(
        (
            StateSpan(
                claim_id=number,
                revision=1,
                from_on=date(FIRST_YEAR, 6, 30),
                standing="open",
                state_id=f"S{1 + number % 16:02}",
                recorded_at=RECORDED_AT,
                recorded_by="bench",
            )
            for number in range(1, claims + 1)
        ),
        batch_size=2_000,
    )


def _load_entries(alias: str, path: Path) -> None:
    connection = connections[alias]
    load_with = _copy_entries if connection.vendor == "postgresql" else _insert_entries
    with path.open(newline="", encoding="utf-8") as file, connection.cursor() as cursor:
        load_with(cursor, file)


def _copy_entries(cursor: CursorWrapper, file: TextIO) -> None:
    """PostgreSQL reads the file itself; what all entries have in common is the columns' default meanwhile."""
    defaults = ", ".join(f"ALTER {column} SET DEFAULT '{value}'" for column, value in _CONSTANT.items())
    cursor.execute(f"ALTER TABLE {ENTRIES} {defaults}")
    copying = f"COPY {ENTRIES} ({', '.join(COLUMNS)}) FROM STDIN (FORMAT csv, HEADER, FORCE_NOT_NULL (cause))"
    with cursor.copy(copying) as copy:
        while block := file.read(1 << 20):
            copy.write(block)
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute(f"ALTER TABLE {ENTRIES} {', '.join(f'ALTER {column} DROP DEFAULT' for column in _CONSTANT)}")


def _insert_entries(cursor: CursorWrapper, file: TextIO) -> None:
    """SQLite takes the rows one by one from its own driver, in one call."""
    columns, constant = [*COLUMNS, *_CONSTANT], tuple(_CONSTANT.values())
    rows = csv.reader(file)
    next(rows)
    insert = f"INSERT INTO {ENTRIES} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    cursor.connection.executemany(insert, ((*row, *constant) for row in rows))
