"""Stops a bulk run between two persons (一括処理の中断).

The one idea: what is done is done; the rest waits until somebody goes on.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.actions._runs import demand_own
from saiken.register.models import BulkRun
from saiken.register.models.bulk_run import RunState


@action
def interrupt_run(*, run_id: int, by: str, on: date) -> Done[None]:
    """Raises Refused when it is another office's or not running."""
    run = found(BulkRun, run_id, called="一括処理")
    demand_own(run, by=by, on=on)
    if run.state != RunState.RUNNING.value:
        raise Refused("この一括処理は進んでいません")
    run.state = RunState.INTERRUPTED.value
    run.save(update_fields=["state"])
    return Done(None, f"一括処理 {run.pk}")
