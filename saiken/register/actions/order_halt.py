"""Orders a halt of measures: what is not done for a time, where, and why.

The one idea: the reason is asked for, since every refusal, list and report names it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.models import Halt, Office, Receivable


@dataclass(frozen=True)
class NewHalt:
    """As `models.Halt`. `offices` are those of whoever orders it (None: may order for every office)."""

    reason: str
    from_on: date
    offices: frozenset[int] | None
    until_on: date | None = None
    measures: tuple[str, ...] = ()
    receivable_id: int | None = None
    office_id: int | None = None


@action
def order_halt(*, halt: NewHalt, by: str, on: date) -> Done[int]:
    """Returns the id of the halt; the same one ordered twice by somebody is one as long as it has not been ended."""
    if halt.receivable_id is not None:
        found(Receivable, halt.receivable_id, called="債権整理番号")
    if halt.office_id is not None:
        found(Office, halt.office_id, called="組織")
    if halt.offices is not None and halt.office_id not in halt.offices:
        raise Refused("停止できるのは、自分の所属の処理です")
    if not halt.reason.strip():
        raise InvalidInput("停止の理由がありません", place="reason")
    if halt.until_on is not None and halt.until_on < halt.from_on:
        raise InvalidInput("最後の日が始まりより前です", place="until_on", found=halt.until_on.isoformat())
    facts: dict[str, Any] = {
        "receivable_id": halt.receivable_id,
        "office_id": halt.office_id,
        "measures": sorted(set(halt.measures)),
        "reason": halt.reason.strip(),
        "from_on": halt.from_on,
        "until_on": halt.until_on,
    }
    same = Halt.objects.filter(**facts, ends__isnull=True, ended_by__isnull=True, recorded_by=by).first()
    if same is not None:
        return Done(same.pk, f"処理の停止 {same.pk}", {"already": True})
    row = Halt.objects.create(**facts, recorded_at=take().recorded_at, recorded_by=by)
    particulars = {"from": halt.from_on, "until": halt.until_on, "reason": row.reason, "measures": row.measures}
    return Done(row.pk, f"処理の停止 {row.pk}", particulars)
