"""Which of a sheet's people owe which claims.

The one idea: the number of distinct obligors of the open claims is printed, so everybody gets one claim and the rest are dealt out
unevenly, to people whose claims are in the same state: who is bankrupt is so in all he owes. Where a paper prints more obligors than
claims there cannot be so many. Names are made in `people`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from saiken.register.samples.plan.draft import Draft
from saiken.register.samples.plan.model import IN_BULK

#: Share of obligors to claims where the paper lost the figure, in per cent.
_USUAL_PERCENT = 60


@dataclass(frozen=True, slots=True)
class Owed:
    """The obligor of every draft, by position, and how many there are (all, and those who still owe at the end)."""

    obligor_of: list[int]
    obligors: int
    open_obligors: int


def deal_obligors(rng: Random, drafts: Sequence[Draft], *, printed: int | None) -> Owed:
    """Obligors for all drafts; the open ones name exactly `printed` people where there are claims enough."""
    open_claims = [position for position, draft in enumerate(drafts) if draft.state_id]
    wanted = len(open_claims) * _USUAL_PERCENT // 100 if printed is None else printed
    still_owing = min(max(wanted, 1 if open_claims else 0), len(open_claims))
    obligor_of = [IN_BULK] * len(drafts)
    rng.shuffle(open_claims)
    of_state: dict[str, list[int]] = {}
    for order, position in enumerate(open_claims[:still_owing]):
        obligor_of[position] = order
        of_state.setdefault(drafts[position].state_id, []).append(order)
    for position in open_claims[still_owing:]:
        alike = of_state.get(drafts[position].state_id) or range(still_owing)
        obligor_of[position] = alike[int(len(alike) * rng.random() ** 2)]
    people = still_owing
    for position, draft in enumerate(drafts):
        if not draft.state_id and not draft.in_bulk:
            known = rng.random() < 0.5 and people > 0
            obligor_of[position] = rng.randrange(people) if known else people
            people += not known
    return Owed(obligor_of, people, still_owing)
