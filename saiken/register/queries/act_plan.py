"""What an act would do to each chosen claim on a day: whether the law allows it, what would be written, what would change.

The one idea: the form's preview and the write ask this same question, so what was shown is what is done. It writes nothing; whoever asks
has judged that the person's claims are in scope.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from saiken.domain.acts.catalogue import ActKind, Writes
from saiken.domain.acts.drafting import Drafted, Target, drafted, running_key, running_of
from saiken.domain.acts.effects import Effects, effects_of
from saiken.domain.acts.form import Form
from saiken.domain.acts.preconditions import PRECONDITIONS, Asked
from saiken.domain.acts.preconditions.ending import write_off_day
from saiken.domain.acts.sharing import Shares, shares_of
from saiken.domain.claim.case import Case
from saiken.domain.claim.entry import EntryKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.fiscal_year import long_label
from saiken.domain.errors import DomainError
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.extinction import extinct
from saiken.domain.rules.permission import Permission, require
from saiken.law.errors import LawError
from saiken.law.lawbook import LawBook
from saiken.register.models import Act, CaseEvent, Claim, Entry, ObligorRole
from saiken.register.queries.act_parties import Concerned, concerned, under_one
from saiken.register.queries.answering import counting_roles, kept_of, numbers_of
from saiken.register.queries.case import NO_TERMS, cases_of
from saiken.register.queries.parties_named import PARTIES

#: What is known from the person's own row alone has no record on the claim that could be ended.
_NO_RECORD = (
    "死亡は人の登録から分かるだけで、この債権に記録がありません。先に「死亡」の処理を、この債権について記録してください"
)


@dataclass(frozen=True)
class PlannedClaim:
    """One claim: the rule's answer, why it cannot be done (empty: it can), what is written and what that changes."""

    claim_id: int
    title: str
    legal_class: LegalClass
    permission: Explained[Permission] | None
    refusal: str
    obligor_ids: tuple[int, ...] = ()
    drafted: Drafted | None = None
    effects: Effects | None = None


@dataclass(frozen=True)
class ActPlan:
    """The act on the chosen claims; `running` are the running events that it could end, by the key that the form names them by."""

    kind: ActKind
    on: date
    claims: tuple[PlannedClaim, ...]
    running: Mapping[str, tuple[int, ...]]

    @property
    def refusals(self) -> tuple[str, ...]:
        """Every reason against it, once."""
        return tuple(dict.fromkeys(claim.refusal for claim in self.claims if claim.refusal))


@dataclass(frozen=True)
class Concern:
    """The person who is acted upon and the claims chosen."""

    obligor_id: int
    claim_ids: Sequence[int]


def act_plan(kind: ActKind, form: Form, *, concern: Concern, on: date, lawbook: LawBook) -> ActPlan:
    """The plan of the act on the day `on`."""
    found = dict(cases_of(concern.claim_ids))
    cases = {claim_id: case for claim_id, case in found.items() if case is not None}
    fitting = tuple(case for case in cases.values() if case.legal_class in kind.legal_classes)
    people = concerned(kind, form, obligor_id=concern.obligor_id, claim_ids=concern.claim_ids)
    question = _Question(kind, form, on, lawbook, people, fitting)
    shares, refusal = _shares(question, cases)
    rows = Claim.objects.filter(pk__in=list(found)).select_related("receivable").order_by("receivable", "due_on", "pk")
    planned = [_planned(row, cases.get(row.pk), question=question, shares=shares, refusal=refusal) for row in rows]
    return ActPlan(kind, on, tuple(planned), _running(kind, cases, on=on))


def planned_singly(
    kind: ActKind, form: Form, *, cases: Mapping[int, Case | None], on: date, lawbook: LawBook
) -> dict[int, PlannedClaim]:
    """Many persons' claims, each asked as if it alone were chosen and its principal obligor acted upon; no money is shared out."""
    question = _Question(kind, form, on, lawbook, {}, ())
    rows = Claim.objects.filter(pk__in=list(cases)).select_related("receivable")
    return {row.pk: _planned(row, cases[row.pk], question=question, shares={}, refusal="") for row in rows}


def claim_title(row: Claim) -> str:
    """How a claim is named in the form of an act."""
    return f"{row.receivable} {long_label(row.fiscal_year)} {row.assessment_number} {row.instalment}".strip()


def seen_token(obligor_id: int) -> str:
    """What the facts stood at when a form was opened; another token later means that somebody has written in between.

    It is about every claim that the person answers for, so ticking another one is no conflict.
    """
    numbers = numbers_of(kept_of(obligor_id))
    further = counting_roles(ObligorRole.objects.filter(obligor_id__in=numbers)).values_list("claim_id", flat=True)
    claim_ids = [*Claim.objects.filter(obligor_id__in=numbers).values_list("pk", flat=True), *further]
    acts = Act.objects.filter(obligor_id__in=numbers).aggregate(last=Max("pk"))["last"]
    events = CaseEvent.objects.filter(claim_id__in=claim_ids).aggregate(last=Max("pk"))["last"]
    entries = Entry.objects.filter(claim_id__in=claim_ids).aggregate(last=Max("sequence"))["last"]
    return f"{acts or 0}-{events or 0}-{entries or 0}"


@dataclass(frozen=True)
class _Question:
    """What is asked of every claim; `people` are those concerned, by claim: nothing there is the principal alone.

    `chosen` are all claims of the stroke whose class admits the act.
    """

    kind: ActKind
    form: Form
    on: date
    lawbook: LawBook
    people: Mapping[int, Concerned]
    chosen: tuple[Case, ...]

    @property
    def as_one(self) -> Mapping[int, int]:
        """The joined rows of those named, each with the number of their person; the same for every claim."""
        return next((people.as_one for people in self.people.values()), {})


def _shares(question: _Question, cases: Mapping[int, Case]) -> tuple[Shares, str]:
    """The money of each claim, or why it cannot be shared out."""
    if question.kind.writes is not Writes.ENTRY or question.kind.entry is None or not cases:
        return {}, ""
    try:
        found = shares_of(question.kind.entry, question.form, cases=cases, on=question.on, lawbook=question.lawbook)
    except DomainError as refused:
        return {}, str(refused)
    return found, ""


def _planned(row: Claim, case: Case | None, *, question: _Question, shares: Shares, refusal: str) -> PlannedClaim:
    title = claim_title(row)
    legal_class = LegalClass(row.legal_class)
    if case is None:
        return PlannedClaim(row.pk, title, legal_class, None, NO_TERMS)
    if legal_class not in question.kind.legal_classes:
        return PlannedClaim(row.pk, title, legal_class, None, "この債権区分の債権には行えない処理です")
    people = question.people.get(row.pk, Concerned())
    try:
        permission = _permission(question, case, people=people)
        if people.refusal:
            return PlannedClaim(row.pk, title, legal_class, permission, people.refusal)
        draft = drafted(
            question.kind,
            question.form,
            case=case,
            target=Target(people.keys, shares.get(row.pk)),
            on=_effective_day(question, case),
        )
        effects = effects_of(case, draft.after, on=question.on, lawbook=question.lawbook)
    except (DomainError, LawError) as refused:
        return PlannedClaim(row.pk, title, legal_class, None, str(refused))
    lacking = _NO_RECORD if draft.ended is not None and not draft.ended.reference.isdecimal() else ""
    against = refusal or lacking or _gone(question, case) or _against(permission, question.lawbook)
    return PlannedClaim(row.pk, title, legal_class, permission, against, people.obligor_ids, draft, effects)


def _effective_day(question: _Question, case: Case) -> date:
    """不納欠損は、債権が消滅した事由の日に効力を持つ; every other act on its own day."""
    if question.kind.entry is not EntryKind.WRITTEN_OFF:
        return question.on
    caused_on = write_off_day(Asked(case, question.form, question.on, question.lawbook))
    return caused_on if caused_on and caused_on <= question.on else question.on


def _permission(question: _Question, case: Case, *, people: Concerned) -> Explained[Permission] | None:
    """The rule's answer about those whom the form names, else whom the act concerns; joined rows are asked about as one person."""
    if not question.kind.precondition:
        return None
    as_one = question.as_one
    together = tuple(under_one(one, as_one) for one in question.chosen if one is not case)
    named = list(dict.fromkeys(as_one.get(number, number) for number in people.named or people.obligor_ids))
    form = Form({**question.form.values, PARTIES: named}) if named else question.form
    asked = Asked(under_one(case, as_one), form, question.on, question.lawbook, together)
    return PRECONDITIONS[question.kind.precondition](asked)


def _gone(question: _Question, case: Case) -> str:
    """消滅した債権には、処分も手続も行うことができない: why an act that law governs comes too late; else empty."""
    is_governed = question.kind.writes is Writes.EVENT and question.kind.precondition
    end = extinct(case, on=question.on, lawbook=question.lawbook) if is_governed else None
    if end is None:
        return ""
    return f"{end.on.isoformat()} に{end.how}、債権は消滅しています（{question.lawbook.text(end.citation)}）"


def _against(permission: Explained[Permission] | None, lawbook: LawBook) -> str:
    """The refusal in the rule's own words; empty when every condition holds."""
    if permission is None:
        return ""
    try:
        require(permission, lawbook=lawbook)
    except DomainError as refused:
        return str(refused)
    return ""


def _running(kind: ActKind, cases: Mapping[int, Case], *, on: date) -> Mapping[str, tuple[int, ...]]:
    if kind.writes is not Writes.CONCLUSION:
        return {}
    found: dict[str, list[int]] = defaultdict(list)
    for claim_id, case in cases.items():
        for event in running_of(kind, case, on=on):
            found[running_key(event)].append(claim_id)
    return {key: tuple(dict.fromkeys(ids)) for key, ids in sorted(found.items(), reverse=True)}
