"""Decides that a bulk run is taken back while its window is open (一括処理の取消し).

The one idea: the decision falls once and in time; the taking back, person by person, may outlast the window.
"""

from datetime import date

from django.utils import timezone

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.actions._runs import demand_own
from saiken.register.models import BulkRun
from saiken.register.models.bulk_run import RunState
from saiken.register.queries.bulk_runs import may_undo


@action
def start_taking_back(*, run_id: int, by: str, on: date) -> Done[None]:
    """発送する前、定めた時間の内に限り、まとめて取り消すことができる; raises Refused otherwise."""
    run = found(BulkRun, run_id, called="一括処理")
    demand_own(run, by=by, on=on)
    if run.state != RunState.TAKING_BACK.value:
        if not may_undo(run, at=timezone.now()):
            raise Refused("この一括処理は取り消せません。発送する前、定めた時間の内に限り取り消せます")
        run.state, run.carried_on_by = RunState.TAKING_BACK.value, by
        run.save(update_fields=["state", "carried_on_by"])
    return Done(None, f"一括処理 {run.pk}")
