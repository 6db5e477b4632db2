"""Ends a halt of measures before or without its last day.

The one idea: the end is a row of its own that names the halt; the halt's row stays as it was ordered.
"""

from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.models import Halt


@action
def end_halt(*, halt_id: int, reason: str, offices: frozenset[int] | None, by: str, on: date) -> Done[int]:
    """`on` is its last day; returns the id of the ending row."""
    halt = found(Halt, halt_id, called="処理の停止")
    if offices is not None and halt.office_id not in offices:
        raise Refused("終えることができるのは、自分の所属の処理の停止です")
    if halt.ends_id is not None or Halt.objects.filter(ends=halt).exists():
        raise Refused("この停止はすでに終わっています")
    if not reason.strip():
        raise InvalidInput("終える理由がありません", place="reason")
    row = Halt.objects.create(
        receivable_id=halt.receivable_id,
        office_id=halt.office_id,
        measures=halt.measures,
        reason=reason.strip(),
        from_on=halt.from_on,
        until_on=on,
        ends=halt,
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    return Done(row.pk, f"処理の停止 {halt_id}", {"until": on, "reason": reason})
