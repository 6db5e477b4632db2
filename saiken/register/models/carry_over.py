"""What each claim took over into the next fiscal year when a year was closed (滞納繰越).

The one idea: one row per claim component with a balance at the close; their sum is the close's. Below zero is a recorded overpayment.
"""

from django.db import models
from django.db.models import Q

from saiken.domain.claim.entry import Component
from saiken.register.models._checks import choices, one_of
from saiken.register.models.claim import Claim
from saiken.register.models.year_close import YearClose


class CarryOver(models.Model):
    """The balance of one claim component, carried by one close."""

    append_only = True

    year_close = models.ForeignKey(YearClose, models.PROTECT, db_index=False, related_name="carry_overs")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="carry_overs")
    component = models.CharField(max_length=20)
    carried_yen = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year_close", "claim", "component"], name="carry_over_once"),
            one_of("carry_over_component", "component", values=choices(Component)),
            models.CheckConstraint(condition=~Q(carried_yen=0), name="carry_over_not_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.carried_yen}"
