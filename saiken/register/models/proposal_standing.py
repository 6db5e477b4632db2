"""How each proposal stands now and for whom it waits: a cache of its steps for lists.

The one idea: only the actions of approvals write it, in the transaction of the step; everything in it can be worked out from the steps.
"""

from django.db import models

from saiken.register.models._checks import choices, one_of
from saiken.register.models.office import Office
from saiken.register.models.proposal import Proposal
from saiken.register.proposal_words import ProposalState


class ProposalStanding(models.Model):
    """`level` and `place` say who decides next (empty: nobody); `levels_done` counts the levels that approved, `steps` the steps."""

    append_only = False

    proposal = models.OneToOneField(Proposal, models.PROTECT, primary_key=True, related_name="standing")
    standing = models.CharField(max_length=30)
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="proposal_standings")
    drafted_by = models.CharField(max_length=150)
    act_kind = models.CharField(max_length=60)
    level = models.CharField(max_length=30, blank=True, default="")
    place = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    levels_done = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    changed_on = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["place", "standing", "proposal"], name="proposal_waiting_place"),
            models.Index(fields=["drafted_by", "standing", "proposal"], name="proposal_of_drafter"),
            models.Index(fields=["office", "standing", "proposal"], name="proposal_of_office"),
            models.Index(fields=["standing", "level", "proposal"], name="proposal_by_level"),
        ]
        constraints = [one_of("proposal_standing_standing", "standing", values=choices(ProposalState))]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.standing}"
