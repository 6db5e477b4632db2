"""Receivables that belong together (a late charge or an overpayment kept under its own number).

The one idea: a link is a remark for people with a meaning; which claim stems from which is stored at the claim.
"""

from django.db import models
from django.db.models import F, Q

from saiken.register.models.receivable import Receivable


class ReceivableLink(models.Model):
    """`other` is, for `one`, what `meaning` says."""

    append_only = False

    one = models.ForeignKey(Receivable, models.PROTECT, related_name="links")
    other = models.ForeignKey(Receivable, models.PROTECT, related_name="linked_from")
    meaning = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="receivable_link_once"),
            models.CheckConstraint(condition=~Q(one=F("other")), name="receivable_link_apart"),
        ]

    def __str__(self) -> str:
        return self.meaning
