"""What happened to a proposal: submitted, approved at a level, sent back, carried out.

The one idea: steps are numbered from 1 without a gap, so of two who decide at once the second finds its number taken. A step is never
changed; who stood in for whom is written with it.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.office import Office
from saiken.register.models.proposal import Proposal
from saiken.register.proposal_words import StepKind


class ProposalStep(Recorded):
    """`level` is what was decided (empty: no decision), `on_behalf_of` the absent person's user name.

    `payload_hash` is what the decider had before the eyes; `decided_on` and `decision_number` are those of a decision recorded only.
    `detail` holds the differences found, or the facts that were confirmed.
    """

    append_only = True

    proposal = models.ForeignKey(Proposal, models.PROTECT, db_index=False, related_name="steps")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=30)
    level = models.CharField(max_length=30, blank=True, default="")
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="proposal_steps")
    on = models.DateField()
    reason = models.CharField(max_length=1000, blank=True, default="")
    on_behalf_of = models.CharField(max_length=150, blank=True, default="")
    decided_on = models.DateField(null=True, blank=True)
    decision_number = models.CharField(max_length=60, blank=True, default="")
    payload_hash = models.CharField(max_length=64)
    detail = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "position"], name="proposal_step_position"),
            one_of("proposal_step_kind", "kind", values=choices(StepKind)),
            models.CheckConstraint(
                condition=~Q(kind__in=["step_sent_back", "step_voted_down", "step_lapsed"]) | ~Q(reason=""),
                name="proposal_step_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.position} {self.kind}"
