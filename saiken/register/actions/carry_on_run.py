"""Goes on with a bulk run by one person (一括処理の実行).

The one idea: one person is one transaction that judges anew, acts and marks the row; whoever is killed between two persons or in the middle
of one leaves a whole state behind. A person whom the rules refuse now is marked so and the run goes on.
"""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._bulk_acts import Hand, carry_out
from saiken.register.actions._found import found
from saiken.register.actions._runs import demand_own
from saiken.register.bulk_kinds import BULK_KINDS
from saiken.register.models import BulkRow, BulkRun
from saiken.register.models.bulk_run import RowState, RunState
from saiken.register.queries.bulk_judgement import Asked, Candidate, judged
from saiken.register.queries.scope import Scope
from saiken.register.queries.work_rows import catalogue


@action
def carry_on_run(*, run_id: int, scope: Scope, lawbook: LawBook, by: str, on: date) -> Done[bool]:
    """Whether somebody is still waiting; False and nothing done when the run is not going. Raises Refused for another office's."""
    run = found(BulkRun, run_id, called="一括処理")
    demand_own(run, by=by, on=on)
    if run.state != RunState.RUNNING.value:
        return Done(False, f"一括処理 {run.pk}", {"state": run.state})
    waiting = BulkRow.objects.filter(run=run, state=RowState.WAITING.value)
    row = waiting.select_related("run").order_by("pk").first()
    if row is not None:
        _do(row, Hand(scope, lawbook, by, on))
    is_waiting = waiting.exists()
    if not is_waiting:
        run.state, run.finished_at = RunState.FINISHED.value, timezone.now()
        run.undo_until = run.finished_at + timedelta(minutes=catalogue().settings.undo_minutes)
        run.save(update_fields=["state", "finished_at", "undo_until"])
    return Done(is_waiting, f"一括処理 {run.pk}", {"obligor": row.obligor_id if row else None, "waiting": is_waiting})


def _do(row: BulkRow, hand: Hand) -> None:
    asked = Asked(BULK_KINDS[row.run.kind], row.run.form, row.run.list_id, hand.on, hand.lawbook)
    (now,) = judged([Candidate(row.obligor_id, tuple(row.claim_ids))], asked)
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
