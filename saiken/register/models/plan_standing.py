"""How each plan in force is being kept: a cache for the lists, one row per plan that has not ended.

The one idea: computed from the instalments and the ledger, never from the row before; the day roll and the actions of plans write it anew,
and a list computes the rows it shows once more.
"""

from django.db import models

from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office
from saiken.register.models.plan import Plan


class PlanStanding(models.Model):
    """`broken_on` is the day on which the latest broken instalment was broken and `is_behind` whether something of it still lacks.

    `next_due_on` and `next_yen` tell the first instalment that is not full, `next_review_on` the first review that has not been held.
    """

    append_only = False

    plan = models.OneToOneField(Plan, models.PROTECT, primary_key=True, related_name="standing")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="plan_standings")
    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="plan_standings")
    as_of_on = models.DateField()
    paid_yen = models.BigIntegerField(default=0)
    arrears_yen = models.BigIntegerField(default=0)
    times_broken = models.PositiveSmallIntegerField(default=0)
    broken_on = models.DateField(null=True, blank=True)
    is_behind = models.BooleanField(default=False)
    next_due_on = models.DateField(null=True, blank=True)
    next_yen = models.BigIntegerField(default=0)
    next_review_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["office", "is_behind", "broken_on", "plan"], name="plan_standing_broken"),
            models.Index(fields=["office", "next_due_on", "plan"], name="plan_standing_due"),
            models.Index(fields=["office", "next_review_on", "plan"], name="plan_standing_review"),
            models.Index(fields=["as_of_on", "plan"], name="plan_standing_as_of"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.as_of_on}"
