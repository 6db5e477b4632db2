"""Records the state of claims (表3の区分) as the office found it.

The one idea: a new record from a day on; what was recorded before stays. Many claims of one finding are recorded together.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from saiken.domain.errors import InvalidInput
from saiken.domain.states.table import load_states
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import Stamp, take
from saiken.register.models import RecordedState

_BATCH = 5_000
_STATES = frozenset(state.id for state in load_states())


@action
def record_states(*, states: Iterable[tuple[int, str]], by: str, on: date) -> Done[int]:
    """Record (claim id, state id) pairs effective from `on`; returns how many. Raises InvalidInput for an unknown state."""
    stamp = take()
    rows = _rows(states, stamp, by=by, on=on)
    count = 0
    while batch := list(islice(rows, _BATCH)):
        RecordedState.objects.bulk_create(batch)
        count += len(batch)
    return Done(count, f"区分 {count}件", {"states": count})


def _rows(states: Iterable[tuple[int, str]], stamp: Stamp, *, by: str, on: date) -> Iterator[RecordedState]:
    for claim_id, state_id in states:
        if state_id not in _STATES:
            raise InvalidInput("区分がありません", place=f"債権 {claim_id}", found=state_id, expected="S01～S16")
        yield RecordedState(
            claim_id=claim_id, state_id=state_id, effective_on=on, recorded_at=stamp.recorded_at, recorded_by=by
        )
