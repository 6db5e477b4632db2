"""Hand-overs of persons that are not over, for what runs on a person's page.

The one idea: both sides see one, and whoever sees either office; an office beside them learns nothing of it.
"""

from datetime import date

from saiken.domain.claim.hand_over import HELD
from saiken.register.queries.hand_overs import running_hand_overs_of
from saiken.register.queries.running_item import RunningItem
from saiken.register.queries.scope import Scope


def running_hand_overs(obligor_ids: tuple[int, ...], scope: Scope, *, on: date) -> list[RunningItem]:
    """Drafts, proposals and accepted hand-overs, each with its offices."""
    return [
        RunningItem(
            kind=row.step,
            label=f"{row.hand_over.number} {row.from_office.name}→{row.to_office.name} 債権{row.claims}件",
            since_on=row.since_on,
            next_on=None if row.step in HELD else on,
            address=f"/hand-overs/{row.hand_over_id}/",
        )
        for row in running_hand_overs_of(obligor_ids)
        if scope.sees(row.from_office_id, row.to_office_id)
    ]
