"""Works on the bulk runs that are going, whether or not anybody looks (一括処理の実行役).

The one idea: the runs themselves are the queue. A worker holds a run for a moment and renews it while it works, so two never work on one; a
worker that is killed is followed by the next when its moment is over, at the person where it stopped. What is done for a person is an
action's matter.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from django.db import close_old_connections
from django.db.models import Q
from django.utils import timezone

from saiken.domain.errors import DomainError
from saiken.law.lawbook import LawBook
from saiken.register.actions.carry_on_run import carry_on_run
from saiken.register.actions.interrupt_run import interrupt_run
from saiken.register.actions.take_back_run import take_back_run
from saiken.register.models import BulkRun
from saiken.register.models.bulk_run import RunState
from saiken.register.queries.scope import scope_of

#: How long a run is held without being renewed, and how often it is renewed: a person takes far less.
HELD, RENEWED = timedelta(seconds=60), timedelta(seconds=10)

#: How long one run is worked on before the next one gets its turn.
TURN = timedelta(seconds=20)

_GOING = {RunState.RUNNING.value: carry_on_run, RunState.TAKING_BACK.value: take_back_run}

_log = logging.getLogger(__name__)


def hold(run_id: int, *, worker: str, at: datetime, only_of: str = "") -> bool:
    """Hold a run that is going (in the name of `only_of`, if given) and that nobody else holds; whether it is held now."""
    free = Q(held_until__isnull=True) | Q(held_until__lte=at) | Q(worker=worker)
    going = BulkRun.objects.filter(free, pk=run_id, state__in=list(_GOING))
    if only_of:
        going = going.filter(carried_on_by=only_of)
    return going.update(worker=worker, held_until=at + HELD) == 1


def let_go(run_id: int, *, worker: str) -> None:
    """Give up a run that is held; another's stays."""
    BulkRun.objects.filter(pk=run_id, worker=worker).update(worker="", held_until=None)


def work_on(run_id: int, *, worker: str, lawbook: LawBook, until: Callable[[], bool], only_of: str = "") -> bool:
    """Hold the run and go on with it person by person until it is over, stopped, or `until` says so; whether it was free."""
    if not hold(run_id, worker=worker, at=timezone.now(), only_of=only_of):
        return False
    try:
        _go_on(run_id, worker=worker, lawbook=lawbook, until=until)
    finally:
        let_go(run_id, worker=worker)
    return True


def _go_on(run_id: int, *, worker: str, lawbook: LawBook, until: Callable[[], bool]) -> None:
    renewed_at = timezone.now()
    while _step(run_id, lawbook=lawbook) and not until():
        at = timezone.now()
        if at - renewed_at >= RENEWED:
            if not hold(run_id, worker=worker, at=at):
                return
            renewed_at = at


def _step(run_id: int, *, lawbook: LawBook) -> bool:
    """One person, in the name of whoever started it; whether somebody is left."""
    run = BulkRun.objects.get(pk=run_id)
    step, by, on = _GOING.get(run.state), run.carried_on_by, timezone.localdate()
    if step is None:
        return False
    return step(run_id=run_id, scope=scope_of(by, on=on, purpose="bulk_run"), lawbook=lawbook, by=by, on=on)


def work_once(worker: str, *, lawbook: LawBook, is_over: Callable[[], bool]) -> bool:
    """Give every run that is going and free its turn; whether there was one."""
    going = BulkRun.objects.filter(state__in=list(_GOING)).order_by("pk")
    worked = False
    for run_id in going.values_list("pk", flat=True):
        turn_ends = timezone.now() + TURN
        until = partial(_is_over, is_over, turn_ends)
        try:
            worked |= work_on(run_id, worker=worker, lawbook=lawbook, until=until)
        except Exception:  # noqa: BLE001 - whatever is wrong with one run must not end the others
            _log.exception("bulk run %s was stopped", run_id)
            _stop(run_id)
    return worked


def _is_over(is_over: Callable[[], bool], turn_ends: datetime) -> bool:
    return is_over() or timezone.now() >= turn_ends


def _stop(run_id: int) -> None:
    """What cannot go on is stopped, so that people see it and nobody tries for ever."""
    run = BulkRun.objects.get(pk=run_id)
    try:
        interrupt_run(run_id=run_id, by=run.carried_on_by, on=timezone.localdate())
    except DomainError:
        BulkRun.objects.filter(pk=run_id, state__in=list(_GOING)).update(state=RunState.INTERRUPTED.value)


def work_until(is_over: Callable[[float], bool], *, worker: str, lawbook: LawBook) -> None:
    """Work until told to end; `is_over` waits so many seconds for that and says whether it has come."""
    while not is_over(0.0):
        close_old_connections()
        try:
            worked = work_once(worker, lawbook=lawbook, is_over=lambda: is_over(0.0))
        except Exception:  # noqa: BLE001 - a database that is away for a moment comes back
            _log.exception("the bulk worker could not look for runs")
            worked = False
        if not worked and is_over(1.0):
            return
