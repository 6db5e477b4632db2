"""A few sheets of the demo city on both databases: what comes out, what is the same each time, what a kill leaves.

The one idea: the kill is a real one, in a process of its own, in the middle of the entries.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

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
from tests.support.registers import url_of
from tests.support.sample_city import EDITIONS, STATES, few_planned, few_published, load_few
from tests.support.small_register import SmallRegister

ROOT = Path(__file__).resolve().parents[2]


def _assert_equal_to_the_papers() -> None:
    compared = tie_out_city(few_published(), editions=EDITIONS, states=STATES)
    assert [each for _, found in compared for each in found.different] == []
    assert all(found.cells and found.states for _, found in compared)


def test_figures_come_out_on_both_databases_and_the_register_says_what_it_holds(register: dict[str, Any]) -> None:
    told: list[int] = []
    loaded = load_few(advance=told.append)
    _assert_equal_to_the_papers()
    assert loaded_city() == loaded
    assert (loaded.claims, loaded.entries) == (Claim.objects.count(), Entry.objects.count())
    assert loaded.events == CaseEvent.objects.count()
    assert 0.8 * rows_to_insert(few_planned()) < sum(told) <= rows_to_insert(few_planned())
    with pytest.raises(Refused, match="既に登録がある"):
        load_few()


def test_the_same_seed_makes_the_same_register(django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        once = _everything_but_moments()
        few_planned.cache_clear()
        assert _everything_but_moments() == once


def _everything_but_moments() -> list[tuple[object, ...]]:
    """What a freshly made register holds."""
    facts = ("claim_id", "office_id", "kind", "yen", "effective_on", "reverses_id", "counterpart_id")
    with temporary_register(database_at):
        load_few()
        entries = Entry.objects.order_by("sequence").values_list(*facts)
        claims = Claim.objects.order_by("id").values_list("obligor__name", "due_on", "stems_from_id", "stands_for")
        return [*entries, *claims]


def test_a_register_with_anything_in_it_is_refused(small: SmallRegister) -> None:
    with pytest.raises(Refused, match="空の台帳を指定"):
        load_few()


def test_a_kill_in_the_middle_leaves_an_empty_register_that_loads_again(register: dict[str, Any]) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.register.load_and_die"],
        cwd=ROOT, env=os.environ | {"SAIKEN_DATABASE_URL": url_of(register)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert "killed among the entries" in ended.stdout
    tables = (Office, Receivable, SheetDefinition, Obligor, Claim, Entry, CaseEvent, StateSpan, AuditRow, User)
    assert [table.__name__ for table in tables if table.objects.exists()] == []
    assert LedgerClock.objects.get().last_sequence == 0
    load_few()
    _assert_equal_to_the_papers()


def test_a_temporary_register_leaves_the_office_s_own_alone(small: SmallRegister) -> None:
    with temporary_register(database_at):
        assert not Office.objects.exists()
        load_few()
        assert Entry.objects.exists()
    assert Office.objects.filter(pk=small.bureau).exists()
    assert not Entry.objects.exists()
