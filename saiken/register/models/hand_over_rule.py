"""Rules of hand-over (引継ぎの定め): which cases one office proposes to another, by which condition.

The one idea: a rule only finds candidates; what becomes of them is decided case by case, unless the rule says that it hands over by itself.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded, half_open
from saiken.register.models.office import Office
from saiken.register.models.receivable import Receivable


class HandOverRule(Recorded):
    """`condition` is an id of `domain/claim/hand_over_conditions.toml`; a rule without a receivable is for all that the office handles.

    `proposes` lets the day roll draft what it finds, `is_automatic` lets it carry the hand-over through.
    """

    append_only = False

    from_office = models.ForeignKey(Office, models.PROTECT, related_name="rules_giving")
    to_office = models.ForeignKey(Office, models.PROTECT, related_name="rules_receiving")
    receivable = models.ForeignKey(Receivable, models.PROTECT, null=True, blank=True, related_name="hand_over_rules")
    condition = models.CharField(max_length=40)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    least_yen = models.BigIntegerField(null=True, blank=True)
    proposes = models.BooleanField(default=False)
    is_automatic = models.BooleanField(default=False)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            half_open("hand_over_rule_validity"),
            models.CheckConstraint(condition=~Q(from_office=F("to_office")), name="hand_over_rule_to_another"),
            models.CheckConstraint(condition=~Q(condition="") & ~Q(recorded_by=""), name="hand_over_rule_condition"),
            models.CheckConstraint(
                condition=Q(is_automatic=False) | Q(proposes=True), name="hand_over_rule_automatic_proposes"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_office_id} {self.to_office_id} {self.condition}"
