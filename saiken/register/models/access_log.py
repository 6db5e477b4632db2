"""Who looked at which persons, and what for (閲覧記録).

The one idea: reading persons is an act as well; every query that shows them leaves a row. It holds texts, never foreign keys.
"""

from django.db import models
from django.db.models import Q


class AccessLog(models.Model):
    """One read of one subject (a claim, a list)."""

    append_only = True

    at = models.DateTimeField(db_index=True)
    by = models.CharField(max_length=150)
    what = models.CharField(max_length=60)
    subject = models.CharField(max_length=300)
    purpose = models.CharField(max_length=200, blank=True, default="")
    terminal = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["by", "-id"], name="access_of_person")]
        constraints = [models.CheckConstraint(condition=~Q(by="") & ~Q(what=""), name="access_by_somebody")]

    def __str__(self) -> str:
        return f"{self.what} {self.subject}"
