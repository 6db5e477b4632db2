"""Records what became of a property without an act of the catalogue: sold by a court's execution, worthless, free again.

The one idea: a seizure by own disposition is an act with its claims and its effect on prescription, and takes and frees the property
itself; here is what nothing else tells.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.asset import PropertyTurn
from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._properties import write_change
from saiken.register.models import PropertyChange
from saiken.register.queries.answering import claims_answered_for, kept_of, numbers_of
from saiken.register.queries.scope import Scope


@dataclass(frozen=True)
class Change:
    """What became of it."""

    turn: PropertyTurn
    note: str = ""


@action
def change_property(*, property_id: int, change: Change, scope: Scope, by: str, on: date) -> Done[int]:
    """Record it; returns the property's id. Raises Refused for what an act of seizure tells."""
    _demand_by_hand(property_id, change.turn)
    row = write_change(property_id, change.turn, act=None, stamp=take(), by=by, on=on, note=change.note)
    if not claims_answered_for(numbers_of(kept_of(row.obligor_id)), scope).exists():
        raise Refused("所属の異なる債権については、処理を記録できません")
    return Done(property_id, f"財産 {property_id} 債務者 {row.obligor_id}", {"turn": change.turn})


def _demand_by_hand(property_id: int, turn: PropertyTurn) -> None:
    """差押えは差押えの処理で、その解除と終了はそれぞれの処理で記録する."""
    if turn is PropertyTurn.SEIZED:
        raise Refused("差押えは、差押えの処理で記録してください")
    last = PropertyChange.objects.filter(property_id=property_id).order_by("-pk").first()
    if last is not None and last.act_id is not None and last.turn == PropertyTurn.SEIZED.value:
        raise Refused("差押え中の財産です。差押えの解除又は終了の処理で記録してください")
