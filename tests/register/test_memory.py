"""Remembered answers are never those of another register, of another moment, or of what was rolled back.

The one idea: the ledger is asked, something moves that an ordinary write would not show, and it is asked again.
"""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from saiken.register.actions.receive import receive
from saiken.register.models import Entry, LedgerClock
from saiken.register.queries.as_of import NOW
from saiken.register.queries.memory import remembered
from saiken.register.queries.year_figures import ledger
from tests.support.law import BOOK
from tests.support.registers import default_database, empty_register
from tests.support.small_register import SmallRegister, small_register

BY = {"by": "kakari", "on": date(2018, 9, 1)}

#: Later than any clock of this machine, so that every moment is the last one and a microsecond.
FAR = datetime(2999, 1, 1, tzinfo=UTC)


def _received(small: SmallRegister) -> int:
    return ledger(NOW)[small.premium][2018].figures.current_received_yen


@pytest.fixture
def stopped(small: SmallRegister) -> SmallRegister:
    """A register whose clock stands still: the machine's is behind the last recorded moment."""
    LedgerClock.objects.update(last_recorded_at=FAR)
    return small


def test_a_clock_that_goes_back_gives_later_moments_still(stopped: SmallRegister) -> None:
    claim_id = stopped.claim()
    receive(claim_id=claim_id, yen=1, lawbook=BOOK, **BY)
    first, second = Entry.objects.order_by("sequence").values_list("recorded_at", flat=True)
    assert FAR < first < second == LedgerClock.objects.get().last_recorded_at


def test_an_equal_moment_with_another_number_is_another_question(small: SmallRegister) -> None:
    claim_id = small.claim()
    assert _received(small) == 0
    moment = LedgerClock.objects.get().last_recorded_at
    receive(claim_id=claim_id, yen=100, lawbook=BOOK, **BY)
    LedgerClock.objects.update(last_recorded_at=moment)
    assert _received(small) == 100


def test_an_entry_past_the_clock_is_seen(small: SmallRegister) -> None:
    receive(claim_id=small.claim(), yen=100, lawbook=BOOK, **BY)
    assert _received(small) == 100
    columns = [field.column for field in Entry._meta.concrete_fields]
    copied = ", ".join("sequence + 1" if column == "sequence" else column for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO register_entry ({', '.join(columns)}) SELECT {copied} FROM register_entry WHERE sequence = 2"
        )
    assert _received(small) == 200


def test_what_was_rolled_back_is_not_remembered(stopped: SmallRegister) -> None:
    claim_id = stopped.claim()
    with transaction.atomic():
        receive(claim_id=claim_id, yen=100, lawbook=BOOK, **BY)
        assert _received(stopped) == 100
        transaction.set_rollback(True)
    receive(claim_id=claim_id, yen=30, lawbook=BOOK, **BY)  # the same number and the same moment again
    assert _received(stopped) == 30


def test_two_registers_do_not_share_answers(register: dict[str, Any], tmp_path: Path, shared_folder: Path) -> None:
    one = small_register()
    LedgerClock.objects.update(last_recorded_at=FAR)
    one.claim(yen=100)
    assert ledger(NOW)[one.premium][2018].figures.current_assessed_yen == 100
    with empty_register("sqlite", folder=tmp_path, shared=shared_folder):
        other = small_register()
        LedgerClock.objects.update(last_recorded_at=FAR)
        other.claim(yen=300)
        assert ledger(NOW)[other.premium][2018].figures.current_assessed_yen == 300
    with default_database(register):
        assert ledger(NOW)[one.premium][2018].figures.current_assessed_yen == 100


def test_an_answer_is_computed_once_while_nothing_is_written(small: SmallRegister) -> None:
    asked: list[str] = []

    @remembered(2)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length("債権"), length("債権"), length("台帳簿")] == [2, 2, 3]
    assert asked == ["債権", "台帳簿"]
    small.claim()
    assert length("債権") == 2
    assert asked == ["債権", "台帳簿", "債権"]
