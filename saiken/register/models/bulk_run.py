"""Bulk runs (一括処理): one kind of act for many persons, with its progress.

The one idea: the run fixes whom it concerns before anything is done; each person is one transaction that does the act and marks the row, so
a run that was killed or stopped goes on where it was and nobody is acted on twice. Whoever works on it holds it for a moment. The acts bear
the run's key.
"""

from enum import StrEnum

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.act import Act
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office


class RunState(StrEnum):
    """準備, 実行中, 中断, 完了, 取消し中, 取消し."""

    PREPARED = "prepared"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    FINISHED = "finished"
    TAKING_BACK = "taking_back"
    UNDONE = "undone"


class RowState(StrEnum):
    """未処理, 済み, できないもの, 除外, 取消し."""

    WAITING = "waiting"
    CARRIED_OUT = "carried_out"
    REFUSED = "refused"
    EXCLUDED = "excluded"
    TAKEN_BACK = "taken_back"


class BulkRun(Recorded):
    """`key` is the one-time key of the form that made it. It may be undone until `undo_until`; `sent_at` ends that early.

    `carried_on_by` is who started it, went on with it or takes it back; `worker` holds it until `held_until`, so nobody else works on it.
    """

    append_only = False

    key = models.CharField(max_length=36, unique=True)
    kind = models.CharField(max_length=60)
    list_id = models.CharField(max_length=40)
    office = models.ForeignKey(Office, models.PROTECT, related_name="bulk_runs")
    on = models.DateField()
    form = models.JSONField(default=dict)
    conditions = models.JSONField(default=dict)
    state = models.CharField(max_length=20, default=RunState.PREPARED.value)
    persons = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)
    undo_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    carried_on_by = models.CharField(max_length=150, blank=True, default="")
    worker = models.CharField(max_length=80, blank=True, default="")
    held_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["office", "-id"], name="bulk_run_of_office"),
            models.Index(fields=["state", "id"], name="bulk_run_by_state"),
        ]
        constraints = [
            one_of("bulk_run_state", "state", values=choices(RunState)),
            models.CheckConstraint(
                condition=~Q(kind="") & ~Q(key="") & ~Q(recorded_by=""), name="bulk_run_by_somebody"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.kind}"


class BulkRow(models.Model):
    """One person of a run with the claims concerned; `reason` says why it, or some claim of it, was refused or left out.

    `made` holds the ids of what was made beside an act: a mark, the officer that the file had.
    """

    append_only = False

    run = models.ForeignKey(BulkRun, models.PROTECT, db_index=False, related_name="rows")
    obligor = models.ForeignKey(Obligor, models.PROTECT, db_index=False, related_name="bulk_rows")
    claim_ids = models.JSONField(default=list)
    yen = models.BigIntegerField(default=0)
    state = models.CharField(max_length=20, default=RowState.WAITING.value)
    reason = models.CharField(max_length=500, blank=True, default="")
    made = models.JSONField(default=dict)
    act = models.OneToOneField(Act, models.PROTECT, null=True, blank=True, related_name="bulk_row")

    class Meta:
        indexes = [models.Index(fields=["run", "state", "id"], name="bulk_row_of_run")]
        constraints = [
            models.UniqueConstraint(fields=["run", "obligor"], name="bulk_row_once"),
            one_of("bulk_row_state", "state", values=choices(RowState)),
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.obligor_id}"
