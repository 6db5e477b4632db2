"""Tables 4 and 5: measures as numbered items.

The one idea: a planned item keeps its number, and what was done answers by that number. All items of one sheet and year with the same
version were stated together.
"""

from django.db import models
from django.db.models import Q

from saiken.domain.claim.legal_class import LegalClass
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.sheet_definition import SheetDefinition

MEASURE_KINDS = ("planned", "done", "issue", "improvement", "next")


class MeasureItem(Recorded):
    """One item; `legal_class` is set where a sheet of mixed class splits its text, `answers` is the planned item's number."""

    append_only = True

    sheet = models.ForeignKey(SheetDefinition, models.PROTECT, db_index=False, related_name="measures")
    fiscal_year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    portion = models.CharField(max_length=10)
    number = models.PositiveSmallIntegerField()
    legal_class = models.CharField(max_length=20, blank=True, default="")
    answers = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "fiscal_year", "version", "kind", "portion", "number"], name="measure_version_once"
            ),
            one_of("measure_kind", "kind", values=MEASURE_KINDS),
            one_of("measure_portion", "portion", values=("past", "current")),
            one_of("measure_class", "legal_class", values=["", *choices(LegalClass)]),
            models.CheckConstraint(condition=Q(version__gte=1, number__gte=1), name="measure_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
