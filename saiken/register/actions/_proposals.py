"""Reads and moves proposals: the checks that every step shares, and the row that says how a proposal stands.

The one idea: whoever acts names the last step that he or she saw; under the clock's lock that step must still be the last, so of two who
decide at once one is told what the other did. What each verb demands is written in its own file.
"""

from collections.abc import Collection
from datetime import date
from typing import Any

from saiken.domain.acts.routes import Level
from saiken.domain.errors import Refused
from saiken.glossary import load_glossary
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.models import Proposal, ProposalStanding, ProposalStep
from saiken.register.proposal_words import ProposalState, StepKind
from saiken.register.queries.deciders import decider, place_of
from saiken.register.queries.people import Approver
from saiken.register.queries.proposal_payload import hash_of
from saiken.register.queries.proposal_standing import stands


class Overtaken(Refused):
    """Somebody else moved the proposal since it was looked at; the sentence says who and how."""


def proposal_seen(proposal_id: int, *, seen: int, allowed: Collection[ProposalState]) -> Proposal:
    """The proposal, when `seen` is still the number of its last step and its standing is among `allowed`; else Overtaken or Refused."""
    proposal = found(Proposal, proposal_id, called="起案")
    last = proposal.steps.order_by("-position").first()
    position = last.position if last else 0
    if position != seen and last is not None:
        word = load_glossary().japanese(last.kind)
        raise Overtaken(
            f"{proposal.document_number}は、その間に{last.recorded_by}が「{word}」を記録しました。"
            "開き直して、今の状態を確かめてください"
        )
    state = ProposalState(proposal.standing.standing)
    if state not in allowed:
        word = load_glossary().japanese(state.value)
        raise Refused(f"{proposal.document_number}は「{word}」のため、この操作はできません")
    demand_untouched(proposal)
    return proposal


def demand_untouched(proposal: Proposal) -> None:
    """決裁に出した内容は、変えることができない: raises Refused where what is stored is not what was drafted or decided."""
    kept = {proposal.payload_hash, *proposal.steps.values_list("payload_hash", flat=True)}
    if kept != {hash_of(proposal.payload)}:
        raise Refused(
            f"{proposal.document_number}の内容が起案の時と違います。決裁も実行もできません。管理者に知らせてください"
        )


def demand_decider(proposal: Proposal, *, by: str, on: date) -> Approver:
    """Raise Refused unless the person may decide it at the level for which it waits; the drafter never may, nor a deputy of the drafter."""
    standing = proposal.standing
    if by == proposal.recorded_by:
        raise Refused("自分の起案を自分で決裁することはできません")
    approver = decider(by, standing.place_id or standing.office_id, on=on)
    if approver is None:
        word = load_glossary().japanese(standing.level)
        raise Refused(f"{proposal.document_number}は「{word}」を待っています。この段階を決裁する役割がありません")
    if approver.on_behalf_of == proposal.recorded_by:
        raise Refused("起案者の代理として決裁することはできません")
    return approver


def demand_drafter(proposal: Proposal, *, by: str) -> None:
    """Raise Refused unless it is the person's own draft."""
    if by != proposal.recorded_by:
        raise Refused("この操作は起案者だけができます")


def add_step(proposal: Proposal, kind: StepKind, *, by: str, on: date, **facts: Any) -> ProposalStep:
    """Write the next step and how the proposal stands after it; `facts` are further fields of the step."""
    last = proposal.steps.order_by("-position").values_list("position", flat=True).first() or 0
    standing = ProposalStanding.objects.filter(pk=proposal.pk).first()
    step = ProposalStep.objects.create(
        proposal=proposal,
        position=last + 1,
        kind=kind.value,
        level=facts.pop("level", standing.level if standing else ""),
        office_id=standing.place_id if standing else None,
        on=on,
        payload_hash=proposal.payload_hash,
        recorded_at=take().recorded_at,
        recorded_by=by,
        **facts,
    )
    keep_standing(proposal, on=on)
    return step


def keep_standing(proposal: Proposal, *, on: date) -> None:
    """Write the row of the lists from the steps."""
    levels = [Level(level) for level in proposal.levels]
    kinds = list(proposal.steps.order_by("position").values_list("kind", flat=True))
    now = stands(kinds, levels)
    ProposalStanding.objects.update_or_create(
        proposal=proposal,
        defaults={
            "standing": now.state.value,
            "office_id": proposal.office_id,
            "drafted_by": proposal.recorded_by,
            "act_kind": proposal.act_kind,
            "level": now.level.value if now.level else "",
            "place_id": place_of(now.level, proposal.office_id, on=on) if now.level else None,
            "levels_done": now.levels_done,
            "steps": len(kinds),
            "changed_on": on,
        },
    )
    proposal.refresh_from_db()
