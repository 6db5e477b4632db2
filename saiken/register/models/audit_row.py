"""What was done, by whom and when (監査記録).

The one idea: a row holds texts, never foreign keys, so that it outlives whatever it speaks of. Every action writes exactly one.
"""

from django.db import models
from django.db.models import Q


class AuditRow(models.Model):
    """`detail` is JSON text of the action's arguments that matter."""

    append_only = True

    at = models.DateTimeField(db_index=True)
    by = models.CharField(max_length=150)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=300)
    detail = models.TextField(blank=True, default="")
    terminal = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["by", "-id"], name="audit_of_person")]
        constraints = [models.CheckConstraint(condition=~Q(by="") & ~Q(action=""), name="audit_by_somebody")]

    def __str__(self) -> str:
        return f"{self.action} {self.subject}"
