"""How far the register has been written: the last entry, the last state span, the last recorded moment.

The one idea: writers wait for each other, so these three are read in one statement and name one moment between two of them; whatever was
computed at one position is brought on to the next by what lies between. It computes no figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db import connection
from django.db.models import Subquery

from saiken.register.models import Entry, LedgerClock, StateSpan
from saiken.register.queries.as_of import AsOf

#: Claims that moved between two positions, by the receivable at which they have entries.
Touched = Mapping[int, frozenset[int]]

_CHUNK = 2_000


@dataclass(frozen=True)
class Position:
    """`sequence` of the last entry, `span` of the last state span, the moment of the last act."""

    sequence: int
    span: int
    recorded_at: datetime

    @property
    def as_of(self) -> AsOf:
        """Everything up to here, to be asked about again."""
        return AsOf(sequence=self.sequence, recorded_at=self.recorded_at)

    def has_come_from(self, earlier: "Position") -> bool:
        """Whether the earlier one may lie before this one."""
        return (
            earlier.sequence <= self.sequence and earlier.span <= self.span and earlier.recorded_at <= self.recorded_at
        )


def position() -> Position:
    """Where the register of this connection stands now."""
    entry = Entry.objects.order_by("-sequence").values("sequence")[:1]
    span = StateSpan.objects.order_by("-pk").values("pk")[:1]
    row = LedgerClock.objects.annotate(entry=Subquery(entry), span=Subquery(span))
    sequence, span_id, recorded_at = row.values_list("entry", "span", "last_recorded_at").get()
    return Position(sequence or 0, span_id or 0, recorded_at)


def register_key() -> tuple[str, ...]:
    """Which register this connection speaks to; tests use several in one process."""
    where = connection.settings_dict
    return (connection.vendor, str(where["NAME"]), str(where["HOST"]), str(where["PORT"]))


def mark_of(sequence: int) -> tuple[object, ...] | None:
    """What nothing changes any more about an entry, to know a register again; None where there is none."""
    return Entry.objects.filter(pk=sequence).values_list("recorded_at", "claim_id", "receivable_id", "yen").first()


def touched(since: Position, until: Position) -> Touched:
    """The claims with an entry or a state span recorded in between."""
    if (since.sequence, since.span) == (until.sequence, until.span):
        return {}
    if connection.in_atomic_block:
        return _touched(since, until)
    return _kept_touched(register_key(), since, until=until)


@lru_cache(maxsize=64)
def _kept_touched(_register: tuple[str, ...], since: Position, *, until: Position) -> Touched:
    return _touched(since, until)


def _touched(since: Position, until: Position) -> Touched:
    found: dict[int, set[int]] = {}
    entries = Entry.objects.filter(sequence__gt=since.sequence, sequence__lte=until.sequence).order_by()
    for receivable_id, claim_id in entries.values_list("receivable_id", "claim_id").distinct():
        found.setdefault(receivable_id, set()).add(claim_id)
    spans = StateSpan.objects.filter(pk__gt=since.span, pk__lte=until.span).order_by()
    moved = list(spans.values_list("claim_id", flat=True).distinct())
    for start in range(0, len(moved), _CHUNK):
        rows = Entry.objects.filter(claim_id__in=moved[start : start + _CHUNK]).order_by()
        for receivable_id, claim_id in rows.values_list("receivable_id", "claim_id").distinct():
            found.setdefault(receivable_id, set()).add(claim_id)
    return {receivable_id: frozenset(claims) for receivable_id, claims in found.items()}
