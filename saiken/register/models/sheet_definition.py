"""Sheets (様式) and the receivables they cover.

The one idea: a sheet is one paper for one or more receivables; its key is the bureau and the printed numbers, for a run of fiscal
years. Its figures are computed or stated elsewhere.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models.office import Office
from saiken.register.models.receivable import Receivable

#: Stands between the numbers of a sheet that covers several.
NUMBER_SEPARATOR = "・"


class SheetDefinition(models.Model):
    """One paper for a run of fiscal years; `until_fiscal_year` is the first year without it. `numbers` is empty when none is printed."""

    append_only = False

    key = models.CharField(max_length=120)
    bureau = models.ForeignKey(Office, models.PROTECT, related_name="sheets")
    section = models.ForeignKey(Office, models.PROTECT, related_name="section_sheets")
    numbers = models.CharField(max_length=60, blank=True, default="")
    name = models.CharField(max_length=200)
    from_fiscal_year = models.PositiveSmallIntegerField()
    until_fiscal_year = models.PositiveSmallIntegerField(null=True, blank=True)
    receivables = models.ManyToManyField(Receivable, through="SheetMember", related_name="sheets")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "from_fiscal_year"], name="sheet_key"),
            models.CheckConstraint(condition=~Q(key="") & ~Q(name=""), name="sheet_named"),
            models.CheckConstraint(condition=Q(numbers__regex=r"^([0-9]{3}(・[0-9]{3})*)?$"), name="sheet_numbers"),
            models.CheckConstraint(
                condition=Q(until_fiscal_year__isnull=True) | Q(until_fiscal_year__gt=F("from_fiscal_year")),
                name="sheet_validity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.numbers} {self.name}"

    @property
    def number_list(self) -> tuple[str, ...]:
        """The numbers one by one."""
        return tuple(self.numbers.split(NUMBER_SEPARATOR)) if self.numbers else ()
