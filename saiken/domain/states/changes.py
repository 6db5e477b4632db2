"""What would change a claim's state next: the passing of days, and the acts that lead from it to another.

The one idea: days come from the facts (a period ends, a document arrives, prescription completes), acts from the table of the states. It
says when to look again, not what the answer will be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent
from saiken.domain.dates.period import next_day
from saiken.domain.states.classification import Change
from saiken.domain.states.conditions import PersonCase
from saiken.domain.states.facts import PersonFacts
from saiken.domain.states.table import State


def coming_days(case: Case, known: Sequence[CaseEvent], *, persons: Sequence[PersonFacts], on: date) -> list[date]:
    """The later days on which what is already recorded begins to count or ceases to."""
    days = [facts.served[1] for facts in persons if facts.served is not None and facts.served[1] > on]
    days += [next_day(event.until) for event in known if event.until is not None and event.until >= on]
    days += [next_day(on) for event in known if event.until is None and event.outcome is not None and event.on == on]
    days += [party.from_on for party in case.parties if party.from_on is not None and party.from_on > on]
    return days


@dataclass(frozen=True, slots=True)
class Ends:
    """When the claim comes to an end by itself: prescription complete against all, extinct by suspension."""

    completes_on: date | None
    extinct_on: date | None


def next_changes(
    state: State, leading: PersonCase, *, on: date, lasting: Sequence[CaseEvent], ends: Ends
) -> tuple[Change, ...]:
    """First what time alone does, by day, then the acts."""
    timed = [
        Change(next_day(event.until), f"{event.until.isoformat()} に、この区分の元となる事実の期間が終わる")
        for event in lasting
        if event.until is not None and event.until >= on
    ]
    extinct_on, lapses_on = ends.extinct_on, ends.completes_on
    if extinct_on is not None:
        if extinct_on > on:
            sentence = f"{extinct_on.isoformat()} に、停止により債権が消滅する（不納欠損とするまで⑭のまま）"
            timed.append(Change(extinct_on, sentence, "S14"))
    elif lapses_on is not None and lapses_on > on:
        timed.append(Change(lapses_on, f"{lapses_on.isoformat()} に時効の期間が経過すると⑯になる", "S16"))
    timed.sort(key=lambda change: (change.on or date.max, change.state_id))
    acts = (Change(None, following.sentence_for(leading.legal_class), following.state_id) for following in state.next)
    return (*timed, *acts)


def falls_due(case: Case) -> Change:
    """What changes a claim that is not due."""
    day = next_day(case.due_on)
    return Change(day, f"{case.due_on.isoformat()} の納期限までに納付がないと、翌日から未納となる")
