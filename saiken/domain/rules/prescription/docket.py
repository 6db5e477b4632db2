"""What a rule of prescription may look at: the clock's other inputs, the party's events known on the day, and what it answers.

The one idea: a rule changes the clock and says in one finding what it did and where that stands; everything it needs beyond its own event
is here. It decides nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.rules.prescription.answer import Effect
from saiken.domain.rules.prescription.clock import Clock
from saiken.domain.rules.prescription.law import PrescriptionLaw
from saiken.law.citation import Citation


class Finding(NamedTuple):
    """What an event did: the effect, the reason's name, its articles, and the day the sentence speaks of."""

    effect: Effect
    reason: str
    citations: tuple[Citation, ...]
    until: date | None = None


@dataclass(slots=True)
class Docket:
    """One party's events known on a day, the law and the running clock.

    `accessory` says that the party answers only as long as the principal does;
    `assumed` collects the names of what was taken as given.
    """

    case: Case
    law: PrescriptionLaw
    on: date
    events: tuple[CaseEvent, ...]
    clock: Clock
    accessory: bool = False
    first_demand: CaseEvent | None = None
    assumed: dict[str, None] = field(default_factory=dict)

    def assume(self, name: str) -> None:
        """Note an assumption once."""
        self.assumed[name] = None

    def after(self, kind: EventKind, *, since: date) -> Iterator[CaseEvent]:
        """The known events of a kind from a day on, in order."""
        found = [event for event in self.events if event.kind is kind and event.on >= since]
        yield from sorted(found, key=sort_key)

    def ended_on(self, event: CaseEvent) -> date | None:
        """The last day of a lasting event that is over on the day asked about; an outcome without a day ends it on its own day."""
        if event.until is not None:
            return event.until if event.until <= self.on else None
        if event.outcome is None:
            return None
        self.assume("end_day")
        return event.on


class Act(NamedTuple):
    """One event at the day on which it acts, with the rule that says how; `own` is false for what another party's event brings."""

    day: date
    event: CaseEvent
    own: bool
    rule: "Rule"


Rule = Callable[[Act, Docket], Finding]


def sort_key(event: CaseEvent) -> tuple[Any, ...]:
    """An order of events that depends on nothing but what they say."""
    unknown = date.min
    days = (event.on, event.delivered_on or unknown, event.until or unknown, event.applied_on or unknown)
    words = (event.kind, event.outcome or "", event.delivery or "", event.document_number, event.reason)
    return (*days, event.designated_on or unknown, *words, event.reference, event.obligors)
