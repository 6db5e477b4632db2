"""Goes on with a bulk run by one person (一括処理の実行).

The one idea: one transaction does the act and marks the row, so a kill between two persons loses nothing and repeats nothing; whoever calls
again goes on with the next. A person whom the rules refuse by now is marked so and the run goes on.
"""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._bulk_acts import Hand, carry_out
from saiken.register.actions._found import found
from saiken.register.bulk_kinds import BULK_KINDS
from saiken.register.models import BulkRow, BulkRun
from saiken.register.models.bulk_run import RowState, RunState
from saiken.register.queries.bulk_judgement import Candidate, judged
from saiken.register.queries.scope import Scope
from saiken.register.queries.work_rows import catalogue

_GOING = {RunState.PREPARED.value, RunState.RUNNING.value, RunState.INTERRUPTED.value}


@action
def carry_on_run(*, run_id: int, scope: Scope, lawbook: LawBook, by: str, on: date) -> Done[bool]:
    """Whether somebody is still waiting. Raises Refused for another's run or one that is over."""
    run = found(BulkRun, run_id, called="一括処理")
    if run.recorded_by != by or run.state not in _GOING:
        raise Refused("この一括処理は進められません。準備した人が、終わる前に進めてください")
    row = BulkRow.objects.filter(run=run, state=RowState.WAITING.value).select_related("run").order_by("pk").first()
    if row is not None:
        _do(row, Hand(scope, lawbook, by, on))
        run.state = RunState.RUNNING.value
    is_waiting = BulkRow.objects.filter(run=run, state=RowState.WAITING.value).exists()
    if not is_waiting:
        run.state = RunState.FINISHED.value
        run.finished_at = timezone.now()
        run.undo_until = run.finished_at + timedelta(minutes=catalogue().settings.undo_minutes)
    run.save()
    return Done(is_waiting, f"一括処理 {run.pk}", {"obligor": row.obligor_id if row else None, "waiting": is_waiting})


def _do(row: BulkRow, hand: Hand) -> None:
    (now,) = judged(
        [Candidate(row.obligor_id, tuple(row.claim_ids))],
        kind=BULK_KINDS[row.run.kind],
        on=hand.on,
        lawbook=hand.lawbook,
    )
    row.state, row.reason = now.state.value, now.reason or row.reason
    if now.state is RowState.WAITING:
        row.claim_ids, row.yen = list(now.claim_ids), now.yen
        try:
            with transaction.atomic():
                carry_out(row, hand)
        except (Refused, InvalidInput) as refusal:
            row.state, row.reason, row.act, row.made = RowState.REFUSED.value, str(refusal)[:500], None, {}
        else:
            row.state = RowState.CARRIED_OUT.value
    row.save()
