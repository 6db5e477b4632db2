"""Drafts the hand-overs that a rule finds, for some persons of a night's run; carries them through where the rule says so.

The one idea: the key of a draft is rule, person and day, so a second run of a day drafts nothing twice; without the rule's word nothing is
handed over by itself.
"""

from collections.abc import Sequence
from datetime import date

from saiken.domain.claim.hand_over import HandOverStepKind
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._found import found
from saiken.register.actions.advance_hand_over import NextStep, advance_hand_over
from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.models import HandOverRule
from saiken.register.queries.hand_over_candidates import claims_under


@action
def draft_hand_overs(
    *, rule_id: int, obligor_ids: Sequence[int], lawbook: LawBook, by: str, on: date
) -> Done[tuple[int, ...]]:
    """The ids of the hand-overs drafted or carried through."""
    rule = found(HandOverRule, rule_id, called="引継ぎの定め")
    ids = []
    for obligor_id in obligor_ids:
        claim_ids = claims_under(rule_id, obligor_id)
        if claim_ids:
            proposal = _proposal(rule, obligor_id, claim_ids=claim_ids, on=on)
            hand_over_id = propose_hand_over(proposal=proposal, lawbook=lawbook, by=by, on=on)
            ids.append(hand_over_id)
            if rule.is_automatic:
                _carry_through(rule, hand_over_id, lawbook=lawbook, by=by, on=on)
    return Done(tuple(ids), f"引継ぎの定め {rule_id} {len(ids)}件", {"hand_overs": ids[:20]})


def _proposal(rule: HandOverRule, obligor_id: int, *, claim_ids: tuple[int, ...], on: date) -> Proposal:
    return Proposal(
        obligor_id=obligor_id,
        from_office_id=rule.from_office_id,
        to_office_id=rule.to_office_id,
        condition=rule.condition,
        submission=f"rule-{rule.pk}-{obligor_id}-{on.isoformat()}",
        offices=frozenset({rule.from_office_id}),
        claim_ids=claim_ids,
        reason="引継ぎの定めによる",
        rule_id=rule.pk,
        is_draft=not rule.is_automatic,
    )


def _carry_through(rule: HandOverRule, hand_over_id: int, *, lawbook: LawBook, by: str, on: date) -> None:
    accepted = NextStep(
        hand_over_id,
        HandOverStepKind.ACCEPTED,
        offices=frozenset({rule.to_office_id}),
        seen=HandOverStepKind.PROPOSED.value,
    )
    advance_hand_over(step=accepted, lawbook=lawbook, by=by, on=on)
