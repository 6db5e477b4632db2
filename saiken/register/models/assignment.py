"""Assignments (担当の割当): from which day which officer works on the file of a person at an office.

The one idea: rows are only added; the latest one whose day has come counts, and the file keeps it as a cache. One made in advance takes
effect by the day roll.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office


class Assignment(Recorded):
    """Null `officer`: nobody; `before` had the case until then.

    `run` is shared by the assignments of one stroke; `undoes` is the run that this one takes back.
    """

    append_only = True

    obligor = models.ForeignKey(Obligor, models.PROTECT, db_index=False, related_name="assignments")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="assignments")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    before = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    from_on = models.DateField()
    reason = models.CharField(max_length=200)
    run = models.CharField(max_length=36)
    undoes = models.CharField(max_length=36, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["obligor", "office", "from_on", "id"], name="assignment_of_file"),
            models.Index(fields=["from_on", "id"], name="assignment_by_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["run", "obligor", "office"], name="assignment_once_in_a_run"),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(run="") & ~Q(recorded_by=""), name="assignment_reasoned"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligor_id} {self.officer_id}"
