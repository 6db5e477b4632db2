"""Ends a rule of hand-over; what it has proposed stays.

The one idea: a rule ends by its last day and is never deleted, since hand-overs name it.
"""

from datetime import date, timedelta

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.models import HandOverRule


@action
def end_hand_over_rule(*, rule_id: int, offices: frozenset[int], by: str, on: date) -> Done[None]:
    """`on` is the first day on which it does not hold any more; one made on that day held for a day."""
    rule = found(HandOverRule, rule_id, called="引継ぎの定め")
    if offices.isdisjoint({rule.from_office_id, rule.to_office_id}):
        raise Refused("引継ぎの定めを終えることができるのは、引き継ぐ所属か受ける所属です")
    if rule.until_on is not None:
        raise Refused("この定めはすでに終わっています")
    rule.until_on = max(on, rule.from_on + timedelta(days=1))
    rule.save(update_fields=["until_on"])
    return Done(None, f"引継ぎの定め {rule_id}", {"until": rule.until_on})
