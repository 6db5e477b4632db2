"""Rules by which the effect of joint property investigation and disposition is counted for a fiscal year (共同調査の効果の定め).

The one idea: one line of the year's table is one rule with its goal; set anew it is a further revision, the last one counts. What came in
follows from the ledger.
"""

from django.db import models
from django.db.models import F, Q

from saiken.domain.claim.joint_effect import JointBasis, JointStart
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.office import Office
from saiken.register.models.receivable import Receivable


class JointEffectRule(Recorded):
    """`office` leads the joint work; `place` numbers the lines of a year. Without `channels` payments by every channel count.

    A line that is no longer wanted is set anew with `is_dropped`.
    """

    append_only = True

    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="joint_effect_rules")
    fiscal_year = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField()
    revision = models.PositiveSmallIntegerField()
    condition = models.CharField(max_length=100)
    basis = models.CharField(max_length=20)
    start = models.CharField(max_length=20)
    receivable = models.ForeignKey(
        Receivable, models.PROTECT, null=True, blank=True, db_index=False, related_name="joint_effect_rules"
    )
    channels = models.JSONField(default=list)
    from_on = models.DateField()
    until_on = models.DateField()
    goal_yen = models.BigIntegerField(null=True, blank=True)
    is_dropped = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "fiscal_year", "place", "revision"], name="joint_rule_once"),
            one_of("joint_rule_basis", "basis", values=choices(JointBasis)),
            one_of("joint_rule_start", "start", values=choices(JointStart)),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")) & ~Q(condition="") & ~Q(recorded_by=""),
                name="joint_rule_whole",
            ),
            models.CheckConstraint(condition=Q(goal_yen__isnull=True) | Q(goal_yen__gte=0), name="joint_rule_goal"),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.place} {self.condition}"
