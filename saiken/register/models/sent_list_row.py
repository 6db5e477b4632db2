"""One row of a sent list: a person whom an office is asked about.

The one idea: a row goes to an office that has a file of the person, so nobody is shown to an office by being asked about.
"""

from django.db import models

from saiken.register.models.obligor import Obligor
from saiken.register.models.office import Office
from saiken.register.models.sent_list import SentList


class SentListRow(models.Model):
    """`place` is its number on the list."""

    append_only = True

    sent_list = models.ForeignKey(SentList, models.PROTECT, db_index=False, related_name="rows")
    place = models.PositiveIntegerField()
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="rows_asked")
    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="rows_asked")

    class Meta:
        indexes = [models.Index(fields=["office", "sent_list", "place"], name="sent_list_row_of_office")]
        constraints = [models.UniqueConstraint(fields=["sent_list", "place"], name="sent_list_row_once")]

    def __str__(self) -> str:
        return f"{self.sent_list_id} {self.place}"
