"""Everything that runs about a person on a day, from every part of the register that keeps running things.

The one idea: each part gives a function from persons, scope and day to its lines, and is named once in RUNNING with the trail without which
it finds nothing; the page asks those whose trail is there, and beside them what lasts of the case events of their claims.
A function keeps to the scope and asks with few statements, whatever the number of claims.
"""

from collections.abc import Sequence
from datetime import date

from saiken.register.models import HandOverStanding, Investigation, Plan, Property, ProposalClaim
from saiken.register.queries.person_plans import running_inquiries, running_plans, running_properties
from saiken.register.queries.running_events import running_events
from saiken.register.queries.running_hand_overs import running_hand_overs
from saiken.register.queries.running_item import Finder, RunningItem
from saiken.register.queries.running_proposals import running_proposals
from saiken.register.queries.scope import Scope
from saiken.register.queries.trails import Trail, found_trails

__all__ = ["RUNNING", "RunningItem", "running_of"]

#: Who is asked, and where the person must stand; a part of the register adds its function here.
RUNNING: list[tuple[Finder, Trail]] = [
    (running_plans, Trail(Plan, "obligor")),
    (running_inquiries, Trail(Investigation, "obligor")),
    (running_properties, Trail(Property, "obligor")),
    (running_proposals, Trail(ProposalClaim, "obligor")),
    (running_hand_overs, Trail(HandOverStanding, "obligor")),
]


def running_of(
    obligor_ids: tuple[int, ...], scope: Scope, *, on: date, claim_ids: Sequence[int] | None = None
) -> tuple[RunningItem, ...]:
    """What runs about the persons, the nearest day first; `claim_ids` are their claims in the scope where these are known."""
    found = running_events(obligor_ids, scope, on=on, claim_ids=claim_ids)
    trails = found_trails((trail for _, trail in RUNNING), numbers=obligor_ids)
    found += [item for find, trail in RUNNING if trail in trails for item in find(obligor_ids, scope, on=on)]
    return tuple(sorted(found, key=lambda item: item.order))
