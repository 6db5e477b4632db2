"""Who answers for a claim on a day, and which events concern each of them.

The one idea: heirs step into the place of the deceased with everything that was done by the day of death, except what was peculiar to the
person; an heir who renounced never was one. Shares and prescription are computed elsewhere.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.party import PRINCIPAL_KEY, Party, PartyRole
from saiken.domain.states.facts import PersonFacts, person_facts
from saiken.law.lawbook import LawBook

#: What ends with the person: it says nothing about the heirs.
PERSONAL = frozenset(
    {
        EventKind.WHEREABOUTS_INVESTIGATION,
        EventKind.WHEREABOUTS_UNKNOWN,
        EventKind.HARDSHIP_WITHOUT_SUSPENSION,
        EventKind.NEGOTIATION_REFUSED,
        EventKind.DEBT_ADJUSTMENT_NOTICE,
        EventKind.SUSPENSION_NOT_RESOLVED,
    }
)


def answering(case: Case, known: Sequence[CaseEvent], *, on: date, lawbook: LawBook) -> list[PersonFacts]:
    """Those who answer for a claim on a day, each with the facts that concern them; `known` are the events up to that day."""
    return [
        person_facts(party, events, on=on, case=case, lawbook=lawbook)
        for party, events in _answering(case, known, on=on)
    ]


def _answering(case: Case, known: Sequence[CaseEvent], *, on: date) -> Iterator[tuple[Party, Sequence[CaseEvent]]]:
    if len(case.parties) == 1:
        yield case.parties[0], known
        return
    heirs, deceased, died_on = succession(case, known, on=on)
    for party in case.parties:
        if party.role is not PartyRole.HEIR and _answers(party, on) and not (heirs and party is deceased):
            yield party, _own(case, party, known=known)
    inherited = [
        event
        for event in (_own(case, deceased, known=known) if deceased is not None else ())
        if died_on is not None and event.on <= died_on and event.kind not in PERSONAL
    ]
    for heir in heirs:
        yield heir, [*inherited, *_own(case, heir, known=known)]


def succession(case: Case, known: Sequence[CaseEvent], *, on: date) -> tuple[list[Party], Party | None, date | None]:
    """The heirs who answer, the deceased in whose place they stand and the day of death; no heirs before a death."""
    deaths: dict[str, date] = {}
    for event in known:
        if event.kind is EventKind.DEATH:
            deaths |= {key: min(event.on, deaths.get(key, event.on)) for key in named(case, event)}
    dead = [party for party in case.parties if party.key in deaths and party.role is not PartyRole.HEIR]
    if not dead:
        return [], None, None
    deceased = min(dead, key=lambda party: (party.role is not PartyRole.PRINCIPAL, party.key))
    renounced = {
        key for event in known if event.kind is EventKind.INHERITANCE_RENUNCIATION for key in named(case, event)
    }
    heirs = [
        party
        for party in case.parties
        if party.role is PartyRole.HEIR and party.key not in renounced and _answers(party, on)
    ]
    return heirs, deceased, deaths[deceased.key]


def named(case: Case, event: CaseEvent) -> tuple[str, ...]:
    """The keys of those an event concerns; nobody named is the principal obligor."""
    return event.obligors or (principal_key(case),)


def principal_key(case: Case) -> str:
    """The key of the principal obligor."""
    return next((party.key for party in case.parties if party.role is PartyRole.PRINCIPAL), PRINCIPAL_KEY)


def _own(case: Case, party: Party, *, known: Sequence[CaseEvent]) -> list[CaseEvent]:
    return [event for event in known if party.key in named(case, event)]


def _answers(party: Party, on: date) -> bool:
    return party.from_on is None or party.from_on <= on
