"""Typed or imported figures of the receivables of a sheet that are kept as figures only.

The one idea: the same columns the ledger would give, in thousand yen, with their source; they stand beside the ledger's and are marked
as not opening down to claims. `figures` is written by the action from a checked value only.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded
from saiken.register.models.sheet_definition import SheetDefinition


class FiguresVersion(Recorded):
    """`figures`: the ledger columns and `carried_in` in thousand yen, `states` per portion, `obligors` (see queries.typed_figures)."""

    append_only = True

    sheet = models.ForeignKey(SheetDefinition, models.PROTECT, db_index=False, related_name="typed_figures")
    fiscal_year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500, blank=True, default="")
    source = models.CharField(max_length=200)
    figures = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "fiscal_year", "version"], name="figures_version_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="figures_version_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.version}"
