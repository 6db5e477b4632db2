"""One row of a list as a span of days, and the facts of a claim that the rules look at.

The one idea: a rule says from which day on and until which day a claim belongs to a list, whatever day it is asked on; so a row is right
every morning without being written again. What takes it out for a time moves the day on which it shows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind, Outcome
from saiken.domain.dates.period import last_day_of_months
from saiken.domain.rules.prescription.delivery import is_cancelled
from saiken.domain.worklists.catalogue import ListSettings

#: Later than every row: until further notice.
FAR = date(2200, 1, 1)

#: The states of a claim through time: each from a day on.
Steps = Sequence[tuple[date, str]]


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule finds: since when the claim belongs there, the day that counts, why (ISO days in the text), until when."""

    since_on: date
    due_on: date
    why: str
    until_on: date = FAR


@dataclass(frozen=True, slots=True)
class Item:
    """A row: it belongs to the list from `since_on` until before `until_on` and shows from `from_on`; between the two it is held back."""

    list_id: str
    since_on: date
    from_on: date
    until_on: date
    due_on: date
    yen: int
    held: str
    why: str


@dataclass(frozen=True)
class ClaimFacts:
    """One claim with a balance: its case, how it stands, its steps of states (day, state id), the settings.

    `known` are the steps as they were known at the end of each day on which others were recorded, the earliest first, today's last.

    `planned_on` is the day of the last plan of instalments over it, `inquired` when inquiries about the person's property are kept one by
    one: then the rows of the person tell what the events alone would guess.
    """

    case: Case
    on: date
    state_id: str
    completes_on: date | None
    extinct_on: date | None
    balance_yen: int
    fiscal_year: int
    instalment: str
    demand_days: int
    steps: Steps
    settings: ListSettings
    known: Sequence[tuple[date, Steps]] = ()
    needs_check: str = ""
    planned_on: date | None = None
    inquired: bool = False

    @cached_property
    def by_kind(self) -> Mapping[EventKind, Sequence[CaseEvent]]:
        """The events that had happened by the day and were not cancelled as illegal (a demand: at all), by kind, in order."""
        found: dict[EventKind, list[CaseEvent]] = {}
        for event in self.case.events_until(self.on) if self.case.events else ():
            demanded_in_error = event.kind is EventKind.FORMAL_DEMAND and is_cancelled(event, self.on)
            if event.outcome is not Outcome.CANCELLED_AS_ILLEGAL and not demanded_in_error:
                found.setdefault(event.kind, []).append(event)
        return found

    def latest(self, *kinds: EventKind) -> CaseEvent | None:
        """The latest event of some kinds."""
        found = [self.by_kind[kind][-1] for kind in kinds if kind in self.by_kind]
        return max(found, key=lambda event: event.on) if found else None

    def after(self, day: date, *kinds: EventKind) -> bool:
        """Whether something of these kinds happened on the day or later."""
        last = self.latest(*kinds)
        return last is not None and last.on >= day

    def open(self, *kinds: EventKind) -> CaseEvent | None:
        """The latest event of some kinds that has no outcome and has not run out by the day."""
        found = [
            event
            for kind in kinds
            for event in self.by_kind.get(kind, ())
            if event.outcome is None and (event.until is None or event.until >= self.on)
        ]
        return max(found, key=lambda event: event.on) if found else None


def after_months(day: date, months: int) -> date:
    """The corresponding day so many months later; the day after the month's end where it has none."""
    return last_day_of_months(day, months) + timedelta(days=1)


def before_months(day: date, months: int) -> date:
    """So many months before a day."""
    return after_months(day, -months)


def day_text(day: date) -> str:
    """A day in a reason, as the screens' filter for sentences reads it."""
    return f" {day.isoformat()} "
