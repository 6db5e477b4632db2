"""Everything that runs about a person on a day, from every part of the register that keeps running things.

The one idea: each part gives a function from persons, scope and day to its lines, and is named once in RUNNING; the page asks all of them,
and beside them what lasts of the case events of their claims.
A function keeps to the scope and asks with few statements, whatever the number of claims.
"""

from collections.abc import Sequence
from datetime import date

from saiken.register.queries.person_plans import running_inquiries, running_plans, running_properties
from saiken.register.queries.running_events import running_events
from saiken.register.queries.running_hand_overs import running_hand_overs
from saiken.register.queries.running_item import Finder, RunningItem
from saiken.register.queries.running_proposals import running_proposals
from saiken.register.queries.scope import Scope

__all__ = ["RUNNING", "RunningItem", "running_of"]

#: Who is asked; a part of the register adds its function here.
RUNNING: list[Finder] = [
    running_plans,
    running_inquiries,
    running_properties,
    running_proposals,
    running_hand_overs,
]


def running_of(
    obligor_ids: tuple[int, ...], scope: Scope, *, on: date, claim_ids: Sequence[int] | None = None
) -> tuple[RunningItem, ...]:
    """What runs about the persons, the nearest day first; `claim_ids` are their claims in the scope where these are known."""
    found = running_events(obligor_ids, scope, on=on, claim_ids=claim_ids)
    found += [item for find in RUNNING for item in find(obligor_ids, scope, on=on)]
    return tuple(sorted(found, key=lambda item: item.order))
