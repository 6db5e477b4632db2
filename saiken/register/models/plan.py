"""Instalment plans (分納の計画): what a person promised to pay, when, on which claims.

The one idea: a plan is one promise over several claims, made by one act and never changed; another plan replaces it. Whether it is kept
follows from the money, how it ended is said by its `PlanEnd`.
"""

from django.db import models
from django.db.models import F, Q

from saiken.domain.claim.plan import AllocationOrder, PlanKind, PlanMethod
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.act import Act
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office


class Plan(Recorded):
    """`total_yen` is the sum of the instalments, `charge_yen` what of it is late charge. Income and costs are those stated, a month.

    `review_every_months` 0 means that no review was agreed; an instalment counts as kept within `tolerance_days` and `tolerance_yen`.
    """

    append_only = True

    act = models.OneToOneField(Act, models.PROTECT, related_name="plan")
    obligor = models.ForeignKey(Obligor, models.PROTECT, db_index=False, related_name="plans")
    office = models.ForeignKey(Office, models.PROTECT, related_name="plans")
    kind = models.CharField(max_length=30)
    method = models.CharField(max_length=30)
    agreed_on = models.DateField()
    last_on = models.DateField()
    total_yen = models.BigIntegerField()
    charge_yen = models.BigIntegerField(default=0)
    income_yen = models.BigIntegerField(null=True, blank=True)
    living_yen = models.BigIntegerField(null=True, blank=True)
    review_every_months = models.PositiveSmallIntegerField(default=0)
    tolerance_days = models.PositiveSmallIntegerField(default=0)
    tolerance_yen = models.PositiveIntegerField(default=0)
    allocation_order = models.CharField(max_length=30)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["obligor", "-id"], name="plan_of_obligor")]
        constraints = [
            one_of("plan_kind", "kind", values=choices(PlanKind)),
            one_of("plan_method", "method", values=choices(PlanMethod)),
            one_of("plan_allocation_order", "allocation_order", values=choices(AllocationOrder)),
            models.CheckConstraint(
                condition=Q(charge_yen__gte=0, total_yen__gt=0) & Q(total_yen__gte=F("charge_yen")), name="plan_yen"
            ),
            models.CheckConstraint(condition=Q(last_on__gte=F("agreed_on")), name="plan_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(recorded_by=""), name="plan_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.agreed_on} {self.kind}"
