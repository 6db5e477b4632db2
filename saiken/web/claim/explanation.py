"""What the claim's page shows of its explanation: articles as officials write them, rates as text, states by their words.

The one idea: the register's explanation turned into rows that a template only lays out. It computes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from saiken.domain.dates.period import ONE_DAY
from saiken.domain.rules.percent import percent_text
from saiken.domain.rules.prescription import Prescription
from saiken.domain.states.classification import Change, Holding
from saiken.domain.states.table import State
from saiken.law.citation import Citation
from saiken.law.lawbook import LawBook
from saiken.register.queries.explain import Explanation, PartyPrescription


@dataclass(frozen=True)
class ChargeRow:
    """Days charged alike; both days are included."""

    from_on: date
    last_on: date
    days: int
    rate: str
    base_yen: int
    yen: int


@dataclass(frozen=True)
class MomentRow:
    """One day of the timeline of prescription."""

    on: date
    event: str
    sentence: str
    completes_on: date | None
    articles: tuple[str, ...]


@dataclass(frozen=True)
class PartyRow:
    """Prescription against one party: its answer and timeline, or why there is none."""

    role: str
    name: str
    refusal: str
    rule: str
    answer: Prescription | None
    timeline: tuple[MomentRow, ...]


@dataclass(frozen=True)
class HeldRow:
    """A state whose condition holds: its words, the facts, the articles, and why it lost (empty for the one that won)."""

    label: str
    since: date
    sentence: str
    articles: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True)
class ChangeRow:
    """What changes the state next; `label` is the state it leads to, empty where that depends."""

    on: date | None
    sentence: str
    label: str


class Shown:
    """The explanation for a template."""

    def __init__(self, found: Explanation, *, lawbook: LawBook, states: Sequence[State]) -> None:
        self.found = found
        self._lawbook = lawbook
        self._states: Mapping[str, State] = {state.id: state for state in states}

    @property
    def is_private(self) -> bool:
        """Whether delay damages stand in the place of the late charge."""
        return self.found.case is not None and self.found.case.kind.is_private

    @property
    def standing(self) -> str:
        """The standing's identifier; a claim without terms of law is data to check."""
        return self.found.classification.standing.value if self.found.classification else "data_to_check"

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the state cannot be told."""
        held = self.found.classification
        return tuple(one.sentence for one in held.contradictions) if held else (self.found.charge.refusal,)

    @property
    def proof(self) -> HeldRow | None:
        """The state with what proves it."""
        held = self.found.classification
        return self._held(held.proof) if held and held.proof else None

    @property
    def lost(self) -> tuple[HeldRow, ...]:
        """The other states whose conditions hold."""
        held = self.found.classification
        return tuple(self._held(one, why=one.why) for one in held.lost) if held else ()

    @property
    def changes(self) -> tuple[ChangeRow, ...]:
        """What changes the state next."""
        held = self.found.classification
        return tuple(self._change(one) for one in held.next_changes) if held else ()

    @property
    def charge_yen(self) -> int | None:
        """What lateness costs up to the day, None where it is not answered."""
        explained = self.found.charge.explained
        return explained.value.yen if explained else None

    @property
    def charge_rule(self) -> str:
        """The rule's own sentence."""
        explained = self.found.charge.explained
        return explained.rule if explained else ""

    @property
    def charge_articles(self) -> tuple[str, ...]:
        """Every article behind the charge."""
        explained = self.found.charge.explained
        return self._articles(explained.citations()) if explained else ()

    @property
    def charges(self) -> tuple[ChargeRow, ...]:
        """The segments of the charge."""
        explained = self.found.charge.explained
        segments = explained.value.segments if explained else ()
        return tuple(
            ChargeRow(one.from_on, one.until_on - ONE_DAY, one.days, _percent(one.rate), one.base_yen, one.yen)
            for one in segments
        )

    @property
    def parties(self) -> tuple[PartyRow, ...]:
        """Prescription against each party."""
        return tuple(self._party(party) for party in self.found.parties)

    def _party(self, party: PartyPrescription) -> PartyRow:
        explained = party.answer.explained
        timeline = tuple(
            MomentRow(
                moment.on,
                moment.event.kind.value if moment.event else "",
                moment.sentence,
                moment.completes_on,
                self._articles(moment.citations),
            )
            for moment in (explained.value.timeline if explained else ())
        )
        return PartyRow(
            role=party.party.role.value,
            name=party.name,
            refusal=party.answer.refusal,
            rule=explained.rule if explained else "",
            answer=explained.value if explained else None,
            timeline=timeline,
        )

    def _held(self, held: Holding, *, why: str = "") -> HeldRow:
        return HeldRow(self._label(held.state_id), held.since, held.sentence, self._articles(held.citations), why)

    def _change(self, change: Change) -> ChangeRow:
        return ChangeRow(change.on, change.sentence, self._label(change.state_id) if change.state_id else "")

    def _label(self, state_id: str) -> str:
        state, case = self._states[state_id], self.found.case
        return f"{state.mark} {state.label_for(case.legal_class)}" if case else state.mark

    def _articles(self, citations: Sequence[Citation]) -> tuple[str, ...]:
        return tuple(self._lawbook.text(citation) for citation in citations)


def _percent(rate: Fraction) -> str:
    return percent_text(rate)
