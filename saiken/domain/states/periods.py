"""Where prescription stands against a person, as the classification asks for it.

The one idea: the rule of prescription is asked once per person; nothing of it is repeated here.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case import Case
from saiken.law.lawbook import LawBook


@dataclass(frozen=True, slots=True)
class Period:
    """The days of one person's prescription that decide a state."""

    completes_on: date | None
    complete: bool
    extinct_on: date | None
    next_change_on: date | None


def period_of(case: Case, on: date, *, lawbook: LawBook, party: str) -> Period:
    """Where prescription stands; nothing is known of it yet."""
    return Period(None, False, None, None)
