"""Which of the sixteen states a claim is in on a day, with the proof.

The one idea: the answer is a function of the facts up to that day and of nothing else; an open claim is in exactly one state, unless its
facts contradict each other, and then it is put on the list of data to check instead of being guessed at.
"""

from collections.abc import Sequence
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.party import PartyRole
from saiken.domain.dates.period import next_day
from saiken.domain.states.changes import event_days, next_changes
from saiken.domain.states.classification import (
    Change,
    Classification,
    Contradiction,
    Holding,
    Lost,
    Standing,
)
from saiken.domain.states.conditions import PersonCase
from saiken.domain.states.contradictions import contradictions, reference
from saiken.domain.states.election import Candidate, Election, elect
from saiken.domain.states.facts import NEVER, PersonFacts
from saiken.domain.states.periods import Period, period_of
from saiken.domain.states.persons import answering
from saiken.domain.states.table import StateTable, load_table
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook

__all__ = [
    "TABLE",
    "Change",
    "Classification",
    "Contradiction",
    "Holding",
    "Lost",
    "Standing",
    "classify",
    "state_spans",
]

#: The states as the latest edition of the form reads the facts.
TABLE = load_table()

_LONG_MONTHS = "long_instalment_months"
_SEVERAL, _HEIRS = cite("city_form/table3/2"), cite("city_form/table3/3")


def classify(case: Case, on: date, *, lawbook: LawBook, table: StateTable = TABLE) -> Classification:
    """納期限を過ぎて残高のある債権は、その日までの事実により、十六の区分のちょうど一つに当たる.

    Before that it is not due, without a balance it is settled; with contradicting facts it is to be checked. Facts of later days do not
    exist.
    """
    balance_yen = case.balance_yen(on)
    if balance_yen <= 0 and (on > case.due_on or any(movement.on <= on for movement in case.movements)):
        return Classification(Standing.SETTLED, "", on)
    if on <= case.due_on:
        return Classification(Standing.NOT_DUE, "", on, next_change_on=next_day(case.due_on))
    persons = answering(case, on)
    days = list(event_days(case, persons, on=on))
    contradicting = contradictions(case, persons, on=on)
    if contradicting:
        again = min(days, default=None)
        return Classification(Standing.DATA_TO_CHECK, "", on, next_change_on=again, contradictions=contradicting)
    periods = [period_of(case, on, lawbook=lawbook, party=facts.party.key) for facts in persons]
    days += [period.next_change_on for period in periods if period.next_change_on is not None]
    cases = _person_cases(case, on, persons=persons, periods=periods, lawbook=lawbook, table=table)
    return _open(case, on, election=elect(cases, table), periods=periods, again=min(days, default=None), table=table)


def _person_cases(
    case: Case,
    on: date,
    *,
    persons: Sequence[PersonFacts],
    periods: Sequence[Period],
    lawbook: LawBook,
    table: StateTable,
) -> list[PersonCase]:
    months = lawbook.parameter(_LONG_MONTHS)
    long_months = int(months.on(max(on, months.values[0].from_on)).number)
    balance_yen = case.balance_yen(on)
    return [
        PersonCase(
            facts=facts,
            legal_class=case.legal_class,
            owed_yen=_owed_yen(facts, balance_yen),
            long_months=long_months,
            completes_on=period.completes_on,
            complete=period.complete,
            reading=table.reading,
        )
        for facts, period in zip(persons, periods, strict=True)
    ]


def _owed_yen(facts: PersonFacts, balance_yen: int) -> int:
    """An heir owes its share, rounded up to a yen; everybody else the whole."""
    if facts.party.role is not PartyRole.HEIR or facts.party.share is None:
        return balance_yen
    return -(-balance_yen * facts.party.share.numerator // facts.party.share.denominator)


def _open(
    case: Case,
    on: date,
    *,
    election: Election,
    periods: Sequence[Period],
    again: date | None,
    table: StateTable,
) -> Classification:
    winner = election.winner
    state = table.states[winner.held.state_id]
    completes_on = _last([period.completes_on for period in periods])
    return Classification(
        standing=Standing.OPEN,
        state_id=state.id,
        on=on,
        proof=_holding(case, winner, table=table, several=len(periods) > 1),
        lost=tuple(_lost(case, candidate, why=why, table=table) for candidate, why in election.lost),
        next_changes=next_changes(state, winner.person, on=on, ends=winner.held.events, lapses_on=completes_on),
        next_change_on=again,
        completes_on=completes_on,
        extinct_on=_last([period.extinct_on for period in periods]),
    )


def _last(days: Sequence[date | None]) -> date | None:
    """The day on which something has happened to all; None while it never will to one."""
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _holding(case: Case, candidate: Candidate, *, table: StateTable, several: bool) -> Holding:
    state, held = table.states[candidate.held.state_id], candidate.held
    heir = candidate.person.facts.party.role is PartyRole.HEIR
    counting = ((_HEIRS,) if heir else (_SEVERAL,)) if several else ()
    return Holding(
        state_id=state.id,
        party=candidate.key,
        sentence=f"{held.words}。{state.rule_for(case.legal_class)}",
        citations=(*state.citations, *counting),
        events=tuple(reference(event) for event in held.events),
        since=_since(case, held.since),
    )


def _lost(case: Case, candidate: Candidate, *, why: str, table: StateTable) -> Lost:
    state, held = table.states[candidate.held.state_id], candidate.held
    return Lost(
        state_id=state.id,
        party=candidate.key,
        sentence=f"{held.words}。{state.rule_for(case.legal_class)}",
        citations=state.citations,
        events=tuple(reference(event) for event in held.events),
        since=_since(case, held.since),
        why=why,
    )


def _since(case: Case, day: date) -> date:
    """What nothing began has been so since the day after the due day."""
    return next_day(case.due_on) if day == NEVER else day


def state_spans(
    case: Case, *, until: date, lawbook: LawBook, table: StateTable = TABLE
) -> list[tuple[date, str, Standing]]:
    """区分は、事実のあった日又は期間の終わる日にだけ変わる: the days from which each answer holds, up to but not including `until`."""
    facts = {event.on for event in case.events} | {movement.on for movement in case.movements}
    waiting = sorted(day for day in facts if day < until)
    day = min([case.cause_on, *waiting])
    spans: list[tuple[date, str, Standing]] = []
    while day < until:
        answer = classify(case, day, lawbook=lawbook, table=table)
        if not spans or spans[-1][1:] != (answer.state_id, answer.standing):
            spans.append((day, answer.state_id, answer.standing))
        waiting = [later for later in waiting if later > day]
        following = [*waiting[:1], *([answer.next_change_on] if answer.next_change_on is not None else [])]
        day = min(following, default=until)
    return spans
