"""Goals of hand-overs for a fiscal year: how many yen are to be collected per receivable and condition.

The one idea: a goal that is set anew is a further revision, the last one counts. What was collected follows from the ledger.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded
from saiken.register.models.office import Office
from saiken.register.models.receivable import Receivable


class HandOverGoal(Recorded):
    """`office` is the one that receives the cases."""

    append_only = True

    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="hand_over_goals")
    fiscal_year = models.PositiveSmallIntegerField()
    receivable = models.ForeignKey(Receivable, models.PROTECT, db_index=False, related_name="hand_over_goals")
    condition = models.CharField(max_length=40)
    revision = models.PositiveSmallIntegerField()
    goal_yen = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "fiscal_year", "receivable", "condition", "revision"], name="hand_over_goal_once"
            ),
            models.CheckConstraint(condition=Q(goal_yen__gte=0) & ~Q(recorded_by=""), name="hand_over_goal_yen"),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.condition} {self.goal_yen}"
