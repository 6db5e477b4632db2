"""The steps of a hand-over: proposed, accepted, refused, halted, results reported, returned, closed.

The one idea: rows are only added, numbered from one; two people who take the same step at once cannot both have the same place.
"""

from django.db import models
from django.db.models import Q

from saiken.domain.claim.hand_over import HandOverStepKind
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.hand_over import HandOver


class HandOverStep(Recorded):
    """`on` is the day it takes effect; `figures` are what was collected and disposed when results were reported or the case came back."""

    append_only = True

    hand_over = models.ForeignKey(HandOver, models.PROTECT, db_index=False, related_name="steps")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30)
    on = models.DateField()
    reason = models.CharField(max_length=1000, blank=True, default="")
    figures = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hand_over", "place"], name="hand_over_step_once"),
            one_of("hand_over_step_kind", "kind", values=choices(HandOverStepKind)),
            models.CheckConstraint(condition=~Q(recorded_by=""), name="hand_over_step_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.hand_over_id} {self.kind}"
