"""What keeps a claim from being prescribed: each remedy with the last day on which it still works, and what it brings when done today.

The one idea: nothing is worked out a second time; the remedy is put among the events as if it were done, and the run of prescription says
what it would do. A remedy works when completion then comes later than without it. Whether it can be done is another rule's matter.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PRINCIPAL_KEY
from saiken.domain.dates.period import ONE_DAY
from saiken.domain.rules.prescription.answer import Effect, Moment
from saiken.domain.rules.prescription.run import run
from saiken.law.citation import Citation
from saiken.law.lawbook import LawBook

_EVERY = (EventKind.ACKNOWLEDGMENT, EventKind.FORMAL_DEMAND, EventKind.INFORMAL_DEMAND)
_COURTS = (
    EventKind.NEGOTIATION_AGREEMENT,
    EventKind.COURT_PAYMENT_ORDER,
    EventKind.LAWSUIT,
    EventKind.COMPULSORY_EXECUTION,
)
#: What an office may think of, by legal class: force of its own, or the courts.
REMEDIES: Mapping[LegalClass, tuple[EventKind, ...]] = {
    LegalClass.PUBLIC_ENFORCEABLE: (*_EVERY, EventKind.SEIZURE, EventKind.DISTRIBUTION_REQUEST),
    LegalClass.PUBLIC_UNENFORCEABLE: (*_EVERY, *_COURTS),
    LegalClass.PRIVATE_LAW: (*_EVERY, *_COURTS),
}
_RENEWS = frozenset({Effect.RENEWED, Effect.INTERRUPTED})


@dataclass(frozen=True)
class Remedy:
    """One remedy against one party, as of a day on which the period has not run out.

    `last_on` is the last day on which it still works (a document: on which it arrives), None where it would not. `works` says whether it
    would work today, and `completes_on` the day of completion then (None: not before what it begins has ended). `sentence` and `citations`
    are the rule's own on what it does today.
    """

    kind: EventKind
    last_on: date | None
    works: bool
    completes_on: date | None
    effect: Effect
    sentence: str
    citations: tuple[Citation, ...]


def remedies(case: Case, on: date, *, lawbook: LawBook, party: str = PRINCIPAL_KEY) -> tuple[Remedy, ...]:
    """時効が完成する前にすることができ、完成を延ばす手段と、それぞれの最後の日.

    Empty where there is no day to keep: completion is postponed without an end, or it has come.
    """
    completes_on = run(case, on, lawbook=lawbook, party=party).completes_on
    if completes_on is None or completes_on <= on:
        return ()
    done = _Done(case, completes_on, lawbook, party)
    return tuple(done.remedy(kind, on) for kind in REMEDIES[case.legal_class] if done.is_open(kind, on))


@dataclass(frozen=True)
class _Done:
    """A case in which something is done that was not, and the day of completion without it."""

    case: Case
    completes_on: date
    lawbook: LawBook
    party: str

    def is_open(self, kind: EventKind, on: date) -> bool:
        """A formal demand is one only once: while none has reached the party."""
        if kind is not EventKind.FORMAL_DEMAND:
            return True
        known = (event for event in self.case.events if event.kind is kind)
        if any(event.on in (on, self.completes_on - ONE_DAY) for event in known):
            return False
        return self._moment(kind, self.completes_on - ONE_DAY)[0].effect in _RENEWS

    def remedy(self, kind: EventKind, on: date) -> Remedy:
        """What it brings today and on the last day."""
        moment, completes_on = self._moment(kind, on)
        last_on = self.completes_on - ONE_DAY
        works = self._comes_later(completes_on)
        return Remedy(
            kind=kind,
            last_on=last_on if self._comes_later(self._moment(kind, last_on)[1]) else None,
            works=works,
            completes_on=completes_on,
            effect=moment.effect,
            sentence=moment.sentence,
            citations=moment.citations,
        )

    def _comes_later(self, completes_on: date | None) -> bool:
        return completes_on is None or completes_on > self.completes_on

    def _moment(self, kind: EventKind, day: date) -> tuple[Moment, date | None]:
        """What the remedy does when done on that day, and the day of completion then."""
        named = () if self.party == PRINCIPAL_KEY else (self.party,)
        event = CaseEvent(kind, day, obligors=named)
        answer = run(replace(self.case, events=(*self.case.events, event)), day, lawbook=self.lawbook, party=self.party)
        moment = next(moment for moment in answer.timeline if moment.event is event)
        return moment, answer.completes_on
