"""Starts a bulk run, or goes on with one that was stopped (一括処理の実行).

The one idea: it says that the run is going and in whose name; the work itself is done person by person, by the page or by the worker.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.actions._runs import demand_own
from saiken.register.models import BulkRun
from saiken.register.models.bulk_run import RunState

_BEFORE = {RunState.PREPARED.value, RunState.RUNNING.value, RunState.INTERRUPTED.value}


@action
def start_run(*, run_id: int, by: str, on: date) -> Done[None]:
    """Raises Refused for a run of another office or one that is over; one that is running goes on in the name it was started in."""
    run = found(BulkRun, run_id, called="一括処理")
    demand_own(run, by=by, on=on)
    if run.state not in _BEFORE:
        raise Refused("この一括処理は終わっています")
    if run.state != RunState.RUNNING.value:
        run.state, run.carried_on_by = RunState.RUNNING.value, by
        run.save(update_fields=["state", "carried_on_by"])
    return Done(None, f"一括処理 {run.pk}", {"in_the_name_of": run.carried_on_by})
