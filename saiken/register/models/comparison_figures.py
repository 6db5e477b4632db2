"""Table 6: how the city compares with the other designated cities.

The one idea: the own rates are computed; rank and averages come from outside and are typed with their source, or the reason why not.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded
from saiken.register.models.sheet_definition import SheetDefinition


class ComparisonFigures(Recorded):
    """Averages are texts as printed ("96.4%"), empty when not known; `fiscal_year` is the sheet's year."""

    append_only = True

    sheet = models.ForeignKey(SheetDefinition, models.PROTECT, db_index=False, related_name="comparisons")
    fiscal_year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    past_average = models.CharField(max_length=10, blank=True, default="")
    current_average = models.CharField(max_length=10, blank=True, default="")
    total_average = models.CharField(max_length=10, blank=True, default="")
    reason = models.CharField(max_length=1000, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "fiscal_year", "version"], name="comparison_version_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="comparison_version_counts"),
            models.CheckConstraint(condition=Q(rank__isnull=True) | Q(rank__gte=1), name="comparison_rank"),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.rank}"
