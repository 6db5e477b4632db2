"""What was done about one person up to a day, by kind, and what of it is still in force.

The one idea: events are sorted and grouped once; a condition then asks for the latest of a kind or for what runs on the day. An event runs
from its day to its last day; one that was cancelled as illegal never was. Which state follows is not decided here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.party import Party
from saiken.domain.rules.prescription.clock import Clock
from saiken.domain.rules.prescription.delivery import arrived_on, is_cancelled
from saiken.domain.rules.prescription.docket import Docket
from saiken.domain.rules.prescription.law import PrescriptionLaw
from saiken.law.lawbook import LawBook

#: Earlier than every event: the day of what never happened.
NEVER = date.min

#: What is recorded of a document that simply arrived.
_ARRIVED = (None, DeliveryResult.DELIVERED)


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
    """Whether an event was cancelled as illegal, or a formal demand in error, as far as is known on a day."""
    if event.kind is EventKind.FORMAL_DEMAND:
        return is_cancelled(event, on)
    return event.outcome is Outcome.CANCELLED_AS_ILLEGAL and (event.until is None or event.until < on)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """The events about one person up to `on`, in order of their days, by kind; `served` is the demand that arrives first and its day."""

    party: Party
    on: date
    by_kind: Mapping[EventKind, Sequence[CaseEvent]]
    served: tuple[CaseEvent, date] | None = None

    @property
    def arrival(self) -> tuple[CaseEvent, date] | None:
        """The formal demand that has arrived first and the day it did; None when none has arrived yet."""
        return self.served if self.served is not None and self.served[1] <= self.on else None

    def latest(self, *kinds: EventKind) -> CaseEvent | None:
        """The latest event of some kinds, over or not."""
        found = [self.by_kind[kind][-1] for kind in kinds if kind in self.by_kind]
        return _last(found)

    def latest_day(self, *kinds: EventKind) -> date:
        """The day of the latest event of some kinds; NEVER when there is none."""
        return max((self.by_kind[kind][-1].on for kind in kinds if kind in self.by_kind), default=NEVER)

    def running(self, *kinds: EventKind) -> CaseEvent | None:
        """The latest event of some kinds that is in force on the day."""
        found = [event for kind in kinds for event in self.by_kind.get(kind, ()) if not is_over(event, self.on)]
        return _last(found)

    def demand_sent(self) -> CaseEvent | None:
        """The first formal demand, whether it arrived or came back."""
        return next(iter(self.by_kind.get(EventKind.FORMAL_DEMAND, ())), None)


def person_facts(party: Party, events: Sequence[CaseEvent], *, on: date, case: Case, lawbook: LawBook) -> PersonFacts:
    """Group events that had happened by a day; the answer is the same in whatever order they come."""
    by_kind: dict[EventKind, list[CaseEvent]] = {}
    for event in sorted(events, key=_position) if len(events) > 1 else events:
        if event.outcome is None or not is_void(event, on):
            by_kind.setdefault(event.kind, []).append(event)
    demands = by_kind.get(EventKind.FORMAL_DEMAND, ())
    served = _services(demands, events, on=on, case=case, lawbook=lawbook) if demands else ()
    return PersonFacts(party, on, by_kind, min(served, key=_by_day, default=None))


def _services(
    demands: Sequence[CaseEvent], events: Sequence[CaseEvent], *, on: date, case: Case, lawbook: LawBook
) -> Iterator[tuple[CaseEvent, date]]:
    """Each demand that arrives and the day: as recorded, else when it was sent; where mail came back, by the rule of prescription."""
    odd = EventKind.RETURNED_MAIL in {event.kind for event in events}
    for demand in demands:
        day: date | None = demand.delivered_on or demand.on
        if odd or demand.delivery not in _ARRIVED:
            day = _judged(demand, events, on=on, case=case, lawbook=lawbook)
        if day is not None:
            yield demand, day


def _judged(demand: CaseEvent, events: Sequence[CaseEvent], *, on: date, case: Case, lawbook: LawBook) -> date | None:
    """When a demand arrives, where a document came back or was served by publication: by the rule of prescription."""
    docket = Docket(case, PrescriptionLaw.of(case, lawbook), on, tuple(events), Clock(case.due_on, 0))
    return arrived_on(demand, docket)


def _by_day(service: tuple[CaseEvent, date]) -> date:
    return service[1]


def _last(found: Sequence[CaseEvent]) -> CaseEvent | None:
    if len(found) < 2:
        return found[0] if found else None
    return max(found, key=_position)


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
