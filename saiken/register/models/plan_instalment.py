"""The instalments of a plan (各回の納付).

The one idea: day and yen as they were promised, written once with the plan; what was paid of them is computed from the ledger.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models.plan import Plan


class PlanInstalment(models.Model):
    """`number` counts from 1."""

    append_only = True

    plan = models.ForeignKey(Plan, models.PROTECT, db_index=False, related_name="instalments")
    number = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    yen = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="plan_instalment_once"),
            models.CheckConstraint(condition=Q(number__gte=1, yen__gt=0), name="plan_instalment_yen"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.number}"
