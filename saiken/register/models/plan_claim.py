"""Which claims a plan pays, and in which order.

The one idea: the order in which money is meant to reach them; where it is booked is the ledger's matter.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models.claim import Claim
from saiken.register.models.plan import Plan


class PlanClaim(models.Model):
    """`place` counts from 1; `yen` is what the claim owed when the plan was made, all components."""

    append_only = True

    plan = models.ForeignKey(Plan, models.PROTECT, db_index=False, related_name="claims")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="plans")
    place = models.PositiveSmallIntegerField()
    yen = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "claim"], name="plan_claim_once"),
            models.UniqueConstraint(fields=["plan", "place"], name="plan_claim_place"),
            models.CheckConstraint(condition=Q(place__gte=1, yen__gt=0), name="plan_claim_owed"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.place}"
