"""What the claim's page shows of its explanation: articles as links, rates as text, states by their words.

The one idea: the register's explanation turned into rows that a template only lays out. It computes nothing of the law.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from saiken.domain.claim.case_event import CaseEvent
from saiken.domain.dates.period import ONE_DAY
from saiken.domain.rules.delay_damages import DelayDamages
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.late_charge import LateCharge
from saiken.domain.rules.prescription import Prescription, Remedy
from saiken.domain.states.classification import Change, Holding
from saiken.domain.states.table import State
from saiken.law.citation import Citation
from saiken.law.lawbook import LawBook
from saiken.register.queries.explain import Explanation, PartyPrescription
from saiken.web.claim.rows import ChangeRow, ChargeRow, HeldRow, LimitRow, MomentRow, PartyRow, RemedyRow
from saiken.web.components.timeline import Timeline
from saiken.web.law.lines import Cited, cited
from saiken.web.law.words import rate_text

#: Without a balance neither prescription nor a state has anything to say.
_SETTLED = "no_balance"


class Shown:
    """The explanation for a template."""

    def __init__(self, found: Explanation, *, lawbook: LawBook, states: Sequence[State]) -> None:
        self.found = found
        self._lawbook = lawbook
        self._states: Mapping[str, State] = {state.id: state for state in states}
        self._parties = {party.party.key: party for party in found.parties}

    @property
    def is_private(self) -> bool:
        """Whether delay damages stand in the place of the late charge."""
        return self.found.case is not None and self.found.case.kind.is_private

    @property
    def standing(self) -> str:
        """The standing's identifier; a claim without terms of law is data to check."""
        return self.found.classification.standing.value if self.found.classification else "data_to_check"

    @property
    def is_settled(self) -> bool:
        """Whether nothing is owed."""
        return self.standing == _SETTLED

    @property
    def is_extinct(self) -> bool:
        """Whether the claim is gone by prescription without anybody invoking it, against the principal obligor."""
        answers = [party.answer.explained for party in self.found.parties[:1]]
        return any(found.value.complete and not found.value.needs_invocation for found in answers if found)

    @property
    def extinguished_on(self) -> date | None:
        """The day on which a suspension that lasted has extinguished the claim; None while it has not."""
        held = self.found.classification
        gone_on = held.extinct_on if held else None
        return gone_on if gone_on is not None and gone_on <= self.found.on else None

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
        """What changes the state next, what time alone does first."""
        held = self.found.classification
        rows = [self._change(one) for one in held.next_changes] if held else []
        return tuple(sorted(rows, key=lambda row: (row.on is None, row.on or date.max)))

    @property
    def limit(self) -> LimitRow | None:
        """The day that the office must not let pass: of those not over the first, else the last that ran out."""
        if self.is_settled:
            return None
        days = [(found.value.completes_on, party) for party, found in self._answered() if found.value.completes_on]
        ahead = [(on, party) for on, party in days if on > self.found.on]
        if not days:
            return None
        on, party = min(ahead, key=_day) if ahead else max(days, key=_day)
        last_on = on - ONE_DAY if ahead else on
        whose = (party.party.role.value, party.name) if len({on for on, _ in days}) > 1 else ("", "")
        return LimitRow(last_on, (last_on - self.found.on).days, not ahead, *whose)

    @property
    def is_postponed(self) -> bool:
        """Whether there is no such day while something keeps the period from running out."""
        answers = [found.value for _, found in self._answered()]
        return not self.is_settled and bool(answers) and not any(answer.completes_on for answer in answers)

    @property
    def events(self) -> tuple[CaseEvent, ...]:
        """What was recorded up to the day, the latest first."""
        known = [event for event in self.found.events.values() if event.on <= self.found.on]
        return tuple(sorted(known, key=lambda event: event.on, reverse=True))

    @property
    def charge(self) -> LateCharge | DelayDamages | None:
        """What lateness costs up to the day, None where it is not answered."""
        explained = self.found.charge.explained
        return explained.value if explained else None

    @property
    def charge_rule(self) -> str:
        """The rule's own sentence."""
        explained = self.found.charge.explained
        return explained.rule if explained else ""

    @property
    def charge_articles(self) -> tuple[Cited, ...]:
        """Every article behind the charge."""
        explained = self.found.charge.explained
        return self._articles(explained.citations()) if explained else ()

    @property
    def charges(self) -> tuple[ChargeRow, ...]:
        """The segments of the charge."""
        return tuple(
            ChargeRow(one.from_on, one.until_on - ONE_DAY, one.days, rate_text(one.rate), one.base_yen, one.yen)
            for one in (self.charge.segments if self.charge else ())
        )

    @property
    def parties(self) -> tuple[PartyRow, ...]:
        """Prescription against each party."""
        return tuple(self._party(party) for party in self.found.parties)

    def _answered(self) -> Sequence[tuple[PartyPrescription, Explained[Prescription]]]:
        return [(party, party.answer.explained) for party in self.found.parties if party.answer.explained]

    def _party(self, party: PartyPrescription) -> PartyRow:
        explained = party.answer.explained
        timeline = tuple(
            MomentRow(
                moment.on,
                moment.event.kind.value if moment.event else "",
                moment.effect.value,
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
            drawing=self._drawing(explained.value) if explained else None,
            remedies=tuple(self._remedy(remedy) for remedy in party.remedies),
        )

    def _remedy(self, remedy: Remedy) -> RemedyRow:
        return RemedyRow(
            kind=remedy.kind.value,
            last_on=remedy.last_on,
            days=(remedy.last_on - self.found.on).days if remedy.last_on else 0,
            works=remedy.works,
            completes_on=remedy.completes_on,
            effect=remedy.effect.value,
            sentence=remedy.sentence,
            articles=self._articles(remedy.citations),
        )

    def _drawing(self, answer: Prescription) -> Timeline | None:
        first_on = min((moment.on for moment in answer.timeline), default=answer.commences_on)
        if first_on >= self.found.on:
            return None
        marks = tuple(moment.on for moment in answer.timeline if moment.event and moment.on <= self.found.on)
        return Timeline(first_on, answer.commences_on, answer.completes_on, self.found.on, marks)

    def _held(self, held: Holding, *, why: str = "") -> HeldRow:
        party = self._parties.get(held.party)
        return HeldRow(
            label=self._label(held.state_id),
            role=party.party.role.value if party else "",
            name=party.name if party else "",
            since=held.since,
            sentence=held.sentence,
            articles=self._articles(held.citations),
            records=tuple(self.found.events[reference] for reference in held.events if reference in self.found.events),
            why=why,
        )

    def _change(self, change: Change) -> ChangeRow:
        days = (change.on - self.found.on).days if change.on else None
        return ChangeRow(change.on, days, change.sentence, self._label(change.state_id) if change.state_id else "")

    def _label(self, state_id: str) -> str:
        state, case = self._states[state_id], self.found.case
        return f"{state.mark} {state.label_for(case.legal_class)}" if case else state.mark

    def _articles(self, citations: Sequence[Citation]) -> tuple[Cited, ...]:
        return tuple(cited(citation, book=self._lawbook, proofs={}) for citation in citations)


def _day(dated: tuple[date, PartyPrescription]) -> date:
    return dated[0]
