"""The one row on which every write of the register waits its turn.

The one idea: the sequence and the recorded moment are taken under a lock on this row that is held to the commit, so the order of
sequence numbers is the order of commits. The trigger on entries refuses a gap even without it.
"""

from django.db import models
from django.db.models import Q


class LedgerClock(models.Model):
    """The last sequence number and the last recorded moment; exactly one row."""

    append_only = False

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    last_sequence = models.BigIntegerField(default=0)
    last_recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="ledger_clock_one_row")]

    def __str__(self) -> str:
        return str(self.last_sequence)
