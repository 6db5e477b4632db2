"""Marks on a person's file (付箋): a word that an office puts there for a time, so that everybody sees it and lists can ask for it.

The one idea: a mark is put by one row and taken away by another; kinds, words and tones are data (`domain/person/marks.toml`). A mark is no
fact of law and changes no state.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded, half_open
from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office


class Mark(Recorded):
    """Shown from `from_on` until `until_on` (the first day it is not). A row that `removes` another has its kind."""

    append_only = True

    obligor = models.ForeignKey(Obligor, models.PROTECT, db_index=False, related_name="marks")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="marks")
    kind = models.CharField(max_length=40)
    note = models.CharField(max_length=200, blank=True, default="")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    removes = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="removed_by")

    class Meta:
        indexes = [
            models.Index(fields=["obligor", "from_on"], name="mark_of_obligor"),
            models.Index(fields=["kind", "office", "obligor"], name="mark_of_kind"),
        ]
        constraints = [
            half_open("mark_validity"),
            models.CheckConstraint(condition=~Q(kind="") & ~Q(recorded_by=""), name="mark_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.obligor_id} {self.kind}"
