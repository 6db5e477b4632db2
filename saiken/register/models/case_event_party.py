"""Whom a case event concerns where it is not the principal obligor alone.

The one idea: prescription runs and a state holds per party, so an event names its parties. Which of them answer for the claim is said by
the claim and its further obligors.
"""

from django.db import models

from saiken.register.models.case_event import CaseEvent
from saiken.register.models.obligor import Obligor


class CaseEventParty(models.Model):
    """One obligor that one event concerns."""

    append_only = True

    event = models.ForeignKey(CaseEvent, models.PROTECT, db_index=False, related_name="party_rows")
    obligor = models.ForeignKey(Obligor, models.PROTECT, related_name="party_rows")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "obligor"], name="case_event_party_once")]

    def __str__(self) -> str:
        return f"{self.event_id} {self.obligor_id}"
