"""The second clock: numbers without a gap in the order of commits, races that nobody loses money in, crashes that leave nothing.

The one idea: real threads, real connections, a really killed process, on both databases.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.entry import EntryKind
from saiken.domain.errors import Refused
from saiken.register.actions._clock import take
from saiken.register.actions.receive import receive
from saiken.register.actions.record_entries import BookedClaim, draft, record_entries
from saiken.register.actions.set_goal import set_goal
from saiken.register.models import AuditRow, ClaimBalance, Entry, LedgerClock
from saiken.register.queries.as_of import AsOf, freeze
from saiken.register.queries.state_table import open_claims
from saiken.register.queries.statements import grades_of
from saiken.register.queries.verify import differences
from saiken.register.queries.year_figures import ledger
from tests.support.law import BOOK
from tests.support.registers import url_of
from tests.support.small_register import SmallRegister

BY = {"by": "kakari", "on": date(2018, 9, 1)}


def _at_once(*works: Callable[[], object]) -> list[object]:
    """Run the works in threads that start together; what each returned or raised."""
    barrier = threading.Barrier(len(works))
    ended: list[object] = [None] * len(works)

    def run(number: int, work: Callable[[], object]) -> None:
        try:
            barrier.wait()
            ended[number] = work()
        except (Refused, IntegrityError, OperationalError) as error:
            ended[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended


def test_two_payments_that_race_cannot_both_have_the_last_yen(small: SmallRegister) -> None:
    claim_id = small.claim(yen=1_000)
    ended = _at_once(*[lambda: receive(claim_id=claim_id, yen=700, lawbook=BOOK, **BY)] * 2)
    assert sorted(type(outcome).__name__ for outcome in ended) == ["Refused", "int"]
    assert ClaimBalance.objects.get(claim_id=claim_id).balance_yen == 300


def test_entries_that_race_past_the_actions_cannot_both_have_the_last_yen(small: SmallRegister) -> None:
    receive(claim_id=small.claim(yen=1_000), yen=1, lawbook=BOOK, **BY)
    columns = [field.column for field in Entry._meta.concrete_fields]
    changed = {"sequence": "(SELECT MAX(sequence) FROM register_entry) + 1", "yen": "700"}
    selected = ", ".join(changed.get(column, column) for column in columns)
    statement = (
        f"INSERT INTO register_entry ({', '.join(columns)}) SELECT {selected} FROM register_entry WHERE sequence = 2"
    )

    def insert() -> str:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        return "inserted"

    ended = _at_once(insert, insert)
    assert sorted(str(outcome) == "inserted" for outcome in ended) == [False, True]
    assert ClaimBalance.objects.get().balance_yen == 299


def test_writers_at_once_leave_numbers_without_a_gap_in_the_order_of_their_moments(small: SmallRegister) -> None:
    claim_ids = [small.claim(str(number)) for number in range(4)]
    before = Entry.objects.count()

    def pay(claim_id: int) -> None:
        for _ in range(5):
            receive(claim_id=claim_id, yen=10, lawbook=BOOK, **BY)

    _at_once(*[lambda claim_id=claim_id: pay(claim_id) for claim_id in claim_ids])  # type: ignore[misc]
    rows = list(Entry.objects.order_by("sequence").values_list("sequence", "recorded_at"))
    assert [number for number, _ in rows] == list(range(1, before + 21))
    moments = [moment for _, moment in rows]
    assert moments == sorted(moments)
    assert list(differences(lawbook=BOOK)) == []


def test_a_writer_that_has_taken_numbers_is_waited_for(small: SmallRegister) -> None:
    claim_id = small.claim()
    other = threading.Thread(target=lambda: (receive(claim_id=claim_id, yen=1, lawbook=BOOK, **BY), connection.close()))
    with transaction.atomic():
        stamp = take()
        other.start()
        other.join(timeout=0.5)
        assert other.is_alive()
    other.join()
    assert Entry.objects.order_by("sequence").last().recorded_at > stamp.recorded_at  # type: ignore[union-attr]


def test_numbers_taken_in_vain_are_not_lost(small: SmallRegister) -> None:
    claim_id = small.claim()
    with transaction.atomic():
        assert take(5).first_sequence == 2
        transaction.set_rollback(True)
    assert receive(claim_id=claim_id, yen=1, lawbook=BOOK, **BY) == 2


_KILLED_IN_THE_MIDDLE = """
import os, signal, sys
from datetime import date
import django
django.setup()
from saiken.register.actions.receive import receive
from saiken.register.models import AuditRow
from saiken.law.lawbook import LawBook
AuditRow.objects.create = lambda **_: os.kill(os.getpid(), signal.SIGKILL)
receive(claim_id=int(sys.argv[1]), yen=1, lawbook=LawBook.load(), by="kakari", on=date(2018, 9, 1))
"""


def test_a_process_killed_in_the_middle_leaves_nothing(small: SmallRegister, register: dict[str, Any]) -> None:
    claim_id = small.claim(yen=1_000)
    before = (Entry.objects.count(), AuditRow.objects.count(), LedgerClock.objects.get().last_sequence)
    connection.close()
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED_IN_THE_MIDDLE, str(claim_id)],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "saiken.config.settings", "SAIKEN_DATABASE_URL": url_of(register)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    after = (Entry.objects.count(), AuditRow.objects.count(), LedgerClock.objects.get().last_sequence)
    assert (after, ClaimBalance.objects.get(claim_id=claim_id).balance_yen) == (before, 1_000)
    assert receive(claim_id=claim_id, yen=1, lawbook=BOOK, **BY) == 2


def test_a_bulk_that_fails_late_leaves_nothing(small: SmallRegister) -> None:
    claim = BookedClaim(small.claim(yen=1_000), small.premium, small.bureau, 2018)
    day = date(2018, 9, 1)
    drafts = [draft(claim, EntryKind.RECEIVED, yen=1, effective_on=day) for _ in range(1_001)]
    with pytest.raises(Refused, match="残高を超える"):
        record_entries(drafts=drafts, source="見本", lawbook=BOOK, **BY)
    assert (Entry.objects.count(), LedgerClock.objects.get().last_sequence) == (1, 1)
    assert record_entries(drafts=drafts[:1_000], source="見本", lawbook=BOOK, **BY) == range(2, 1_002)


def test_a_frozen_report_is_made_again_to_the_same_figures(small: SmallRegister) -> None:
    claim_id = small.claim(yen=10_000)
    receive(claim_id=claim_id, yen=1_000, lawbook=BOOK, **BY)
    small.event(claim_id, EventKind.FORMAL_DEMAND, date(2018, 7, 20))
    frozen = freeze()
    figures, states = ledger(frozen), open_claims([small.premium], fiscal_year=2018, as_of=frozen)
    small.event(claim_id, EventKind.NOTICE_OF_INTENDED_SEIZURE, date(2018, 9, 1))
    receive(
        claim_id=claim_id, yen=500, lawbook=BOOK, by="kakari", on=date(2018, 7, 1)
    )  # an earlier day, recorded later
    small.claim("late")
    assert ledger(frozen) == figures
    assert open_claims([small.premium], fiscal_year=2018, as_of=frozen) == states
    assert (states.yen, open_claims([small.premium], fiscal_year=2018, as_of=AsOf()).yen) == (
        {("current", "S02"): 9_000},
        {("current", "S04"): 8_500, ("current", "S01"): 10_000},
    )


def test_the_two_clocks_are_asked_apart(small: SmallRegister) -> None:
    claim_id = small.claim(yen=10_000)
    receive(claim_id=claim_id, yen=1_000, lawbook=BOOK, by="kakari", on=date(2018, 9, 1))
    receive(claim_id=claim_id, yen=200, lawbook=BOOK, by="kakari", on=date(2018, 8, 1))

    def received(as_of: AsOf) -> int:
        return ledger(as_of)[small.premium][2018].figures.current_received_yen

    assert received(AsOf(effective_on=date(2018, 8, 31))) == 200
    assert received(AsOf(sequence=2)) == 1_000
    assert received(AsOf(recorded_at=Entry.objects.get(pk=2).recorded_at)) == 1_000
    assert received(AsOf(effective_on=date(2018, 8, 31), sequence=2)) == 0


def test_statements_are_cut_at_the_moment_that_belongs_to_a_number(small: SmallRegister) -> None:
    small.claim("1")
    year = {"sheet_id": small.sheet, "fiscal_year": 2018, **BY}
    assert set_goal(kind="first_goal", columns={"past_assessed": 1}, **year) == 1
    small.claim("2")
    assert set_goal(kind="first_goal", columns={"past_assessed": 2}, **year) == 2
    assert AsOf(sequence=1).last_moment() < Entry.objects.get(pk=2).recorded_at  # type: ignore[operator]
    assert AsOf(sequence=2).last_moment() is None
    assert grades_of(small.sheet, fiscal_year=2018, as_of=AsOf(sequence=1)) == {}
