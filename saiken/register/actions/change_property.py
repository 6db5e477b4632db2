"""Records what became of a property: seized, released, sold, worthless.

The one idea: it ties the property to the act that did it; the seizure itself, with its claims and its effect on prescription, is that
act's.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.asset import PropertyTurn
from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._properties import write_change
from saiken.register.models import Act
from saiken.register.queries.answering import claims_answered_for, kept_of, numbers_of
from saiken.register.queries.scope import Scope


@dataclass(frozen=True)
class Change:
    """What became of it; `act_id` is the act that did it, where there was one."""

    turn: PropertyTurn
    act_id: int | None = None
    note: str = ""


@action
def change_property(*, property_id: int, change: Change, scope: Scope, by: str, on: date) -> Done[int]:
    """Record it; returns the property's id."""
    act = found(Act, change.act_id, called="処理") if change.act_id is not None else None
    row = write_change(property_id, change.turn, act=act, stamp=take(), by=by, on=on, note=change.note)
    if not claims_answered_for(numbers_of(kept_of(row.obligor_id)), scope).exists():
        raise Refused("所属の異なる債権については、処理を記録できません")
    if act is not None and act.obligor_id != row.obligor_id:
        raise Refused("別の債務者についての処理です")
    return Done(property_id, f"財産 {property_id} 債務者 {row.obligor_id}", {"turn": change.turn})
