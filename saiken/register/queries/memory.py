"""Remembers answers that follow from the register alone, until the register moves.

The one idea: an answer is kept under the database it came from and everything that moves with a write: the clock's moment, its number, and
the last entry's own number, so neither an equal moment nor an entry past the clock finds an old answer. Inside a transaction nothing is
kept, for what it saw may be rolled back. It does not know what the answers mean.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.db import connection
from django.db.models import Max

from saiken.register.models import Entry, LedgerClock

T = TypeVar("T")
P = ParamSpec("P")


def remembered(answers: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep the last `answers` answers of a function whose arguments are hashable and which reads the default database."""

    def remember(compute: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize=answers)
        def kept(_position: tuple[object, ...], *arguments: P.args, **named: P.kwargs) -> T:
            return compute(*arguments, **named)

        @wraps(compute)
        def answer(*arguments: P.args, **named: P.kwargs) -> T:
            if connection.in_atomic_block:
                return compute(*arguments, **named)
            return kept(_position(), *arguments, **named)  # type: ignore[arg-type]  # hashable, as asked for

        return answer

    return remember


def _position() -> tuple[object, ...]:
    """Which database, and how far it has been written."""
    where = connection.settings_dict
    clock = LedgerClock.objects.values_list("last_sequence", "last_recorded_at").get()
    last = Entry.objects.aggregate(last=Max("sequence"))["last"]
    return (connection.vendor, str(where["NAME"]), str(where["HOST"]), str(where["PORT"]), *clock, last)
