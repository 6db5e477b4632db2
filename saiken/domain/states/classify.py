"""Which of the sixteen states a claim is in on a day, with the proof; and the steps of the answer over time.

The one idea: the answer is a function of the facts up to that day and of nothing else; an open claim is in exactly one state, unless its
facts contradict each other, and then it is put on the list of data to check instead of being guessed at.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.party import PartyRole
from saiken.domain.dates.period import next_day
from saiken.domain.states.changes import Ends, falls_due, next_changes
from saiken.domain.states.classification import Change, Classification, Contradiction, Holding, Lost, Standing
from saiken.domain.states.contradictions import reference
from saiken.domain.states.decision import Decision, decide, first_lapse
from saiken.domain.states.election import Candidate, Election
from saiken.domain.states.facts import NEVER
from saiken.domain.states.table import StateTable, load_table
from saiken.law.citation import Citation, cite
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

_SEVERAL, _HEIRS = cite("city_form/table3/2"), cite("city_form/table3/3")


def classify(case: Case, on: date, *, lawbook: LawBook, table: StateTable = TABLE) -> Classification:
    """納期限を過ぎて残高のある債権は、その日までの事実により、十六の区分のちょうど一つに当たる.

    Before that it is not due, without a balance it is settled; with contradicting facts it is to be checked. Facts of later days do not
    exist.
    """
    decision = decide(case, on, lawbook=lawbook, table=table)
    if decision.election is None:
        return Classification(
            decision.standing,
            "",
            on,
            next_changes=(falls_due(case),) if decision.standing is Standing.NOT_DUE else (),
            next_change_on=decision.again_on,
            contradictions=decision.contradictions,
        )
    return _worded(case, on, decision=decision, election=decision.election, table=table)


def _worded(case: Case, on: date, *, decision: Decision, election: Election, table: StateTable) -> Classification:
    winner = election.winner
    state = table.states[winner.held.state_id]
    ends = Ends(
        _last([period.completes_on for period in decision.periods]),
        _last([period.extinct_on for period in decision.periods]),
    )
    return Classification(
        standing=decision.standing,
        state_id=state.id,
        on=on,
        proof=_proof(case, winner, decision=decision, table=table, extinct_on=ends.extinct_on),
        lost=tuple(_lost(case, candidate, why=why, table=table) for candidate, why in election.lost),
        next_changes=next_changes(state, winner.person, on=on, lasting=winner.held.events, ends=ends),
        next_change_on=decision.again_on,
        completes_on=ends.completes_on,
        extinct_on=ends.extinct_on,
    )


def _last(days: Sequence[date | None]) -> date | None:
    """The day on which something has happened to all; None while it never will to one."""
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _proof(case: Case, winner: Candidate, *, decision: Decision, table: StateTable, extinct_on: date | None) -> Holding:
    """The winner's facts and rule, and that the claim is extinct where a suspension has extinguished it."""
    held = _holding(case, winner, table=table, counting=_counting(winner, decision))
    if extinct_on is None or extinct_on > winner.person.facts.on:
        return held
    return replace(
        held, sentence=f"{held.sentence}停止により {extinct_on.isoformat()} に消滅し、不納欠損を待っている。"
    )


def _counting(winner: Candidate, decision: Decision) -> tuple[Citation, ...]:
    """The rule by which one of several persons decides."""
    if len(decision.periods) == 1:
        return ()
    return (_HEIRS,) if winner.person.facts.party.role is PartyRole.HEIR else (_SEVERAL,)


def _holding(case: Case, candidate: Candidate, *, table: StateTable, counting: tuple[Citation, ...]) -> Holding:
    state, held = table.states[candidate.held.state_id], candidate.held
    return Holding(
        state_id=state.id,
        party=candidate.key,
        sentence=f"{held.words}。{state.rule_for(case.legal_class)}",
        citations=(*state.citations_for(case.legal_class), *counting),
        events=tuple(reference(event) for event in held.events),
        since=next_day(case.due_on) if held.since == NEVER else held.since,
    )


def _lost(case: Case, candidate: Candidate, *, why: str, table: StateTable) -> Lost:
    held = _holding(case, candidate, table=table, counting=())
    return Lost(held.state_id, held.party, held.sentence, held.citations, held.events, held.since, why)


def state_spans(
    case: Case, *, until: date, lawbook: LawBook, table: StateTable = TABLE
) -> list[tuple[date, str, Standing]]:
    """区分は、事実のあった日又は期間の終わる日にだけ変わる: the days from which each answer holds, up to but not including `until`."""
    waiting = _fact_days(case)
    lapses_from = first_lapse(case, lawbook)
    spans: list[tuple[date, str, Standing]] = []
    day: date | None = waiting[0]
    while day is not None and day < until:
        decision = decide(case, day, lawbook=lawbook, table=table, lapses_from=lapses_from)
        answer = (decision.election.winner.held.state_id if decision.election else "", decision.standing)
        if not spans or spans[-1][1:] != answer:
            spans.append((day, *answer))
        waiting = [later for later in waiting if later > day]
        day = min(filter(None, (decision.again_on, *waiting[:1])), default=None)
    return spans


def _fact_days(case: Case) -> list[date]:
    """Every day on which something about the claim is recorded, in order, and the day it arose."""
    days = {case.cause_on, *(event.on for event in case.events), *(movement.on for movement in case.movements)}
    days |= {event.applied_on for event in case.events if event.applied_on is not None}
    return sorted(days)
