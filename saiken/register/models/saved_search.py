"""Saved searches (保存した抽出条件): a list is a saved condition the office makes.

The one idea: the conditions as the address of the list holds them, under a name, kept by a person or shared by an office. It finds nothing
itself.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded
from saiken.register.models.office import Office


class SavedSearch(Recorded):
    """`list_id` is a worklist's, or `extract`; `office` shares it with everybody there, null keeps it to whoever recorded it."""

    append_only = False

    name = models.CharField(max_length=80)
    list_id = models.CharField(max_length=40)
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="saved_searches")
    conditions = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["recorded_by", "id"], name="saved_search_of_person")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(list_id="") & ~Q(recorded_by=""), name="saved_search_named"
            ),
            models.UniqueConstraint(fields=["recorded_by", "name"], name="saved_search_once"),
        ]

    def __str__(self) -> str:
        return self.name
