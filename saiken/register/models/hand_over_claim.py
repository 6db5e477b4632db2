"""Which claims a hand-over gives, each with what was owed and where it was booked then.

The one idea: fixed when the hand-over is proposed, so the results of a year are counted on what was given. It moves no claim.
"""

from django.db import models

from saiken.register.models.claim import Claim
from saiken.register.models.hand_over import HandOver
from saiken.register.models.receivable import Receivable


class HandOverClaim(models.Model):
    """`balance_yen` is what was owed on the day of the certificate, all components."""

    append_only = True

    hand_over = models.ForeignKey(HandOver, models.PROTECT, db_index=False, related_name="claims")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="hand_overs")
    receivable = models.ForeignKey(Receivable, models.PROTECT, db_index=False, related_name="claims_handed_over")
    balance_yen = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hand_over", "claim"], name="hand_over_claim_once")]

    def __str__(self) -> str:
        return f"{self.hand_over_id} {self.claim_id}"
