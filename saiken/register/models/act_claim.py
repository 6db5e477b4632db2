"""Which claims an act concerned, and what it wrote about each.

The one idea: the way from an act to its case event or entry and back; a claim named without either was only spoken of.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models.act import Act
from saiken.register.models.case_event import CaseEvent
from saiken.register.models.claim import Claim


class ActClaim(models.Model):
    """`entry_sequence` to `last_entry_sequence` are the numbers of the ledger entries that the act wrote on the claim, if any."""

    append_only = True

    act = models.ForeignKey(Act, models.PROTECT, db_index=False, related_name="claims")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="acts")
    case_event = models.OneToOneField(CaseEvent, models.PROTECT, null=True, blank=True, related_name="act_claim")
    entry_sequence = models.BigIntegerField(null=True, blank=True)
    last_entry_sequence = models.BigIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["act", "claim"], name="act_claim_once"),
            models.UniqueConstraint(
                fields=["entry_sequence"], condition=Q(entry_sequence__isnull=False), name="act_claim_entry_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act_id} {self.claim_id}"
