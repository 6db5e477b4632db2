"""Proposals (起案): acts written down to be approved before they are carried out.

The one idea: what is to be done is kept whole, with its hash and with the figures seen at drafting, and never changes; a corrected proposal
is a new version under the same document number. How it stands follows from its steps.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models._checks import Recorded
from saiken.register.models.office import Office


class Proposal(Recorded):
    """`payload` is the acts to be carried out, `basis` the facts seen by claim, `levels` who must approve in their order.

    `number` runs per office and fiscal year without a gap; `version` counts the drafts under one number.
    """

    append_only = True

    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="proposals")
    fiscal_year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    former = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="later")
    document_number = models.CharField(max_length=40)
    act_kind = models.CharField(max_length=60)
    title = models.CharField(max_length=120)
    reason = models.CharField(max_length=2000)
    payload = models.JSONField()
    payload_hash = models.CharField(max_length=64)
    basis = models.JSONField()
    levels = models.JSONField()
    claim_count = models.PositiveIntegerField()
    person_count = models.PositiveIntegerField()
    total_yen = models.BigIntegerField()
    drafted_on = models.DateField()
    submission = models.CharField(max_length=36, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "fiscal_year", "number", "version"], name="proposal_document_number"
            ),
            models.CheckConstraint(condition=Q(number__gte=1, version__gte=1), name="proposal_counts"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(reason=""), name="proposal_worded"),
            models.CheckConstraint(condition=Q(claim_count__gte=1, person_count__gte=1), name="proposal_of_claims"),
            models.CheckConstraint(
                condition=Q(version=1, former__isnull=True) | Q(version__gt=1, former__isnull=False),
                name="proposal_version_has_former",
            ),
            models.CheckConstraint(
                condition=Q(former__isnull=True) | ~Q(former=F("id")), name="proposal_not_own_former"
            ),
        ]

    def __str__(self) -> str:
        return self.document_number
