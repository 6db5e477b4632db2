"""Takes a bulk run back by one person (一括処理の取消し).

The one idea: reversals are new rows beside the old ones; a kill in the middle is gone on with by calling again, even after the window.
"""

from datetime import date

from django.db import transaction

from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._bulk_acts import Hand, take_back
from saiken.register.actions._found import found
from saiken.register.actions._runs import demand_own
from saiken.register.models import BulkRow, BulkRun
from saiken.register.models.bulk_run import RowState, RunState
from saiken.register.queries.scope import Scope


@action
def take_back_run(*, run_id: int, scope: Scope, lawbook: LawBook, by: str, on: date) -> Done[bool]:
    """Whether somebody is still to be taken back; False and nothing done when the run is not being taken back."""
    run = found(BulkRun, run_id, called="一括処理")
    demand_own(run, by=by, on=on)
    if run.state != RunState.TAKING_BACK.value:
        return Done(False, f"一括処理 {run.pk}", {"state": run.state})
    done = BulkRow.objects.filter(run=run, state=RowState.CARRIED_OUT.value)
    row = done.select_related("run", "act").order_by("pk").first()
    if row is not None:
        _undo(row, Hand(scope, lawbook, by, on))
    is_left = done.exists()
    if not is_left:
        run.state = RunState.UNDONE.value
        run.save(update_fields=["state"])
    return Done(is_left, f"一括処理 {run.pk}", {"obligor": row.obligor_id if row else None})


def _undo(row: BulkRow, hand: Hand) -> None:
    try:
        with transaction.atomic():
            take_back(row, hand)
    except (Refused, InvalidInput) as refusal:
        row.state, row.reason = RowState.REFUSED.value, f"取り消せません: {refusal}"[:500]
    else:
        row.state = RowState.TAKEN_BACK.value
    row.save(update_fields=["state", "reason"])
