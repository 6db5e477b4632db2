"""Takes a bulk run back, one person at a time, while its window is open (一括処理の取消し).

The one idea: reversals are new rows beside the old ones; a kill in the middle is gone on with by calling again, even after the window.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._bulk_acts import Hand, take_back
from saiken.register.actions._found import found
from saiken.register.models import BulkRow, BulkRun
from saiken.register.models.bulk_run import RowState, RunState
from saiken.register.queries.scope import Scope


@action
def take_back_run(*, run_id: int, scope: Scope, lawbook: LawBook, by: str, on: date) -> Done[bool]:
    """Whether somebody is still to be taken back. Raises Refused when the window has closed or the letters were sent."""
    run = found(BulkRun, run_id, called="一括処理")
    _demand_open(run, by=by, now=timezone.now())
    run.state = RunState.UNDONE.value
    run.save(update_fields=["state"])
    done = BulkRow.objects.filter(run=run, state=RowState.CARRIED_OUT.value)
    row = done.select_related("run", "act").order_by("pk").first()
    if row is not None:
        _undo(row, Hand(scope, lawbook, by, on))
    return Done(done.exists(), f"一括処理 {run.pk}", {"obligor": row.obligor_id if row else None})


def _demand_open(run: BulkRun, *, by: str, now: datetime) -> None:
    """発送する前、定めた時間の内に限り、まとめて取り消すことができる."""
    is_begun = run.state == RunState.UNDONE.value
    is_open = run.undo_until is not None and now <= run.undo_until
    may = run.state in (RunState.FINISHED.value, RunState.INTERRUPTED.value) and (is_open or run.finished_at is None)
    if run.recorded_by != by or run.sent_at is not None or not (is_begun or may):
        raise Refused("この一括処理は取り消せません。発送する前、定めた時間の内に限り、実行した人が取り消せます")


def _undo(row: BulkRow, hand: Hand) -> None:
    try:
        with transaction.atomic():
            take_back(row, hand)
    except (Refused, InvalidInput) as refusal:
        row.state, row.reason = RowState.REFUSED.value, f"取り消せません: {refusal}"[:500]
    else:
        row.state = RowState.TAKEN_BACK.value
    row.save(update_fields=["state", "reason"])
