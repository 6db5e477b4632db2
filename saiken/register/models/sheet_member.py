"""Which receivable stands on which sheet.

The one idea: a receivable is on one sheet in one year; that sheets of one year do not share one is checked by the action and by
`saiken verify`.
"""

from django.db import models

from saiken.register.models.receivable import Receivable
from saiken.register.models.sheet_definition import SheetDefinition


class SheetMember(models.Model):
    """One receivable on one sheet."""

    append_only = False

    sheet = models.ForeignKey(SheetDefinition, models.PROTECT, related_name="members")
    receivable = models.ForeignKey(Receivable, models.PROTECT, related_name="memberships")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "receivable"], name="sheet_member_once")]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.receivable_id}"
