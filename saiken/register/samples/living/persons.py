"""Registers many persons at once.

The one idea: as `register_obligor` for one; the keys by which they are found are made for all of them together.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions._search import refresh_search
from saiken.register.actions.register_obligor import NewObligor
from saiken.register.models import Obligor


@action
def register_persons(*, obligors: Sequence[NewObligor], by: str, on: date) -> Done[tuple[int, ...]]:
    """Returns their ids in the same order."""
    rows = Obligor.objects.bulk_create(
        [Obligor(**{**asdict(obligor), "kind": obligor.kind.value}) for obligor in obligors], batch_size=500
    )
    ids = tuple(row.pk for row in rows)
    refresh_search(ids)
    return Done(ids, f"債務者 {len(ids)}人", {"obligors": list(ids[:20])})
