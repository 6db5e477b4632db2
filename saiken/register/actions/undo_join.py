"""Parts two rows that were joined by mistake.

The one idea: a row that undoes the joining; since nothing was moved, both are again what they were.
"""

from datetime import date

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._joins import follow_joins
from saiken.register.actions._reasons import reasoned
from saiken.register.models import ObligorJoin


@action
def undo_join(*, join_id: int, reason: str, by: str, on: date) -> Done[int]:
    """Returns the id of the row that undoes it."""
    join = found(ObligorJoin, join_id, called="名寄せ")
    why = reasoned(reason, place=f"債務者 {join.kept_id}")
    if join.undoes_id is not None or ObligorJoin.objects.filter(undoes=join).exists():
        raise Refused("この名寄せはすでに解かれています")
    stamp = take()
    row = ObligorJoin.objects.create(
        kept_id=join.kept_id,
        joined_id=join.joined_id,
        reason=why,
        undoes=join,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    follow_joins()
    return Done(row.pk, f"債務者 {join.kept_id}", {"kept": join.kept_id, "joined": join.joined_id, "reason": why})
