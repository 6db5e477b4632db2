"""The claims of a campaign, as they were when it was made.

The one idea: who belongs to the group does not change with what happens to it, or the campaign would grade itself.
"""

from django.db import models

from saiken.register.models.campaign import Campaign
from saiken.register.models.claim import Claim
from saiken.register.models.office import Office


class CampaignMember(models.Model):
    """`office` handled the claim then, and `balance_yen` was owed."""

    append_only = True

    campaign = models.ForeignKey(Campaign, models.PROTECT, db_index=False, related_name="members")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="campaigns")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="campaign_members")
    balance_yen = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "claim"], name="campaign_member_once")]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.claim_id}"
