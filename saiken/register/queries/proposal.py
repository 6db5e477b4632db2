"""One proposal as a document of decision: what, why, for whom, with the figures then and now, and who decided.

The one idea: what was seen at drafting is read from the proposal, what is so today is worked out again for the claims of the page, and the
two stand side by side. It shows persons, so it takes a Scope and leaves rows in the access log.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from saiken.domain.acts.routes import Level
from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.access import log_claims
from saiken.register.models import Proposal, ProposalClaim, ProposalStep, User
from saiken.register.proposal_words import StepKind
from saiken.register.queries.deciders import decides_for
from saiken.register.queries.hidden_places import hidden_form, hidden_from
from saiken.register.queries.parties_named import PARTIES, names_in, people_of
from saiken.register.queries.proposal_facts import ClaimFacts, facts_in, facts_of
from saiken.register.queries.proposal_payload import hash_of
from saiken.register.queries.scope import Scope

CLAIMS_SHOWN = 50


@dataclass(frozen=True)
class StepLine:
    """One step of the history; `by` and `on_behalf_of` are names as people know them."""

    position: int
    kind: str
    level: str
    on: date
    recorded_at: datetime
    by: str
    on_behalf_of: str
    reason: str
    decided_on: date | None
    decision_number: str
    differences: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class LevelLine:
    """A level of the route and the step that passed it, None as long as it has not; `is_next` when it decides now."""

    level: Level
    step: StepLine | None
    is_next: bool


@dataclass(frozen=True)
class ProposedClaim:
    """A claim of the proposal: whose act, the facts at drafting and today; `changed` names those that differ."""

    claim_id: int
    receivable: str
    assessment_number: str
    instalment: str
    legal_class: str
    due_on: date
    obligor_id: int
    obligor: str
    before: ClaimFacts
    now: ClaimFacts
    changed: frozenset[str]


@dataclass(frozen=True)
class Changed:
    """What a new version says otherwise than the former one."""

    place: str
    before: str
    now: str


@dataclass(frozen=True)
class ProposalPage:
    """`untouched` is False when what is stored is no longer what was drafted. `people` are the names of those whom the acts' forms name."""

    proposal_id: int
    document_number: str
    version: int
    fiscal_year: int
    title: str
    reason: str
    act_kind: str
    office_id: int
    office: str
    drafted_by: str
    drafter: str
    drafted_on: date
    standing: str
    level: str
    seen: int
    claim_count: int
    person_count: int
    total_yen: int
    untouched: bool
    routes: tuple[LevelLine, ...]
    steps: tuple[StepLine, ...]
    claims: tuple[ProposedClaim, ...]
    next_after: int | None
    former_id: int | None
    later_id: int | None
    changes: tuple[Changed, ...]
    orders: tuple[Mapping[str, Any], ...]
    people: Mapping[int, str] = field(default_factory=dict)

    @property
    def last_difference(self) -> tuple[Mapping[str, Any], ...]:
        """What was found changed at the last attempt, where that is what it waits for."""
        last = self.steps[-1] if self.steps else None
        return last.differences if last else ()


def proposal_page(proposal_id: int, *, scope: Scope, on: date, lawbook: LawBook, after: int = 0) -> ProposalPage:
    """The proposal with a page of its claims; raises InvalidInput where there is none, Refused where the scope does not reach."""
    proposal = Proposal.objects.select_related("office", "standing", "former").filter(pk=proposal_id).first()
    if proposal is None:
        raise InvalidInput("起案がありません", place="起案", found=str(proposal_id))
    if not scope.sees(proposal.office_id) and proposal.standing.place_id not in decides_for(scope.by, on=on):
        raise Refused("所属の異なる起案は表示できません")
    rows = list(_claim_rows(proposal, after)[: CLAIMS_SHOWN + 1])
    shown = rows[:CLAIMS_SHOWN]
    log_claims(scope, what="proposal", claim_ids=[row.claim_id for row in shown])
    steps = _steps(proposal)
    standing, later = proposal.standing, Proposal.objects.filter(former=proposal).first()
    return ProposalPage(
        proposal_id=proposal.pk,
        document_number=proposal.document_number,
        version=proposal.version,
        fiscal_year=proposal.fiscal_year,
        title=proposal.title,
        reason=proposal.reason,
        act_kind=proposal.act_kind,
        office_id=proposal.office_id,
        office=proposal.office.name,
        drafted_by=proposal.recorded_by,
        drafter=_names([proposal.recorded_by])[proposal.recorded_by],
        drafted_on=proposal.drafted_on,
        standing=standing.standing,
        level=standing.level,
        seen=standing.steps,
        claim_count=proposal.claim_count,
        person_count=proposal.person_count,
        total_yen=proposal.total_yen,
        untouched=_is_untouched(proposal),
        routes=_routes(proposal, steps),
        steps=steps,
        claims=_claims(shown, facts_in(proposal.basis), on=on, lawbook=lawbook),
        next_after=shown[-1].claim_id if len(rows) > CLAIMS_SHOWN else None,
        former_id=proposal.former_id,
        later_id=later.pk if later else None,
        changes=_changes(proposal.former, proposal, by=scope.by) if proposal.former else (),
        orders=tuple(_orders(proposal, by=scope.by)),
        people=people_of(_forms(proposal)),
    )


def _claim_rows(proposal: Proposal, after: int) -> Any:
    rows = ProposalClaim.objects.filter(proposal=proposal, claim_id__gt=after).order_by("claim_id")
    return rows.select_related("claim__receivable", "obligor")


def _claims(
    rows: Sequence[ProposalClaim], before: Mapping[int, ClaimFacts], *, on: date, lawbook: LawBook
) -> tuple[ProposedClaim, ...]:
    now = facts_of([row.claim_id for row in rows], on=on, lawbook=lawbook)
    return tuple(
        ProposedClaim(
            claim_id=row.claim_id,
            receivable=row.claim.receivable.name,
            assessment_number=row.claim.assessment_number,
            instalment=row.claim.instalment,
            legal_class=row.claim.legal_class,
            due_on=row.claim.due_on,
            obligor_id=row.obligor_id,
            obligor=row.obligor.name,
            before=before[row.claim_id],
            now=now[row.claim_id],
            changed=_changed(before[row.claim_id], now[row.claim_id]),
        )
        for row in rows
    )


def _changed(before: ClaimFacts, now: ClaimFacts) -> frozenset[str]:
    return frozenset(name for name, value in vars(before).items() if value != getattr(now, name))


def _steps(proposal: Proposal) -> tuple[StepLine, ...]:
    rows = list(proposal.steps.order_by("position"))
    names = _names({row.recorded_by for row in rows} | {row.on_behalf_of for row in rows if row.on_behalf_of})
    return tuple(_step(row, names) for row in rows)


def _step(row: ProposalStep, names: Mapping[str, str]) -> StepLine:
    return StepLine(
        position=row.position,
        kind=row.kind,
        level=row.level if row.kind != StepKind.STEP_SUBMITTED.value else "",
        on=row.on,
        recorded_at=row.recorded_at,
        by=names[row.recorded_by],
        on_behalf_of=names.get(row.on_behalf_of, ""),
        reason=row.reason,
        decided_on=row.decided_on,
        decision_number=row.decision_number,
        differences=tuple(row.detail.get("differences", ())),
    )


def _routes(proposal: Proposal, steps: Sequence[StepLine]) -> tuple[LevelLine, ...]:
    passed = {step.level: step for step in steps if step.kind == StepKind.STEP_APPROVED.value}
    waits = proposal.standing.level
    return tuple(LevelLine(Level(level), passed.get(level), level == waits) for level in proposal.levels)


def _is_untouched(proposal: Proposal) -> bool:
    hashes = {proposal.payload_hash, *proposal.steps.values_list("payload_hash", flat=True)}
    return hashes == {hash_of(proposal.payload)}


def _changes(former: Proposal, proposal: Proposal, *, by: str) -> tuple[Changed, ...]:
    pairs = (
        ("件名", former.title, proposal.title),
        ("理由", former.reason, proposal.reason),
        ("債権", _claim_numbers(former), _claim_numbers(proposal)),
        ("件数", f"{former.claim_count:,}件", f"{proposal.claim_count:,}件"),
        ("金額", f"{former.total_yen:,}円", f"{proposal.total_yen:,}円"),
        *_changed_fields(_orders(former, by=by)[0]["form"], _orders(proposal, by=by)[0]["form"]),
    )
    return tuple(Changed(place, before, now) for place, before, now in pairs if before != now)


def _claim_numbers(proposal: Proposal) -> str:
    numbers = proposal.claims.order_by("claim_id").values_list("claim__assessment_number", flat=True)
    return "、".join(numbers[:20])


def _changed_fields(was: Mapping[str, Any], is_now: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """The fields of the first act's form that differ; the acts of one proposal are filled in alike."""
    people = people_of((was, is_now))

    def told(form: Mapping[str, Any], name: str) -> str:
        return names_in(form, people) if name == PARTIES else str(form.get(name, ""))

    return [(name, told(was, name), told(is_now, name)) for name in sorted({*was, *is_now})]


def _orders(proposal: Proposal, *, by: str) -> list[dict[str, Any]]:
    """The acts as their reader may see them: where a protected person works or lives is not told."""
    hidden = hidden_from(by, [order["obligor_id"] for order in proposal.payload])
    return [
        {**order, "form": hidden_form(order.get("form", {}), is_hidden=order["obligor_id"] in hidden)}
        for order in proposal.payload
    ]


def _forms(proposal: Proposal) -> list[Mapping[str, Any]]:
    """The forms of its acts."""
    return [order.get("form", {}) for order in proposal.payload]


def _names(usernames: Iterable[str]) -> dict[str, str]:
    wanted = set(usernames)
    known = dict(User.objects.filter(username__in=wanted).values_list("username", "display_name"))
    return {username: known.get(username, username) for username in wanted}
