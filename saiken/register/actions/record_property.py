"""Records property of a person that came to light without an inquiry (現地調査、登記、本人の申出).

The one idea: the same row as property found by an answer, with an act of its own so that the history shows who learnt of it.
"""

from datetime import date

from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._properties import NewProperty, Place, write_properties
from saiken.register.actions._strokes import Stroke, demand_claims, earlier_act, handling_office, write_act
from saiken.register.models import Property
from saiken.register.queries.scope import Scope

__all__ = ["NewProperty", "record_property"]

#: The kind of the act.
FINDING = "property_found"


@action
def record_property(
    *,
    obligor_id: int,
    claim_ids: tuple[int, ...],
    found: NewProperty,
    submission: str,
    scope: Scope,
    by: str,
    on: date,
) -> Done[int]:
    """Record it; returns its id. `on` is the day it was found."""
    if earlier_act(submission) is not None:
        latest = Property.objects.filter(obligor_id=obligor_id).order_by("-pk").values_list("pk", flat=True)[:1]
        return Done(latest[0], f"財産 債務者 {obligor_id}", {"again": submission})
    demand_claims(obligor_id, claim_ids, scope=scope)
    stamp = take()
    place = Place(obligor_id, handling_office(claim_ids[0]))
    (property_id,) = write_properties([found], place, stamp=stamp, by=by, on=on)
    stroke = Stroke(FINDING, obligor_id, claim_ids, submission, form={"property": property_id}, note=found.note)
    write_act(stroke, stamp=stamp, by=by, on=on)
    return Done(property_id, f"財産 {property_id} 債務者 {obligor_id}", {"kind": found.kind})
