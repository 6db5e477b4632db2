"""How each hand-over stands: its last step and its size, for the lists of both offices.

The one idea: a cache that the actions keep in their transaction; the steps are the truth.
"""

from django.db import models

from saiken.register.models.hand_over import HandOver
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office


class HandOverStanding(models.Model):
    """`step` is the kind of the last step, taken on `since_on`; `accepted_on` and `ended_on` are null until it was or has."""

    append_only = False

    hand_over = models.OneToOneField(HandOver, models.PROTECT, primary_key=True, related_name="standing")
    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="+")
    from_office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    to_office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    step = models.CharField(max_length=30)
    since_on = models.DateField()
    accepted_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    claims = models.PositiveIntegerField()
    yen = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["to_office", "step", "-hand_over"], name="hand_over_received"),
            models.Index(fields=["from_office", "step", "-hand_over"], name="hand_over_given"),
            models.Index(fields=["accepted_on"], name="hand_over_accepted"),
        ]

    def __str__(self) -> str:
        return f"{self.hand_over_id} {self.step}"
