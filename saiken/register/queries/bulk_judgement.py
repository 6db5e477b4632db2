"""Whom a bulk run concerns: who can be acted on, who is refused by which rule, who is left out and why.

The one idea: every person is judged before anything is done, and again when the turn comes, by the same function; letters are asked of the
acts' own plan, so a refusal is the one that the form of the act would show. It writes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.acts.form import Form
from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.halt import halted
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.served_demand import served_demand
from saiken.domain.worklists.holds import HOLDS, holds_of
from saiken.domain.worklists.item import ClaimFacts
from saiken.law.lawbook import LawBook
from saiken.register.act_kinds import act_kind
from saiken.register.bulk_kinds import BULK_KINDS, BulkKind
from saiken.register.models import CaseEvent, Obligor, PlanClaim
from saiken.register.models.bulk_run import RowState
from saiken.register.queries.act_plan import planned_singly
from saiken.register.queries.case import cases_of
from saiken.register.queries.halts import halts_on
from saiken.register.queries.work_facts import Handled, handled_claims
from saiken.register.queries.work_rows import catalogue

#: The longest reason a row holds.
_REASON = 500

_ENFORCEABLE = LegalClass.PUBLIC_ENFORCEABLE.value
#: Only what the municipality may seize for lets it ask without consent.
_NO_ASKING = "滞納処分のできない債権について、同意なく照会することはできません（国税徴収法141条）"

#: Letters by their level.
_LETTERS = {kind.event: kind.level for kind in BULK_KINDS.values() if kind.event is not None}


#: Why a letter is not sent to somebody for a time.
_HELD = {
    "plan": "分納を履行中です",
    "grace": "猶予の期間中です",
    "deferral": "履行延期の期間中です",
    "suspension": "停止中です",
    "insolvency": "債務整理又は破産等の手続中です",
    "returned": "文書が返戻され、その後に届いたものがありません",
}
_PROTECTED = "支援措置の対象者です。送付先を確かめ、一人ずつ送ってください"
_SENT = "同じ日に、同じ又は上の段階の文書を送っています"


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


@dataclass(frozen=True)
class Asked:
    """What is to be done: the kind with its form as filled in, from which list, on which day, by which law."""

    kind: BulkKind
    form: Mapping[str, str]
    list_id: str
    on: date
    lawbook: LawBook


def judged(candidates: Sequence[Candidate], asked: Asked) -> list[Judged]:
    """Every candidate in order."""
    handled = handled_claims([claim_id for one in candidates for claim_id in one.claim_ids])
    against = {claim_id: _Against(text, False) for claim_id, text in _refusals(asked, handled).items()}
    if asked.kind.level:
        against |= {claim_id: _Against(text, True) for claim_id, text in _left_out(asked, handled).items()}
    halts = [halt for halt in halts_on(asked.on) if halt.stops((asked.kind.id,))]
    for claim_id, where in handled.items():
        place = {"receivable_id": where.receivable_id, "office_id": where.office_id}
        halt = halted(halts, (asked.kind.id,), **place, on=asked.on)
        if halt is not None:
            against[claim_id] = _Against(halt.sentence, False)
    return [_judged(one, handled, against=against) for one in candidates]


@dataclass(frozen=True)
class _Against:
    """Why a claim is not acted on, and whether it is only left out of this run."""

    text: str
    is_left_out: bool


def _judged(one: Candidate, handled: Mapping[int, Handled], *, against: Mapping[int, _Against]) -> Judged:
    owed = tuple(claim_id for claim_id in one.claim_ids if claim_id in handled)
    if not owed:
        return Judged(one.obligor_id, (), 0, RowState.REFUSED, "残高のある債権がありません")
    allowed = tuple(claim_id for claim_id in owed if claim_id not in against)
    told = [against[claim_id] for claim_id in owed if claim_id in against]
    is_left_out = all(each.is_left_out for each in told)
    state = RowState.WAITING if allowed else RowState.EXCLUDED if is_left_out else RowState.REFUSED
    yen = sum(handled[claim_id].yen for claim_id in (allowed or owed if is_left_out else allowed))
    return Judged(one.obligor_id, allowed, yen, state, _told(each.text for each in told))


def _refusals(asked: Asked, handled: Mapping[int, Handled]) -> dict[int, str]:
    """Why the law or the engine of acts forbids it, by claim."""
    if asked.kind.id == "property_investigation":
        return {pk: _NO_ASKING for pk, one in handled.items() if one.legal_class != _ENFORCEABLE}
    if asked.kind.event is None:
        return {}
    cases = dict(cases_of(sorted(handled)))
    kind = act_kind(asked.kind.id)
    planned = planned_singly(kind, Form(asked.form), cases=cases, on=asked.on, lawbook=asked.lawbook)
    refusals = {claim_id: one.refusal for claim_id, one in planned.items() if one.refusal}
    if asked.kind.event is EventKind.INFORMAL_DEMAND:
        refusals |= {pk: text for pk, case in cases.items() if case and (text := _too_early(case, asked))}
    return refusals


def _too_early(case: Case, asked: Asked) -> str:
    """A reminder follows a demand that was served and stands."""
    if case.due_on >= asked.on:
        return "納期限を過ぎていません"
    demanded = served_demand(case, on=asked.on, lawbook=asked.lawbook)
    return "" if demanded else "督促をしていません。先に督促状を送ってください"


def _left_out(asked: Asked, handled: Mapping[int, Handled]) -> dict[int, str]:
    """Claims whose person gets no letter of the run for a time: one was sent today, something holds it back, or the person is protected."""
    found = _held(asked, handled)
    persons = {one.obligor_id for one in handled.values()}
    protected = set(Obligor.objects.filter(pk__in=persons, protected=True).values_list("pk", flat=True))
    sent = {
        handled[claim_id].obligor_id
        for claim_id, level in _sent_today(list(handled), on=asked.on).items()
        if level >= asked.kind.level
    }
    found |= {pk: _PROTECTED for pk, one in handled.items() if one.obligor_id in protected}
    return found | {pk: _SENT for pk, one in handled.items() if one.obligor_id in sent}


def _held(asked: Asked, handled: Mapping[int, Handled]) -> dict[int, str]:
    """Claims that a plan kept, a grace, a suspension and the like hold back, as far as the list minds that; a demand is owed to all."""
    of_list = catalogue().lists.get(asked.list_id)
    minded = frozenset(HOLDS) if of_list is None or of_list.by_person else of_list.held_by
    if asked.kind.event is EventKind.FORMAL_DEMAND or not minded:
        return {}
    behind = PlanClaim.objects.filter(claim_id__in=list(handled), plan__standing__is_behind=True)
    late = set(behind.values_list("claim_id", flat=True))
    found: dict[int, str] = {}
    for claim_id, case in cases_of(sorted(handled)):
        if case is None or not case.events:
            continue
        for hold in holds_of(_facts(case, on=asked.on)):
            if hold.reason in minded and hold.until_on > asked.on and not (hold.reason == "plan" and claim_id in late):
                found[claim_id] = _HELD[hold.reason]
    return found


def _facts(case: Case, *, on: date) -> ClaimFacts:
    """The case alone, which is all that holds look at."""
    return ClaimFacts(
        case=case,
        on=on,
        state_id="",
        completes_on=None,
        extinct_on=None,
        balance_yen=0,
        fiscal_year=0,
        instalment="",
        demand_days=0,
        steps=(),
        settings=catalogue().settings,
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
