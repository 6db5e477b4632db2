"""Which condition decides a claim's state, and why each of the others does not.

The one idea: the two orders of `table.toml` are applied, first within each person, then among the persons; heirs stand for one person, the
one with the largest share. It looks at conditions, never at events.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from saiken.domain.claim.party import PartyRole
from saiken.domain.states.conditions import Held, PersonCase, held_conditions
from saiken.domain.states.table import StateTable

LAPSED = "S16"

_LAPSED_ALONE = "⑯とするのは、全ての債務者について時効の期間が経過したときに限る。"
_OF_A_LAPSED = "この者については時効の期間が経過しているので、経過していない者による。"
_SMALLER_HEIR = "相続人の区分が異なるときは、相続額の最も大きい相続人による。"
_SAME = "区分を決めた者と同じ区分である。"
_FURTHEST = "最も手続の進んだ者による。"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A condition of a person."""

    person: PersonCase
    held: Held

    @property
    def key(self) -> str:
        """The person's key."""
        return self.person.facts.party.key


@dataclass(frozen=True, slots=True)
class Election:
    """The condition that decides, and the others with the reason in Japanese."""

    winner: Candidate
    lost: tuple[tuple[Candidate, str], ...]


def first_of(state_ids: Sequence[str], order: Mapping[str, str]) -> str:
    """The state that stands first in an order; there is always one where any is given."""
    return next(state_id for state_id in order if state_id in state_ids)


def elect(persons: Sequence[PersonCase], table: StateTable) -> Election:
    """一人については条件の順位により、複数の者については最も手続の進んだ者により、区分は一つに決まる.

    A person against whom the period has run takes no part while it has not run against all: the claim is lapsed only then.
    """
    all_lapsed = all(person.complete for person in persons)
    held = {person.facts.party.key: held_conditions(person) for person in persons}
    leading = [_leading(person, held[person.facts.party.key], table=table) for person in persons]
    running = [candidate for candidate in leading if all_lapsed or not candidate.person.complete]
    candidates, passed_over = _one_heir(running, table)
    winner = min(candidates, key=lambda candidate: _progress(candidate, table))
    ballot = _Ballot(winner, frozenset(candidate.key for candidate in passed_over), all_lapsed, table)
    lost = [
        (candidate, ballot.why_lost(candidate, lead))
        for lead in leading
        for candidate in (Candidate(lead.person, other) for other in held[lead.key])
        if candidate.held is not winner.held
    ]
    return Election(winner, tuple(lost))


def _leading(person: PersonCase, held: Sequence[Held], *, table: StateTable) -> Candidate:
    by_id = {condition.state_id: condition for condition in held}
    return Candidate(person, by_id[first_of(tuple(by_id), table.within_person)])


def _progress(candidate: Candidate, table: StateTable) -> tuple[object, ...]:
    """Who is furthest advanced comes first; then who has been so for longer, then the key."""
    return (table.across_rank[candidate.held.state_id], candidate.held.since, candidate.key)


def _one_heir(candidates: Sequence[Candidate], table: StateTable) -> tuple[list[Candidate], list[Candidate]]:
    """The heirs with the largest share and everyone else who answers, and the heirs passed over."""
    heirs = [candidate for candidate in candidates if candidate.person.facts.party.role is PartyRole.HEIR]
    largest = max((_share(heir) for heir in heirs), default=Fraction(0))
    passed_over = [heir for heir in heirs if _share(heir) < largest]
    return [candidate for candidate in candidates if candidate not in passed_over], passed_over


def _share(heir: Candidate) -> Fraction:
    return heir.person.facts.party.share or Fraction(0)


@dataclass(frozen=True, slots=True)
class _Ballot:
    """What is needed to say why a condition lost."""

    winner: Candidate
    passed_over: frozenset[str]
    all_lapsed: bool
    table: StateTable

    def why_lost(self, candidate: Candidate, lead: Candidate) -> str:
        """The rule of rank by which a condition of a person with that leading one lost."""
        if candidate.person.complete and not self.all_lapsed:
            return _LAPSED_ALONE if candidate.held.state_id == LAPSED else _OF_A_LAPSED
        if candidate.held is not lead.held:
            return self._yields(lead.held.state_id, self.table.within_person)
        if candidate.key in self.passed_over:
            return _SMALLER_HEIR
        if candidate.held.state_id == self.winner.held.state_id:
            return _SAME
        return _FURTHEST + self._yields(self.winner.held.state_id, self.table.across_persons)

    def _yields(self, state_id: str, order: Mapping[str, str]) -> str:
        return f"{self.table.states[state_id].mark}が優先する。{order[state_id]}。"
