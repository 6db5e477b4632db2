"""The second clock: sequence numbers and the recorded moment, taken under a lock held to the commit.

The one idea: whoever writes waits for the clock's one row, so the order of numbers and moments is the order of commits. SQLite locks
the whole database at BEGIN IMMEDIATE; PostgreSQL locks the row.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from saiken.register.models import LedgerClock

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True)
class Stamp:
    """The first of the numbers taken, and a moment later than every moment before."""

    first_sequence: int
    recorded_at: datetime


def wait_turn() -> None:
    """Lock the clock for this transaction before anything else, so that no two writers wait for each other."""
    LedgerClock.objects.select_for_update().get()


def take(numbers: int = 0) -> Stamp:
    """Take `numbers` sequence numbers and the moment; only inside a transaction (the lock ends with it)."""
    clock = LedgerClock.objects.select_for_update().get()
    stamp = Stamp(clock.last_sequence + 1, max(timezone.now(), clock.last_recorded_at + _TICK))
    clock.last_sequence += numbers
    clock.last_recorded_at = stamp.recorded_at
    clock.save(update_fields=["last_sequence", "last_recorded_at"])
    return stamp
