"""How a plan ended (分納の計画の終わり).

The one idea: a plan without a row here is in force; one has one end.
"""

from django.db import models
from django.db.models import Q

from saiken.domain.claim.plan import PlanOutcome
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.act import Act
from saiken.register.models.plan import Plan


class PlanEnd(Recorded):
    """`act` is the act of an officer that ended it; none when the last yen was paid and the day roll found it so."""

    append_only = True

    plan = models.OneToOneField(Plan, models.PROTECT, primary_key=True, related_name="end")
    act = models.ForeignKey(Act, models.PROTECT, null=True, blank=True, related_name="plan_ends")
    on = models.DateField()
    outcome = models.CharField(max_length=30)
    reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [
            one_of("plan_end_outcome", "outcome", values=choices(PlanOutcome)),
            models.CheckConstraint(condition=~Q(recorded_by=""), name="plan_end_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.outcome}"
