"""Figures of the whole register that are kept and brought on: never computed anew because somebody wrote something.

The one idea: what was computed at one position is right for ever, and what was recorded since changes only a few of its parts; so a
question costs what was written since the last one. A start begins at what the table of kept figures holds; figures that cannot be used are
computed anew. Inside a transaction nothing is kept, for what it saw may be rolled back. It does not know what the figures mean.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.db import connection

from saiken.register.models import KeptFigures
from saiken.register.queries.kept_content import Unusable
from saiken.register.queries.position import Position, mark_of, register_key

T = TypeVar("T")


class Advance(Protocol[T]):
    """Brings figures from one position to a later one."""

    def __call__(self, figures: T, *, since: Position, until: Position) -> T:
        """The figures of `until`; the same object where nothing moved. Raises Unusable when what left is not among them."""


@dataclass(frozen=True)
class Growth(Generic[T]):
    """How some figures are computed, brought on, written into a row and read from it; `unpack` raises Unusable."""

    what: str
    compute: Callable[[Position], T]
    advance: Advance[T]
    pack: Callable[[T], bytes]
    unpack: Callable[[bytes], T]


@dataclass(frozen=True)
class _Held(Generic[T]):
    figures: T
    position: Position
    mark: tuple[object, ...] | None


class Growing(Generic[T]):
    """The last figures of each kind, at most `most` of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[tuple[object, ...], _Held[T]] = OrderedDict()
        self._turns: dict[tuple[object, ...], threading.Lock] = {}
        self._lock = threading.Lock()

    def at(self, now: Position, growth: Growth[T]) -> T:
        """The figures at a position that was just read; whoever asks for the same at the same time waits for the first."""
        key = (*register_key(), growth.what)
        with self._lock:
            turn = self._turns.setdefault(key, threading.Lock())
        with turn:
            held = self._known(key, now) or _from_table(growth, now)
            figures = _brought_on(held, growth, now=now)
            if not connection.in_atomic_block and (held is None or held.position != now):
                self._keep(key, _Held(figures, now, mark_of(now.sequence)))
            return figures

    def _known(self, key: tuple[object, ...], now: Position) -> _Held[T] | None:
        """What is held, unless it is of another register that has the same name."""
        with self._lock:
            held = self._held.get(key)
            if held is not None:
                self._held.move_to_end(key)
        if held is None or held.position == now:
            return held
        is_same = now.has_come_from(held.position) and mark_of(held.position.sequence) == held.mark
        return held if is_same else None

    def _keep(self, key: tuple[object, ...], held: _Held[T]) -> None:
        with self._lock:
            self._held[key] = held
            self._held.move_to_end(key)
            while len(self._held) > self._most:
                oldest, _ = self._held.popitem(last=False)
                self._turns.pop(oldest, None)


def _brought_on(held: _Held[T] | None, growth: Growth[T], *, now: Position) -> T:
    if held is None:
        return growth.compute(now)
    if held.position == now:
        return held.figures
    try:
        return growth.advance(held.figures, since=held.position, until=now)
    except Unusable:
        return growth.compute(now)


def _from_table(growth: Growth[T], now: Position) -> _Held[T] | None:
    row = KeptFigures.objects.filter(pk=growth.what).first()
    if row is None:
        return None
    kept = Position(row.last_sequence, row.last_span, row.last_recorded_at)
    if not now.has_come_from(kept):
        return None
    try:
        return _Held(growth.unpack(bytes(row.content)), kept, None)
    except Unusable:
        return None


def write_down(growth: Growth[T], figures: T, *, position: Position) -> None:
    """Keep the figures in the table, where the next start finds them."""
    KeptFigures.objects.update_or_create(
        what=growth.what,
        defaults={
            "last_sequence": position.sequence,
            "last_span": position.span,
            "last_recorded_at": position.recorded_at,
            "content": growth.pack(figures),
        },
    )
