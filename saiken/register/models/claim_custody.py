"""Which office handles a claim now when it is not the one that it is booked at (引継ぎ): a cache of the accepted hand-overs.

The one idea: a claim handed over stays on the books of its section; work, lists and the right to see it follow this row. Only the actions
of hand-over write it.
"""

from django.db import models

from saiken.register.models.claim import Claim
from saiken.register.models.office import Office


class ClaimCustody(models.Model):
    """No row: the office at which the claim is booked handles it."""

    append_only = False

    claim = models.OneToOneField(Claim, models.PROTECT, primary_key=True, related_name="custody")
    office = models.ForeignKey(Office, models.PROTECT, related_name="custodies")
    from_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.claim_id} {self.office_id}"
