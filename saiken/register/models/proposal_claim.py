"""Which claims a proposal is about, and whose act each belongs to.

The one idea: the way from a claim or a person to what waits for approval about them; the acts themselves are in the proposal.
"""

from django.db import models

from saiken.register.models.claim import Claim
from saiken.register.models.obligor import Obligor
from saiken.register.models.proposal import Proposal


class ProposalClaim(models.Model):
    """`obligor` is the person on whom the act is done."""

    append_only = True

    proposal = models.ForeignKey(Proposal, models.PROTECT, db_index=False, related_name="claims")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="proposals")
    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="proposals")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["proposal", "claim"], name="proposal_claim_once")]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.claim_id}"
