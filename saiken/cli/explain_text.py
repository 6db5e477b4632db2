"""An explained claim as lines for people: numbered chapters, each line with its article in brackets.

The one idea: days are written in the era calendar with their ISO form, sentences are the rules' own; nothing is said here that the
explanation does not hold.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.dates.era import format_wareki
from saiken.domain.dates.period import ONE_DAY
from saiken.domain.rules.explanation import Explained, Step
from saiken.domain.rules.prescription import Prescription
from saiken.domain.states.classification import Classification, Holding
from saiken.domain.states.table import State
from saiken.glossary import Glossary
from saiken.law.citation import Citation, cite
from saiken.law.lawbook import LawBook
from saiken.register.queries.explain import Explanation, PartyPrescription


def explanation_lines(
    found: Explanation, *, book: LawBook, states: Mapping[str, State], words: Glossary
) -> Iterator[str]:
    """The whole explanation."""
    writer = _Writer(book, states, words)
    yield f"債権 {found.claim_id}  {found.title}"
    yield f"{day(found.on)} 現在。この日までの事実だけによる。"
    yield from writer.facts(found)
    yield from writer.balances(found)
    yield from writer.charge(found)
    yield from writer.prescriptions(found)
    yield from writer.state(found)
    if found.assumptions:
        yield from ("", "六 前提としたこと")
        yield from (f"  ・{sentence(assumed)}" for assumed in found.assumptions)


def day(value: date) -> str:
    """A day in both calendars."""
    return f"{format_wareki(value)}（{value.isoformat()}）"


_RENUNCIATION = cite("civil_code/939")
_ISO_DAY = re.compile(r"(?<!（)(\d{4}-\d{2}-\d{2}) ?")


def sentence(text: str) -> str:
    """A rule's sentence with its days in both calendars and a Japanese full stop."""
    in_both = _ISO_DAY.sub(lambda found: day(date.fromisoformat(found[1])), text)
    return f"{in_both.removesuffix('.')}。" if in_both.endswith(".") else in_both


class _Writer:
    """Writes the chapters with the words of one law book and glossary."""

    def __init__(self, book: LawBook, states: Mapping[str, State], words: Glossary) -> None:
        self._book, self._states, self._words = book, states, words

    def facts(self, found: Explanation) -> Iterator[str]:
        """What claim it is."""
        yield from ("", "一 債権")
        case = found.case
        if case is None:
            yield f"  データ確認: {found.charge.refusal}"
            return
        kind, legal_class = self._words.japanese(case.kind.value), self._words.japanese(case.legal_class.value)
        yield f"  種類 {kind}、{legal_class}、条例の定め {case.profile}"
        yield f"  発生原因の日 {day(case.cause_on)}、納期限 {day(case.due_on)}"
        for party in found.parties:
            share = f"（相続分 {party.party.share}）" if party.party.share is not None else ""
            yield f"  {self._who(party)}{share}{'（相続放棄）' if _renounced(found, party) else ''}"

    def balances(self, found: Explanation) -> Iterator[str]:
        """What is owed."""
        yield from ("", "二 残高")
        for component in found.balances:
            yield (
                f"  {self._words.japanese(component.component.value)}: 調定 {component.assessed_yen:,}円"
                f" − 収納 {component.received_yen:,}円 − 不納欠損 {component.written_off_yen:,}円"
                f" = {component.balance_yen:,}円"
            )
        yield f"  合計 {found.balance_yen:,}円"

    def charge(self, found: Explanation) -> Iterator[str]:
        """What lateness costs up to the day."""
        is_private = found.case is not None and found.case.kind.is_private
        name = "遅延損害金" if is_private else "延滞金"
        yield from ("", f"三 {name}（この日まで。調定の有無によらない計算額）")
        explained = found.charge.explained
        if explained is None:
            yield f"  算出しません: {found.charge.refusal}"
            return
        yield f"  {explained.value.yen:,}円"
        yield f"  {sentence(explained.rule)}"
        yield from self._steps(explained)

    def prescriptions(self, found: Explanation) -> Iterator[str]:
        """When the period runs out against each party."""
        yield from ("", "四 時効")
        for party in found.parties:
            yield f"  {self._who(party)}"
            if _renounced(found, party):
                yield f"    相続を放棄したので、初めから相続人でなく、債務を負わない{self._articles((_RENUNCIATION,))}"
            elif party.answer.explained is None:
                yield f"    算出しません: {party.answer.refusal}"
            else:
                yield from (f"    {line}" for line in self._prescription(party.answer.explained))

    def _prescription(self, explained: Explained[Prescription]) -> Iterator[str]:
        answer = explained.value
        yield f"{sentence(explained.rule)}期間は{answer.period_years}年。"
        for moment in answer.timeline:
            what = self._words.japanese(moment.event.kind.value) if moment.event else ""
            yield f"{day(moment.on)} {f'{what}: ' if what else ''}{sentence(moment.sentence)}{self._articles(moment.citations)}"
        yield _conclusion(answer)

    def state(self, found: Explanation) -> Iterator[str]:
        """Which state, why, why no other, what changes it."""
        yield from ("", "五 区分")
        held = found.classification
        if held is None or held.contradictions:
            yield "  データ確認（区分を決めない）"
            yield from (f"  ・{sentence(reason)}" for reason in _reasons(found))
            return
        if held.proof is None:
            yield f"  {self._words.japanese(held.standing.value)}"
            return
        yield f"  {self._label(found, held.state_id)}（{day(held.proof.since)}から）{self._whose(found, held.proof)}"
        yield from (f"  {line}" for line in self._held(held.proof, found.events))
        if held.lost:
            yield "  ほかに当たるもの"
            for lost in held.lost:
                label = f"{self._label(found, lost.state_id)}{self._whose(found, lost)}"
                yield f"    {label}: {sentence(lost.sentence)}{self._articles(lost.citations)}"
                yield f"      {sentence(lost.why)}"
        yield from self._next(found, held)

    def _next(self, found: Explanation, held: Classification) -> Iterator[str]:
        if held.next_changes:
            yield "  次に変わるとき"
        for change in held.next_changes:
            leads = f" → {self._label(found, change.state_id)}" if change.state_id else ""
            when = f"{day(change.on)} " if change.on else ""
            yield f"    {when}{sentence(change.sentence)}{leads}"

    def _held(self, held: Holding, events: Mapping[str, CaseEvent]) -> Iterator[str]:
        yield f"{sentence(held.sentence)}{self._articles(held.citations)}"
        for reference in held.events:
            event = events.get(reference)
            if event is not None:
                number = f"（{event.document_number}）" if event.document_number else ""
                yield f"  根拠の記録: {day(event.on)} {self._words.japanese(event.kind.value)}{number}"

    def _label(self, found: Explanation, state_id: str) -> str:
        state = self._states[state_id]
        return f"{state.mark}{state.label_for(found.case.legal_class)}" if found.case else state.mark

    def _who(self, party: PartyPrescription) -> str:
        role = party.party.role.value
        return f"{self._words.japanese('principal_obligor' if role == 'principal' else role)} {party.name}"

    def _whose(self, found: Explanation, held: Holding) -> str:
        """Of whom a condition holds, where several answer."""
        if len(found.parties) < 2:
            return ""
        return "".join(f"〔{self._who(party)}〕" for party in found.parties if party.party.key == held.party)

    def _steps(self, explained: Explained[Any]) -> Iterator[str]:
        for step in explained.steps:
            yield f"  ・{sentence(step.sentence)}{_span(step)}{self._articles(step.citations)}"

    def _articles(self, citations: Sequence[Citation]) -> str:
        return f"［{'、'.join(self._book.text(citation) for citation in citations)}］" if citations else ""


def _renounced(found: Explanation, party: PartyPrescription) -> bool:
    """Whether a party has renounced the inheritance by the day."""
    return any(
        event.kind is EventKind.INHERITANCE_RENUNCIATION and event.on <= found.on and party.party.key in event.obligors
        for event in found.events.values()
    )


def _span(step: Step) -> str:
    """The days of a step in the calendar of programs; its sentence tells the rest."""
    if step.from_on is None or step.until_on is None:
        return ""
    return f"（{step.from_on.isoformat()}～{(step.until_on - ONE_DAY).isoformat()}）"


def _conclusion(answer: Prescription) -> str:
    if answer.completes_on is None:
        return "→ 完成の日は定まらない（完成が猶予されている間、終わりがない）"
    if not answer.complete:
        return f"→ このままなら {day(answer.completes_on)} に期間が経過する"
    if answer.needs_invocation and answer.invoked_on is None:
        return f"→ {day(answer.completes_on)} に期間が経過した。債務者の援用があるまで債権は消えない"
    return f"→ {day(answer.completes_on)} に期間が経過した"


def _reasons(found: Explanation) -> Sequence[str]:
    held = found.classification
    return [contradiction.sentence for contradiction in held.contradictions] if held else [found.charge.refusal]
