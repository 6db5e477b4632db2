"""Answers to the rows of sent lists; a corrected answer is a further row, the last one counts.

The one idea: an answer says what it replaces by its revision, so that two people who answer at once do not overwrite each other.
"""

from django.db import models
from django.db.models import Q

from saiken.register.models._checks import Recorded
from saiken.register.models.sent_list_row import SentListRow


class SentListAnswer(Recorded):
    """`choice` is one of the list's answers."""

    append_only = True

    row = models.ForeignKey(SentListRow, models.PROTECT, db_index=False, related_name="answers")
    revision = models.PositiveSmallIntegerField()
    choice = models.CharField(max_length=100)
    note = models.CharField(max_length=500, blank=True, default="")
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["row", "revision"], name="sent_list_answer_once"),
            models.CheckConstraint(condition=~Q(choice="") & ~Q(recorded_by=""), name="sent_list_answer_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.row_id} {self.choice}"
