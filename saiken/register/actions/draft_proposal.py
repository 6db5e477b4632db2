"""Writes a proposal (起案): the acts to be carried out after approval, with the figures seen now.

The one idea: what is drafted is kept whole and hashed; the document's number is taken under the clock's lock, so an office's numbers of a
fiscal year have no gap. A new version of a proposal sent back keeps its number.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from saiken.domain.acts.form import Form
from saiken.domain.acts.routes import Level
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.fiscal_year import fiscal_year_of
from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.act_kinds import acts_in_force
from saiken.register.actions._act_orders import ActOrder, as_payload
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._proposals import keep_standing
from saiken.register.approval_routes import routes_in_force
from saiken.register.models import Claim, Office, Proposal, ProposalClaim
from saiken.register.proposal_words import REDRAFTED, RUNS, ProposalState
from saiken.register.queries.act_plan import Concern, act_plan
from saiken.register.queries.proposal_facts import ClaimFacts, as_basis, facts_of
from saiken.register.queries.proposal_payload import hash_of
from saiken.register.queries.scope import Scope

_TITLE, _REASON = 120, 2000


@dataclass(frozen=True)
class Draft:
    """`orders` are the acts, all of one kind, one person each; `submission` is the form's one-time key.

    `former_id` is the proposal, sent back or withdrawn, of which this is a new version.
    """

    office_id: int
    title: str
    reason: str
    orders: Sequence[ActOrder]
    submission: str
    former_id: int | None = None


@action
def draft_proposal(*, draft: Draft, scope: Scope, lawbook: LawBook, by: str, on: date) -> Done[int]:
    """Keep it; returns its id, the earlier one's for a form sent twice. Raises Refused where nobody need approve such an act."""
    earlier = Proposal.objects.filter(submission=draft.submission, recorded_by=by).first()
    if earlier is not None:
        _demand_same(draft, earlier)
        return Done(earlier.pk, f"起案 {earlier.document_number}", {"again": True})
    claims = _judged(draft, scope=scope)
    facts = facts_of(claims, on=on, lawbook=lawbook)
    levels = _levels(draft.orders[0].kind, claims, facts=facts)
    _demand_lawful(draft.orders, lawbook=lawbook, on=on)
    former = _former(draft)
    payload = as_payload(draft.orders)
    proposal = Proposal.objects.create(
        office_id=draft.office_id,
        **_numbered(draft.office_id, former, on=on),
        former=former,
        act_kind=draft.orders[0].kind,
        title=draft.title.strip(),
        reason=draft.reason.strip(),
        payload=payload,
        payload_hash=hash_of(payload),
        basis=as_basis(facts, on=on),
        levels=[level.value for level in levels],
        claim_count=len(claims),
        person_count=len({order.obligor_id for order in draft.orders}),
        total_yen=sum(one.balance_yen for one in facts.values()),
        drafted_on=on,
        submission=draft.submission,
        recorded_at=take().recorded_at,
        recorded_by=by,
    )
    _name_claims(proposal, draft.orders)
    keep_standing(proposal, on=on)
    return Done(
        proposal.pk, f"起案 {proposal.document_number}", {"proposal": proposal.pk, "claims": sorted(claims)[:20]}
    )


def _demand_same(draft: Draft, earlier: Proposal) -> None:
    """A form sent twice says the same; what was changed since is not lost unseen."""
    same = (draft.title.strip(), draft.reason.strip(), hash_of(as_payload(draft.orders)))
    if same != (earlier.title, earlier.reason, earlier.payload_hash):
        raise Refused(
            f"この画面からは、すでに{earlier.document_number}を起案しています。内容を変えるときは、その起案を取り下げて作り直してください"
        )


def _judged(draft: Draft, *, scope: Scope) -> dict[int, LegalClass]:
    """The legal classes of the claims; raises InvalidInput or Refused where the draft cannot stand."""
    _judge_words(draft)
    if len({order.kind for order in draft.orders}) != 1:
        raise InvalidInput("一つの起案には、同じ種類の処理だけを入れてください", place="処理", expected="一種類の処理")
    named = Counter(claim_id for order in draft.orders for claim_id in order.claim_ids)
    twice = [claim_id for claim_id, times in named.items() if times > 1]
    if twice or not named:
        raise InvalidInput("債権が二度入っているか、一件もありません", place="債権", found="、".join(map(str, twice)))
    if not scope.sees(draft.office_id) or scope.seen_of(named) != set(named):
        raise Refused("所属の異なる債権については、起案できません")
    _demand_no_other(draft, claim_ids=sorted(named))
    classes = Claim.objects.filter(pk__in=list(named)).values_list("pk", "legal_class")
    return {claim_id: LegalClass(legal_class) for claim_id, legal_class in classes}


def _judge_words(draft: Draft) -> None:
    if not draft.orders:
        raise InvalidInput("処理がありません", place="処理", expected="一件以上")
    if not draft.submission:
        raise InvalidInput("送信の番号がありません", place="送信", remedy="画面を開き直してください。")
    for place, text, longest in (("件名", draft.title, _TITLE), ("理由", draft.reason, _REASON)):
        if not text.strip():
            raise InvalidInput("入力されていません", place=place, expected="決裁者が読んで分かる文")
        if len(text.strip()) > longest:
            raise InvalidInput("長すぎます", place=place, found=f"{len(text.strip())}字", expected=f"{longest}字以内")


def _demand_no_other(draft: Draft, *, claim_ids: Sequence[int]) -> None:
    """同じ債権の同じ処理を、二つの起案で進めることはできない."""
    running = ProposalClaim.objects.filter(
        claim_id__in=claim_ids,
        proposal__act_kind=draft.orders[0].kind,
        proposal__standing__standing__in=[state.value for state in RUNS],
    )
    other = running.values_list("proposal__document_number", flat=True).first()
    if other is not None:
        raise Refused(f"同じ債権の同じ処理が{other}で起案されています。それを進めるか取り下げてください")


def _levels(act_kind: str, claims: dict[int, LegalClass], *, facts: dict[int, ClaimFacts]) -> tuple[Level, ...]:
    """決裁の要らない処理は、起案せずに行う."""
    owed = sum(one.balance_yen for one in facts.values())
    levels = routes_in_force().levels(act_kind, legal_classes=claims.values(), owed_yen=owed)
    if not levels:
        raise Refused("この処理に決裁は要りません。そのまま実行してください")
    return levels


def _demand_lawful(orders: Sequence[ActOrder], *, lawbook: LawBook, on: date) -> None:
    """法令が今日許さない処理は、起案することができない: raises Refused in the rules' own words.

    An act with a form of its own is judged by the action that drafted it.
    """
    for order in orders:
        kind = acts_in_force().kinds.get(order.kind)
        if kind is None or kind.screen:
            continue
        concern = Concern(order.obligor_id, order.claim_ids)
        plan = act_plan(kind, Form(order.form), concern=concern, on=on, lawbook=lawbook)
        if plan.refusals:
            raise Refused("。".join(plan.refusals))


def _former(draft: Draft) -> Proposal | None:
    """新しい版は、差し戻され又は取り下げられた同じ所属の同じ種類の起案について、一度だけ作ることができる."""
    if draft.former_id is None:
        return None
    former = found(Proposal, draft.former_id, called="起案")
    if former.office_id != draft.office_id or former.act_kind != draft.orders[0].kind:
        raise Refused("もとの起案と、所属又は処理の種類が違います。新しい起案としてください")
    if ProposalState(former.standing.standing) not in REDRAFTED:
        raise Refused(f"{former.document_number}は差し戻されも取り下げられもしていないため、新しい版を作れません")
    if Proposal.objects.filter(former=former).exists():
        raise Refused(f"{former.document_number}の新しい版がすでにあります")
    return former


def _numbered(office_id: int, former: Proposal | None, *, on: date) -> dict[str, object]:
    if former is not None:
        kept = {name: getattr(former, name) for name in ("fiscal_year", "number", "document_number")}
        return {**kept, "version": former.version + 1}
    year = fiscal_year_of(on)
    last = Proposal.objects.filter(office_id=office_id, fiscal_year=year).aggregate(last=Max("number"))["last"]
    number = (last or 0) + 1
    office = found(Office, office_id, called="組織")
    shown = routes_in_force().number(office.name, count=number)
    return {"fiscal_year": year, "number": number, "document_number": shown, "version": 1}


def _name_claims(proposal: Proposal, orders: Sequence[ActOrder]) -> None:
    rows = [
        ProposalClaim(proposal=proposal, claim_id=claim_id, obligor_id=order.obligor_id)
        for order in orders
        for claim_id in order.claim_ids
    ]
    ProposalClaim.objects.bulk_create(rows, batch_size=2_000)
