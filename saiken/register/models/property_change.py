"""What became of a property (財産の処分の経過): seized, released, sold, found worthless.

The one idea: the latest row tells how it stands; a released one may be seized again.
"""

from django.db import models
from django.db.models import Q

from saiken.domain.claim.asset import PropertyTurn
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.act import Act
from saiken.register.models.property import Property


class PropertyChange(Recorded):
    """`act` is the act that did it, where there was one."""

    append_only = True

    property = models.ForeignKey(Property, models.PROTECT, related_name="changes")
    act = models.ForeignKey(Act, models.PROTECT, null=True, blank=True, related_name="property_changes")
    turn = models.CharField(max_length=30)
    on = models.DateField()
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            one_of("property_change_turn", "turn", values=choices(PropertyTurn)),
            models.CheckConstraint(condition=~Q(recorded_by=""), name="property_change_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.property_id} {self.turn}"
