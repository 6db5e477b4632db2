"""Claims (債権の一件): one assessment, or a bulk of assessments that stands for several.

The one idea: what is written here was fixed when the claim was assessed and never changes; where it is booked now and what is owed
follow from its entries. `fiscal_year` is the revenue year (年度所属), the year in which it is 現年度分.
"""

from django.db import models
from django.db.models import F, Q

from saiken.domain.claim.legal_class import LegalClass
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office
from saiken.register.models.receivable import Receivable


class Claim(Recorded):
    """`receivable` and `office` are those at assessment. `levy_year` (相当年度) is set for a late assessment of an earlier year;
    `past_from_start` shows such a claim in the past column at once. `stands_for` is the number of claims a bulk stands for."""

    append_only = True

    receivable = models.ForeignKey(Receivable, models.PROTECT, db_index=False, related_name="claims")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="claims")
    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="claims")
    legal_class = models.CharField(max_length=20)
    assessment_number = models.CharField(max_length=40)
    fiscal_year = models.PositiveSmallIntegerField()
    instalment = models.CharField(max_length=20, blank=True, default="")
    levy_year = models.PositiveSmallIntegerField(null=True, blank=True)
    past_from_start = models.BooleanField(default=False)
    cause_on = models.DateField()
    accrued_on = models.DateField(null=True, blank=True)
    notified_on = models.DateField(null=True, blank=True)
    due_on = models.DateField()
    due_before_shift_on = models.DateField()
    statutory_due_on = models.DateField(null=True, blank=True)
    stands_for = models.PositiveIntegerField(default=1)
    stems_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="offshoots")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["receivable", "fiscal_year", "assessment_number", "instalment"], name="claim_key"
            ),
            one_of("claim_legal_class", "legal_class", values=choices(LegalClass)),
            models.CheckConstraint(condition=~Q(assessment_number=""), name="claim_numbered"),
            models.CheckConstraint(condition=Q(stands_for__gte=1), name="claim_stands_for"),
            models.CheckConstraint(condition=Q(due_on__gte=F("due_before_shift_on")), name="claim_due_shift"),
            models.CheckConstraint(
                condition=Q(levy_year__isnull=True) | Q(levy_year__lt=F("fiscal_year")), name="claim_levy_year"
            ),
            models.CheckConstraint(
                condition=Q(past_from_start=False) | Q(levy_year__isnull=False), name="claim_past_is_late"
            ),
            models.CheckConstraint(
                condition=Q(stems_from__isnull=True) | ~Q(stems_from=F("id")), name="claim_not_own_offshoot"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.assessment_number} {self.instalment}".strip()
