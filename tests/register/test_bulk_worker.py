"""The bulk worker: two never work on one run, the next follows a killed one, a stop is heard, a defect stops one run and not the others.

The one idea: three persons get a day for the next contact, in the name of an officer, as of today.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from saiken.domain.claim.case_event import EventKind
from saiken.register.actions import _bulk_acts
from saiken.register.actions.assign_role import assign_role
from saiken.register.actions.create_user import create_user
from saiken.register.actions.interrupt_run import interrupt_run
from saiken.register.actions.prepare_run import NewRun, prepare_run
from saiken.register.actions.register_obligor import NewObligor, register_obligor
from saiken.register.actions.start_run import start_run
from saiken.register.actions.start_taking_back import start_taking_back
from saiken.register.models import Act, BulkRow, BulkRun
from saiken.register.models.obligor import ObligorKind
from saiken.register.queries.bulk_judgement import Candidate
from saiken.register.roles import Role
from saiken.register.upkeep import bulk_worker
from saiken.register.upkeep.bulk_worker import hold, let_go, work_on, work_once, work_until
from tests.support.law import BOOK
from tests.support.registers import url_of
from tests.support.small_register import WHO, SmallRegister

OFFICER = "officer"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run_id(small: SmallRegister) -> int:
    """A run that has been started."""
    create_user(username=OFFICER, display_name="担当", password="aB3-long-enough-9", **WHO)
    assign_role(username=OFFICER, office_id=small.bureau, role=Role.CASE_OFFICER, **WHO)
    return started(small, "k1")


def started(small: SmallRegister, key: str) -> int:
    candidates = []
    for number in range(3):
        obligor_id = register_obligor(obligor=NewObligor(kind=ObligorKind.PERSON, name=f"架空 {key}{number}"), **WHO)
        claim_id = small.claim(f"{key}{number}", obligor_id=obligor_id)
        small.event(claim_id, EventKind.CONTACT, date(2018, 7, 2))
        candidates.append(Candidate(obligor_id, (claim_id,)))
    run = NewRun(
        key=key, kind="next_contact", list_id="untouched", office_id=small.bureau, candidates=tuple(candidates),
        form={"next_on": "2199-01-01"},
    )  # fmt: skip
    prepared = prepare_run(run=run, lawbook=BOOK, by=OFFICER, on=timezone.localdate())
    start_run(run_id=prepared, by=OFFICER, on=timezone.localdate())
    return prepared


def states(run_id: int) -> list[str]:
    return list(BulkRow.objects.filter(run_id=run_id).order_by("pk").values_list("state", flat=True))


def never() -> bool:
    return False


def after(persons: int) -> Iterator[bool]:
    """Over after so many persons."""
    yield from [False] * (persons - 1)
    yield True


def test_a_run_is_finished_without_its_page(run_id: int) -> None:
    answers = iter([False, False, False, False, False, True])
    work_until(lambda _seconds: next(answers, True), worker="one", lawbook=BOOK)
    assert states(run_id) == ["carried_out"] * 3
    run = BulkRun.objects.get(pk=run_id)
    assert (run.state, run.worker, run.held_until) == ("finished", "", None)
    assert set(Act.objects.filter(run="k1").values_list("recorded_by", flat=True)) == {OFFICER}
    start_taking_back(run_id=run_id, by=OFFICER, on=timezone.localdate())
    assert work_once("one", lawbook=BOOK, is_over=never)
    assert states(run_id) == ["taken_back"] * 3
    assert not work_once("one", lawbook=BOOK, is_over=never)


def test_two_workers_never_hold_one_run(run_id: int) -> None:
    at = timezone.now()
    assert hold(run_id, worker="one", at=at)
    assert not hold(run_id, worker="two", at=at)
    assert not work_on(run_id, worker="two", lawbook=BOOK, until=never)
    let_go(run_id, worker="two")
    assert not hold(run_id, worker="two", at=at + timedelta(seconds=59))
    assert hold(run_id, worker="two", at=at + timedelta(seconds=60))
    assert not hold(run_id, worker="one", at=at + timedelta(seconds=61))
    assert not hold(run_id, worker="page", at=at + timedelta(days=1), only_of="somebody else")


def test_the_next_worker_follows_a_killed_one_where_it_stopped(run_id: int, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = after(1)
    with monkeypatch.context() as killed:
        killed.setattr(bulk_worker, "let_go", lambda *_given, **_named: None)
        work_on(run_id, worker="killed", lawbook=BOOK, until=lambda: next(steps))
    assert states(run_id) == ["carried_out", "waiting", "waiting"]
    assert not work_once("next", lawbook=BOOK, is_over=never)
    BulkRun.objects.filter(pk=run_id).update(held_until=timezone.now())
    assert work_once("next", lawbook=BOOK, is_over=never)
    assert states(run_id) == ["carried_out"] * 3
    assert Act.objects.filter(run="k1").count() == 3


def test_a_process_killed_among_the_persons_leaves_whole_persons(register: dict[str, Any], run_id: int) -> None:
    killed = subprocess.run(
        [sys.executable, "-m", "tests.register.work_and_die"],
        cwd=ROOT, env=os.environ | {"SAIKEN_DATABASE_URL": url_of(register)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert states(run_id) == ["carried_out", "waiting", "waiting"]
    assert Act.objects.filter(run="k1").count() == 1


def test_a_stop_is_heard_between_two_persons(run_id: int) -> None:
    def stops() -> bool:
        interrupt_run(run_id=run_id, by=OFFICER, on=timezone.localdate())
        return False

    assert work_on(run_id, worker="one", lawbook=BOOK, until=stops)
    assert states(run_id) == ["carried_out", "waiting", "waiting"]
    assert not work_once("one", lawbook=BOOK, is_over=never)


def test_a_defect_stops_its_run_and_not_the_next(
    small: SmallRegister, run_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = started(small, "k2")
    write = _bulk_acts.write_act

    def breaks(stroke: Any, **named: Any) -> Any:
        if stroke.run == "k1":
            raise KeyError("a defect")
        return write(stroke, **named)

    monkeypatch.setattr(_bulk_acts, "write_act", breaks)
    work_once("one", lawbook=BOOK, is_over=never)
    assert (states(run_id), states(other)) == (["waiting"] * 3, ["carried_out"] * 3)
    assert BulkRun.objects.get(pk=run_id).state == "interrupted"
