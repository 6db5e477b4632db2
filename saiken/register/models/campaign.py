"""Campaigns (強化期間): an office works a fixed group of claims for a time, towards a goal in yen.

The one idea: the group is frozen when the campaign is made and the rule of attribution is written down, so its result can be computed from
the ledger at any time.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded
from saiken.register.models.office import Office


class Campaign(Recorded):
    """From `from_on` to `until_on`, the last day; receipts count that were paid until `further_days` days later.

    `measures` are act kinds, `target` says in words how the group was chosen. `submission` is the form's one-time key.
    """

    append_only = True

    office = models.ForeignKey(Office, models.PROTECT, related_name="campaigns")
    name = models.CharField(max_length=100)
    from_on = models.DateField()
    until_on = models.DateField()
    further_days = models.PositiveSmallIntegerField(default=0)
    measures = models.JSONField(default=list)
    goal_yen = models.BigIntegerField()
    target = models.CharField(max_length=300)
    submission = models.CharField(max_length=36, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="campaign_period"),
            models.CheckConstraint(condition=Q(goal_yen__gt=0), name="campaign_goal"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(recorded_by=""), name="campaign_named"),
        ]

    def __str__(self) -> str:
        return self.name
