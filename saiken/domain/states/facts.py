"""What was done about one person up to a day, by kind, and what of it is still in force.

The one idea: events are sorted and grouped once; a condition then asks for the latest of a kind or for what runs on the day. An event runs
from its day to its last day; one that was cancelled as illegal never was. Which state follows is not decided here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.party import Party

#: Earlier than every event: the day of what never happened.
NEVER = date.min


def last_day(event: CaseEvent) -> date | None:
    """The last day an event lasted or is to last; an outcome without a day ends it on its own day; None: until further notice."""
    if event.until is None and event.outcome is not None:
        return event.on
    return event.until


def is_over(event: CaseEvent, on: date) -> bool:
    """Whether an event has ended before a day."""
    last = last_day(event)
    return last is not None and last < on


def is_void(event: CaseEvent, on: date) -> bool:
    """Whether an event was cancelled as illegal, as far as is known on a day."""
    return event.outcome is Outcome.CANCELLED_AS_ILLEGAL and (event.until is None or event.until < on)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """The events about one person up to `on`, in order of their days, by kind."""

    party: Party
    on: date
    by_kind: Mapping[EventKind, Sequence[CaseEvent]]

    def latest(self, *kinds: EventKind) -> CaseEvent | None:
        """The latest event of some kinds, over or not."""
        found = [self.by_kind[kind][-1] for kind in kinds if kind in self.by_kind]
        return max(found, key=_position) if found else None

    def latest_day(self, *kinds: EventKind) -> date:
        """The day of the latest event of some kinds; NEVER when there is none."""
        return max((self.by_kind[kind][-1].on for kind in kinds if kind in self.by_kind), default=NEVER)

    def running(self, *kinds: EventKind) -> CaseEvent | None:
        """The latest event of some kinds that is in force on the day."""
        found = [event for kind in kinds for event in self.by_kind.get(kind, ()) if not is_over(event, self.on)]
        return max(found, key=_position) if found else None

    def demand_sent(self) -> CaseEvent | None:
        """The first formal demand, whether it arrived or came back."""
        return next(iter(self.by_kind.get(EventKind.FORMAL_DEMAND, ())), None)

    def demand_delivered(self) -> tuple[CaseEvent, date] | None:
        """The formal demand that arrived first and the day it arrived; None when none has arrived."""
        arrivals = [
            (arrived_on, demand)
            for demand in self.by_kind.get(EventKind.FORMAL_DEMAND, ())
            if (arrived_on := self._arrival(demand)) is not None and arrived_on <= self.on
        ]
        if not arrivals:
            return None
        arrived_on, demand = min(arrivals, key=lambda arrival: (arrival[0], _position(arrival[1])))
        return demand, arrived_on

    def _arrival(self, demand: CaseEvent) -> date | None:
        """A document is taken as arrived unless it came back; a returned one arrives by publication."""
        if demand.delivery is not DeliveryResult.RETURNED:
            return demand.delivered_on or demand.on
        for published in self.by_kind.get(EventKind.SERVICE_BY_PUBLICATION, ()):
            numbers = {demand.document_number, published.document_number}
            if published.on >= demand.on and (len(numbers) == 1 or "" in numbers):
                return published.delivered_on or published.on
        return None


def person_facts(party: Party, events: Iterable[CaseEvent], *, on: date) -> PersonFacts:
    """Group events that had happened by a day; the answer is the same in whatever order they come."""
    by_kind: dict[EventKind, list[CaseEvent]] = {}
    for event in sorted(events, key=_position):
        if event.on <= on and not is_void(event, on):
            by_kind.setdefault(event.kind, []).append(event)
    return PersonFacts(party, on, by_kind)


def _position(event: CaseEvent) -> tuple[object, ...]:
    """A total order by day and then by everything that tells two events apart."""
    return (
        event.on,
        event.kind,
        event.until or date.max,
        event.delivered_on or date.max,
        event.outcome or "",
        event.delivery or "",
        event.instalment_yen or 0,
        event.reason,
        event.document_number,
        event.reference,
        event.obligors,
    )
