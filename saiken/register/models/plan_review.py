"""Reviews of a plan (資力の見直し): looked at on a day, with what was found.

The one idea: a review asks whether more could be paid; a higher sum is a new plan, not a changed one.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded
from saiken.register.models.act import Act
from saiken.register.models.plan import Plan


class PlanReview(Recorded):
    """Income and costs as stated on the day, a month."""

    append_only = True

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reviews")
    act = models.OneToOneField(Act, models.PROTECT, related_name="plan_review")
    on = models.DateField()
    income_yen = models.BigIntegerField(null=True, blank=True)
    living_yen = models.BigIntegerField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(recorded_by=""), name="plan_review_by_somebody")]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.on}"
