"""Timed releases of a protected person's address (支援措置の一時解除), and refusals of one.

The one idea: a release is for one person who looks and for minutes; it ends by the clock alone, so there is nothing to forget. A row
without an end that lies after its beginning is a refusal.
"""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded
from saiken.register.models.obligor import Obligor
from saiken.register.models.protection_request import ProtectionRequest

#: The longest that one release may run.
LONGEST = timedelta(minutes=60)


class ProtectionRelease(Recorded):
    """`released_to` may see the address from `from_at` until, not including, `until_at`; both the same = refused.

    `recorded_by` answered; `request` is what was answered, none when the person released it to himself.
    """

    append_only = True

    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="protection_releases")
    request = models.OneToOneField(ProtectionRequest, models.PROTECT, null=True, blank=True, related_name="answer")
    released_to = models.CharField(max_length=150)
    reason = models.CharField(max_length=300)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["obligor", "released_to", "-until_at"], name="protection_release_running")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(released_to="") & ~Q(recorded_by=""), name="protection_release_reasoned"
            ),
            models.CheckConstraint(
                condition=Q(until_at__gte=F("from_at")) & Q(until_at__lte=F("from_at") + LONGEST),
                name="protection_release_short",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligor_id} {self.released_to}"
