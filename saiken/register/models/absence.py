"""Absences (不在) and who stands in for the absent person (代理).

The one idea: an absence names a deputy for one office and some days; it gives no role, the deputy acts with the absent person's.
A mistaken one is withdrawn, never deleted, so that who could decide on a day can always be told.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded, half_open
from saiken.register.models.office import Office


class Absence(Recorded):
    """`user` is away from `from_on` until, not including, `until_on`; `deputy` stands in at `office`."""

    append_only = False

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="absences")
    deputy = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="deputyships")
    office = models.ForeignKey(Office, models.PROTECT, related_name="absences")
    from_on = models.DateField()
    until_on = models.DateField()
    reason = models.CharField(max_length=200)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            half_open("absence_validity"),
            models.CheckConstraint(condition=~Q(user=F("deputy")), name="absence_deputy_is_another"),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(recorded_by=""), name="absence_reasoned"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.from_on}"
