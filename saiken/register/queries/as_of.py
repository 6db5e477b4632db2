"""As of which effective day and which recorded moment a question is asked.

The one idea: every answer depends on two clocks, and a freeze names both, so the same report can be made again years later. Entries are
cut at a sequence number, everything else at the moment that belongs to it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.db.models import Model, QuerySet

from saiken.register.models import Entry, LedgerClock

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class AsOf:
    """Facts effective to `effective_on` (None: whatever their day), recorded up to `sequence` and `recorded_at` (None: all).

    Given one of the last two, the other follows from it; a freeze holds both.
    """

    effective_on: date | None = None
    sequence: int | None = None
    recorded_at: datetime | None = None

    def entries(self) -> QuerySet[Entry]:
        """The entries that count."""
        rows = Entry.objects.all()
        if self.effective_on is not None:
            rows = rows.filter(effective_on__lte=self.effective_on)
        last = self.last_sequence()
        return rows if last is None else rows.filter(sequence__lte=last)

    def last_sequence(self) -> int | None:
        """The last sequence number that counts; None when all do."""
        if self.sequence is not None or self.recorded_at is None:
            return self.sequence
        earlier = Entry.objects.filter(recorded_at__lte=self.recorded_at).order_by("-sequence")
        return earlier.values_list("sequence", flat=True).first() or 0

    def last_moment(self) -> datetime | None:
        """The last recorded moment that counts; None when all do."""
        if self.recorded_at is not None or self.sequence is None:
            return self.recorded_at
        following = Entry.objects.filter(sequence=self.sequence + 1).values_list("recorded_at", flat=True).first()
        return None if following is None else following - timedelta(microseconds=1)

    def recorded(self, rows: QuerySet[M]) -> QuerySet[M]:
        """Those of other recorded rows (goals, states, statements) that count."""
        moment = self.last_moment()
        return rows if moment is None else rows.filter(recorded_at__lte=moment)


#: Everything recorded so far, whatever its day.
NOW = AsOf()


def freeze(effective_on: date | None = None) -> AsOf:
    """This very moment, to be asked about again: nothing that commits later can slip under it."""
    clock = LedgerClock.objects.get()
    return AsOf(effective_on=effective_on, sequence=clock.last_sequence, recorded_at=clock.last_recorded_at)
