"""Inquiries that have not been answered yet: what the register of outstanding requests lists, oldest first.

The one idea: a cache; the row comes with the inquiry and goes with its answer, so the list never reads what was answered long ago.
"""

from django.db import models

from saiken.register.models.investigation import Investigation
from saiken.register.models.office import Office


class AwaitedAnswer(models.Model):
    """One outstanding inquiry of an office and the day by which the answer is due."""

    append_only = False

    investigation = models.OneToOneField(Investigation, models.PROTECT, primary_key=True, related_name="awaited")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="awaited_answers")
    answer_due_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["office", "answer_due_on", "investigation"], name="awaited_answer_due")]

    def __str__(self) -> str:
        return f"{self.investigation_id} {self.answer_due_on}"
