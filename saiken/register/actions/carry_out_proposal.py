"""Carries out what was approved, and nothing else (実行).

The one idea: the acts are those whose hash the deciders saw, and the facts must still be those that they agreed to; where one differs,
nothing is done, the differences are written down and the decider is asked again. All acts are done, or none.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from saiken.domain.acts.routes import Level
from saiken.domain.errors import Refused
from saiken.glossary import load_glossary
from saiken.law.lawbook import LawBook
from saiken.register.actions._act_orders import orders_in, perform
from saiken.register.actions._approval import approved, levels_for
from saiken.register.actions._base import Done, action
from saiken.register.actions._proposals import add_step, proposal_seen
from saiken.register.models import Proposal
from saiken.register.proposal_words import ProposalState, StepKind
from saiken.register.queries.proposal_facts import ClaimFacts, Difference, as_basis, differences, facts_in, facts_of
from saiken.register.queries.scope import Scope

#: Told after each act: how many are done, of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Outcome:
    """`acts` were done; or none, because of the `differences`, and the proposal waits for confirmation."""

    acts: tuple[int, ...] = ()
    differences: tuple[Difference, ...] = ()


def _silent(_done: int, _all: int) -> None:
    """Nobody watches."""


@action
def carry_out_proposal(
    *,
    proposal_id: int,
    seen: int,
    scope: Scope,
    lawbook: LawBook,
    by: str,
    on: date,
    progress: Progress = _silent,
) -> Done[Outcome]:
    """Carry out every act of it in one transaction, or write down what has changed; `seen` is the last step the person saw."""
    proposal = proposal_seen(proposal_id, seen=seen, allowed={ProposalState.PROPOSAL_APPROVED})
    claims = list(proposal.claims.values_list("claim_id", flat=True))
    if not scope.sees(proposal.office_id) or scope.seen_of(claims) != set(claims):
        raise Refused("所属の異なる起案は実行できません")
    subject = f"起案 {proposal.document_number}"
    now = facts_of(claims, on=on, lawbook=lawbook)
    if changed := differences(_agreed(proposal), now):
        _write_down(proposal, changed, now=now, by=by, on=on)
        return Done(Outcome(differences=tuple(changed)), subject, {"proposal": proposal.pk, "changed": len(changed)})
    _demand_levels(proposal, claims)
    orders = orders_in(proposal.payload)
    acts: list[int] = []
    with approved([order.submission for order in orders]):
        for order in orders:
            acts.append(perform(order, scope=scope, lawbook=lawbook, by=by, on=on))
            progress(len(acts), len(orders))
    add_step(proposal, StepKind.STEP_CARRIED_OUT, by=by, on=on, detail={"acts": acts})
    return Done(Outcome(acts=tuple(acts)), subject, {"proposal": proposal.pk, "acts": len(acts)})


def _demand_levels(proposal: Proposal, claim_ids: Sequence[int]) -> None:
    """決裁区分が上がったときは、その段階の決裁を受けなければ、実行することができない."""
    missing = set(levels_for(proposal.act_kind, claim_ids)) - {Level(level) for level in proposal.levels}
    if missing:
        words = "、".join(load_glossary().japanese(level.value) for level in Level if level in missing)
        raise Refused(f"金額又は決裁区分が変わり、今は「{words}」も要ります。この起案を取りやめ、起案し直してください")


def _agreed(proposal: Proposal) -> dict[int, ClaimFacts]:
    """The facts last agreed to: those of the last confirmation, else those of the drafting."""
    confirmed = proposal.steps.filter(kind=StepKind.STEP_CONFIRMED.value).order_by("-position").first()
    return facts_in(confirmed.detail["basis"] if confirmed else proposal.basis)


def _write_down(
    proposal: Proposal, changed: Sequence[Difference], *, now: dict[int, ClaimFacts], by: str, on: date
) -> None:
    detail = {"differences": [asdict(one) for one in changed], "basis": as_basis(now, on=on)}
    add_step(proposal, StepKind.STEP_FOUND_CHANGED, by=by, on=on, detail=detail)
