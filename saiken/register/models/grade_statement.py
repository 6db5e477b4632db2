"""Table 1 as people stated it: the achievement grade per portion.

The one idea: whether a goal was met follows from the numbers; B1, B2 and 「－」 are somebody's statement with a reason.
"""

from django.db import models
from django.db.models import Q

from saiken.domain.sheets.edition import PORTIONS
from saiken.domain.sheets.grade import Grade
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.sheet_definition import SheetDefinition


class GradeStatement(Recorded):
    """One grade of one portion of the sheet of `fiscal_year`."""

    append_only = True

    sheet = models.ForeignKey(SheetDefinition, models.PROTECT, db_index=False, related_name="grades")
    fiscal_year = models.PositiveSmallIntegerField()
    portion = models.CharField(max_length=10)
    version = models.PositiveSmallIntegerField()
    grade = models.CharField(max_length=2)
    reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "fiscal_year", "portion", "version"], name="grade_version_once"),
            one_of("grade_portion", "portion", values=PORTIONS),
            one_of("grade_grade", "grade", values=choices(Grade)),
            models.CheckConstraint(condition=Q(version__gte=1), name="grade_version_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.portion} {self.grade}"
