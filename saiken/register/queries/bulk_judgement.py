"""Whom a bulk run concerns: who can be acted on, who is refused by which rule, who is left out and why.

The one idea: every person is judged before anything is done, and again when the turn comes, by the same function; a refusal is in the
rule's own words. It writes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.halt import HaltedMeasures, halted
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.formal_demand import may_demand
from saiken.domain.rules.permission import Condition
from saiken.domain.rules.seizure_start import may_seize
from saiken.law.lawbook import LawBook
from saiken.register.bulk_kinds import BULK_KINDS, BulkKind
from saiken.register.models import CaseEvent
from saiken.register.models.bulk_run import RowState
from saiken.register.queries.case import cases_of
from saiken.register.queries.halts import halts_on
from saiken.register.queries.work_facts import Handled, handled_claims

#: The longest reason a row holds.
_REASON = 500

#: Letters by their level.
_LETTERS = {kind.event: kind.level for kind in BULK_KINDS.values() if kind.event is not None}


@dataclass(frozen=True)
class Candidate:
    """A person of the list with the claims concerned."""

    obligor_id: int
    claim_ids: tuple[int, ...]


@dataclass(frozen=True)
class Judged:
    """What becomes of a candidate: the claims left, what is owed on them, and why some or all are not acted on."""

    obligor_id: int
    claim_ids: tuple[int, ...]
    yen: int
    state: RowState
    reason: str = ""


def judged(candidates: Sequence[Candidate], *, kind: BulkKind, on: date, lawbook: LawBook) -> list[Judged]:
    """Every candidate in order."""
    ids = [claim_id for one in candidates for claim_id in one.claim_ids]
    handled = handled_claims(ids)
    cases = dict(cases_of(sorted(handled))) if kind.event is not None or kind.id == "property_investigation" else {}
    sent = _sent_today(ids, on=on) if kind.level else {}
    halts = [halt for halt in halts_on(on) if halt.stops((kind.id,))]
    judge = _Judge(kind, on, lawbook, handled, cases, halts)
    return [judge.person(one, sent=sent) for one in candidates]


@dataclass(frozen=True)
class _Judge:
    kind: BulkKind
    on: date
    lawbook: LawBook
    handled: Mapping[int, Handled]
    cases: Mapping[int, Case | None]
    halts: Sequence[HaltedMeasures]

    def person(self, one: Candidate, *, sent: Mapping[int, int]) -> Judged:
        """One candidate."""
        owed = tuple(claim_id for claim_id in one.claim_ids if claim_id in self.handled)
        if not owed:
            return Judged(one.obligor_id, (), 0, RowState.REFUSED, "残高のある債権がありません")
        if any(sent.get(claim_id, 0) >= self.kind.level for claim_id in owed) and self.kind.level:
            return Judged(
                one.obligor_id,
                owed,
                self._yen(owed),
                RowState.EXCLUDED,
                "同じ日に、同じ又は上の段階の文書を送っています",
            )
        refusals = {claim_id: self._refusal(claim_id) for claim_id in owed}
        allowed = tuple(claim_id for claim_id in owed if not refusals[claim_id])
        reason = _told(refusal for refusal in refusals.values() if refusal)
        state = RowState.WAITING if allowed else RowState.REFUSED
        return Judged(one.obligor_id, allowed, self._yen(allowed), state, reason)

    def _yen(self, claim_ids: Iterable[int]) -> int:
        return sum(self.handled[claim_id].yen for claim_id in claim_ids)

    def _refusal(self, claim_id: int) -> str:
        """Why the claim cannot be acted on; empty when it can."""
        where = self.handled[claim_id]
        halt = halted(
            self.halts, (self.kind.id,), receivable_id=where.receivable_id, office_id=where.office_id, on=self.on
        )
        if halt is not None:
            return halt.sentence
        rule = _RULES.get(self.kind.id)
        if rule is None:
            return ""
        case = self.cases.get(claim_id)
        return "データ確認の債権です" if case is None else rule(case, on=self.on, lawbook=self.lawbook)


def _may_demand(case: Case, *, on: date, lawbook: LawBook) -> str:
    return _missing(may_demand(case, on=on, lawbook=lawbook).value.failing, lawbook)


def _may_remind(case: Case, *, on: date, lawbook: LawBook) -> str:
    """A reminder follows a demand."""
    if case.due_on >= on:
        return "納期限を過ぎていません"
    demanded = any(event.kind is EventKind.FORMAL_DEMAND for event in case.events_until(on))
    return "" if demanded else "督促をしていません。先に督促状を送ってください"


def _may_announce(case: Case, *, on: date, lawbook: LawBook) -> str:
    return _missing(may_seize(case, on=on, lawbook=lawbook).value.failing, lawbook)


def _may_ask(case: Case, *, on: date, lawbook: LawBook) -> str:
    """Only what the municipality may seize for lets it ask without consent."""
    is_enforceable = case.legal_class is LegalClass.PUBLIC_ENFORCEABLE
    return (
        "" if is_enforceable else "滞納処分のできない債権について、同意なく照会することはできません（国税徴収法141条）"
    )


_RULES: Mapping[str, Callable[..., str]] = {
    "formal_demand": _may_demand,
    "informal_demand": _may_remind,
    "notice_of_intended_seizure": _may_announce,
    "property_investigation": _may_ask,
}


def _missing(failing: Sequence[Condition], lawbook: LawBook) -> str:
    """The missing conditions with their articles, in the rule's words."""
    return "、".join(
        f"満たさない要件: {one.sentence}（{'、'.join(lawbook.text(citation) for citation in one.citations)}）"
        for one in failing
    )


def _told(refusals: Iterable[str]) -> str:
    """Each refusal once, with how many claims it concerns where several are refused."""
    counted: dict[str, int] = defaultdict(int)
    for refusal in refusals:
        counted[refusal] += 1
    return "。".join(f"{refusal}（{count}件）" if count > 1 else refusal for refusal, count in counted.items())[
        :_REASON
    ]


def _sent_today(claim_ids: Sequence[int], *, on: date) -> Mapping[int, int]:
    """The highest level of the letters recorded on the day, by claim."""
    rows = CaseEvent.objects.filter(
        claim_id__in=claim_ids,
        on=on,
        kind__in=[kind.value for kind in _LETTERS],
        reversed_by=None,
        reverses=None,
        concludes=None,
    )
    found: dict[int, int] = {}
    for claim_id, kind in rows.values_list("claim_id", "kind"):
        found[claim_id] = max(found.get(claim_id, 0), _LETTERS[EventKind(kind)])
    return found
