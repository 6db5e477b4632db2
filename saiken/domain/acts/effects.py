"""What an act would change about a claim: balance, prescription, state, side by side.

The one idea: the case is judged twice by the same rules, as it is and with the act in it, so a preview can never differ from what comes
about. It records nothing.
"""

from dataclasses import dataclass, replace
from datetime import date

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, Outcome
from saiken.domain.states.classification import Standing
from saiken.domain.states.classify import classify
from saiken.law.lawbook import LawBook


@dataclass(frozen=True)
class Side:
    """How a claim stands on a day: what is owed, the state, when prescription is complete, when a suspension extinguishes it."""

    balance_yen: int
    standing: Standing
    state_id: str
    completes_on: date | None
    extinct_on: date | None


@dataclass(frozen=True)
class Effects:
    """Before and after."""

    before: Side
    after: Side

    @property
    def changes(self) -> bool:
        """Whether anything would be different."""
        return self.before != self.after


def effects_of(case: Case, after: Case, *, on: date, lawbook: LawBook) -> Effects:
    """The case as it is and as it would be, on the same day."""
    return Effects(_side(case, on, lawbook=lawbook), _side(after, on, lawbook=lawbook))


def with_event(case: Case, event: CaseEvent) -> Case:
    """The case with one event more."""
    return replace(case, events=(*case.events, event))


def with_movement(case: Case, movement: Movement) -> Case:
    """The case with one movement of money more."""
    return replace(case, movements=(*case.movements, movement))


@dataclass(frozen=True)
class End:
    """How a running event ends on a day, or what became of its document."""

    ended: CaseEvent
    on: date
    outcome: Outcome | None
    delivery: DeliveryResult | None
    delivered_on: date | None


def with_end(case: Case, end: End) -> Case:
    """The case in which a running event has ended, or in which it is known what became of its document."""
    ended = end.ended
    told = replace(
        ended,
        until=end.on if end.outcome else ended.until,
        outcome=end.outcome or ended.outcome,
        delivery=end.delivery or ended.delivery,
        delivered_on=end.delivered_on or ended.delivered_on,
    )
    return replace(case, events=tuple(told if event == ended else event for event in case.events))


def _side(case: Case, on: date, *, lawbook: LawBook) -> Side:
    found = classify(case, on, lawbook=lawbook)
    return Side(case.balance_yen(on), found.standing, found.state_id, found.completes_on, found.extinct_on)
