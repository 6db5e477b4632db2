"""Goals of a sheet for a fiscal year: first, revised and effort, each with its versions.

The one idea: a goal is what people typed into the coloured cells, in thousand yen, with who, when and why; a change is a new version.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded, one_of
from saiken.register.models.sheet_definition import SheetDefinition

#: The coloured cells of a goal row over all editions; an edition asks for the reduction or for the assessment.
GOAL_COLUMNS = (
    "past_reduction",
    "past_assessed",
    "past_received",
    "past_written_off",
    "current_assessed",
    "current_received",
    "current_written_off",
)


class GoalVersion(Recorded):
    """`fiscal_year` is the year aimed at. `carried_in_outside` is ア where it comes from a paper that this register does not hold."""

    append_only = True

    sheet = models.ForeignKey(SheetDefinition, models.PROTECT, db_index=False, related_name="goals")
    fiscal_year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    version = models.PositiveSmallIntegerField()
    set_on = models.DateField()
    reason = models.CharField(max_length=500, blank=True, default="")
    past_reduction = models.BigIntegerField(null=True, blank=True)
    past_assessed = models.BigIntegerField(null=True, blank=True)
    past_received = models.BigIntegerField(default=0)
    past_written_off = models.BigIntegerField(default=0)
    current_assessed = models.BigIntegerField(default=0)
    current_received = models.BigIntegerField(default=0)
    current_written_off = models.BigIntegerField(default=0)
    carried_in_outside = models.BigIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "fiscal_year", "kind", "version"], name="goal_version_once"),
            one_of("goal_kind", "kind", values=["first_goal", "revised_goal", "effort_goal"]),
            models.CheckConstraint(condition=Q(version__gte=1), name="goal_version_counts"),
            models.CheckConstraint(
                condition=Q(past_reduction__isnull=True, past_assessed__isnull=False)
                | Q(past_reduction__isnull=False, past_assessed__isnull=True),
                name="goal_reduction_or_assessed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.kind} {self.version}"
