"""A few sheets of the demo city on both databases: what comes out, what is the same each time, what a kill leaves.

The one idea: the kill is a real one, in a process of its own, in the middle of the entries.
"""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from saiken.config.environment import database_from_url
from saiken.config.main import database_at
from saiken.domain.errors import Refused
from saiken.register.models import (
    AuditRow,
    CaseEvent,
    Claim,
    Entry,
    LedgerClock,
    Obligor,
    Office,
    Receivable,
    SheetDefinition,
    StateSpan,
    User,
)
from saiken.register.samples.load import loaded_city, rows_to_insert
from saiken.register.samples.tie_out_city import tie_out_city
from saiken.register.upkeep.temporary import temporary_register
from tests.support.registers import default_database, url_of
from tests.support.sample_city import EDITIONS, STATES, few_city, few_planned, few_published, load_few
from tests.support.small_register import SmallRegister, small_register

ROOT = Path(__file__).resolve().parents[2]


def _assert_equal_to_the_papers() -> None:
    compared = tie_out_city(few_published(), editions=EDITIONS, states=STATES)
    assert [each for _, found in compared for each in found.different] == []
    assert all(found.cells and found.states for _, found in compared)


def test_a_kill_in_the_middle_leaves_an_empty_register_from_which_the_figures_come_out(
    register: dict[str, Any], shared_folder: Path, tmp_path: Path
) -> None:
    """On both databases, and the same from the same seed in whichever process and database."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.register.load_and_die"],
        cwd=ROOT, env=os.environ | {"SAIKEN_DATABASE_URL": url_of(register)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert "killed among the entries" in ended.stdout
    tables = (Office, Receivable, SheetDefinition, Obligor, Claim, Entry, CaseEvent, StateSpan, AuditRow, User)
    assert [table.__name__ for table in tables if table.objects.exists()] == []
    assert LedgerClock.objects.get().last_sequence == 0
    told: list[int] = []
    loaded = load_few(advance=told.append)
    _assert_equal_to_the_papers()
    assert loaded_city() == loaded
    assert (loaded.claims, loaded.entries) == (Claim.objects.count(), Entry.objects.count())
    assert loaded.events == CaseEvent.objects.count()
    assert 0.8 * rows_to_insert(few_planned()) < sum(told) <= rows_to_insert(few_planned())
    with pytest.raises(Refused, match="既に登録がある"):
        load_few()
    everything = _everything_but_moments()
    few_planned.cache_clear()
    copy = tmp_path / "copy.sqlite3"
    shutil.copyfile(few_city(shared_folder), copy)
    with default_database(database_from_url(str(copy), default_path=copy)):
        assert _everything_but_moments() == everything


def _everything_but_moments() -> list[tuple[object, ...]]:
    """What the register holds; claims by their place, since a kill uses up numbers on PostgreSQL."""
    facts = ("office__key", "kind", "yen", "effective_on", "reverses_id", "counterpart_id")
    rows = list(
        Claim.objects.order_by("pk").values_list("pk", "obligor__name", "due_on", "stands_for", "stems_from_id")
    )
    place = {row[0]: number for number, row in enumerate(rows)}
    entries = Entry.objects.order_by("sequence").values_list("claim_id", *facts)
    return [(place[row[0]], *row[1:]) for row in entries] + [(*row[1:-1], place.get(row[-1])) for row in rows]


def test_a_register_with_anything_in_it_is_refused(small: SmallRegister) -> None:
    with pytest.raises(Refused, match="空の台帳を指定"):
        load_few()


def test_a_temporary_register_leaves_the_office_s_own_alone(small: SmallRegister) -> None:
    with temporary_register(database_at):
        assert not Office.objects.exists()
        small_register().claim()
        assert Entry.objects.exists()
    assert Office.objects.filter(pk=small.bureau).exists()
    assert not Entry.objects.exists()
