"""What an officer asks when a protected person's address is needed for the work.

The one idea: a request is a row that nobody changes; it is answered by a release, or by a refusal, which are rows of their own.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded
from saiken.register.models.obligor import Obligor


class ProtectionRequest(Recorded):
    """`recorded_by` asks to see the obligor's address, for `reason`."""

    append_only = True

    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="protection_requests")
    reason = models.CharField(max_length=300)

    class Meta:
        indexes = [models.Index(fields=["recorded_by", "-id"], name="protection_request_of_person")]
        constraints = [
            models.CheckConstraint(condition=~Q(reason="") & ~Q(recorded_by=""), name="protection_request_reasoned")
        ]

    def __str__(self) -> str:
        return f"{self.obligor_id} {self.recorded_by}"
