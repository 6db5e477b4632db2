"""Inquiries about property (財産調査の照会): one row for each institution that was asked.

The one idea: one act may ask several at once; what each answered is its own row. A telephone call to a bank is no inquiry.
"""

from django.db import models
from django.db.models import F, Q

from saiken.domain.claim.asset import PropertyKind
from saiken.register.models._checks import Recorded, choices, one_of
from saiken.register.models.act import Act
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office


class Investigation(Recorded):
    """`legal_ground` is the article that lets the office ask, as `law` cites it; empty when the person consented."""

    append_only = True

    act = models.ForeignKey(Act, models.PROTECT, related_name="investigations")
    obligor = models.ForeignKey(Obligor, models.PROTECT, db_index=False, related_name="investigations")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="investigations")
    kind = models.CharField(max_length=30)
    institution = models.CharField(max_length=120)
    asked_on = models.DateField()
    answer_due_on = models.DateField()
    document_number = models.CharField(max_length=40, blank=True, default="")
    legal_ground = models.CharField(max_length=60, blank=True, default="")
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["obligor", "-id"], name="investigation_of_obligor"),
            models.Index(fields=["office", "-id"], name="investigation_of_office"),
        ]
        constraints = [
            one_of("investigation_kind", "kind", values=choices(PropertyKind)),
            models.CheckConstraint(condition=~Q(institution=""), name="investigation_asks_somebody"),
            models.CheckConstraint(condition=Q(answer_due_on__gte=F("asked_on")), name="investigation_due_later"),
            models.CheckConstraint(condition=~Q(recorded_by=""), name="investigation_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.asked_on} {self.kind} {self.institution}"
