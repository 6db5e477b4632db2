"""Ends a plan: cancelled because it was broken, given up, or kept (分納の取消し・終了).

The one idea: that a plan is broken is computed; that it is cancelled for it is this act of an officer. A broken plan leaves its breach on
every claim, from which the state follows; the acknowledgment made by the pledge stays.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case_event import EventKind, Outcome
from saiken.domain.claim.plan import PlanKind, PlanOutcome
from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._plans import demand_behind, demand_over, open_plan, write_end
from saiken.register.actions._strokes import Stroke, demand_claims, earlier_act, write_act
from saiken.register.actions.conclude_case_event import Conclusion, conclude_case_event
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.models import CaseEvent, Plan, PlanClaim
from saiken.register.queries.scope import Scope

#: The kind of the act.
PLAN_END = "plan_end"
#: Plans that end with the act that cancels or ends what they belong to.
_BY_ACT = (PlanKind.COLLECTION_GRACE, PlanKind.CONVERSION_GRACE, PlanKind.DEFERRAL)


@dataclass(frozen=True)
class Ending:
    """How it ends and why."""

    outcome: PlanOutcome
    reason: str = ""


@action
def end_plan(
    *,
    plan_id: int,
    ending: Ending,
    submission: str,
    scope: Scope,
    lawbook: LawBook,
    by: str,
    on: date,
) -> Done[int]:
    """Record it; returns the plan's id. Raises Refused when it has ended, or was not broken when it is to be cancelled for that."""
    if earlier_act(submission) is not None:
        return Done(plan_id, f"分納の計画 {plan_id}", {"again": submission})
    plan, outcome = open_plan(plan_id), ending.outcome
    claim_ids = tuple(PlanClaim.objects.filter(plan=plan).order_by("place").values_list("claim_id", flat=True))
    demand_claims(plan.obligor_id, claim_ids, scope=scope)
    _demand_outcome(plan, outcome, on=on)
    events = _breaches(claim_ids, lawbook=lawbook, by=by, on=on) if outcome is PlanOutcome.BROKEN else {}
    stamp = take()
    stroke = Stroke(
        kind=PLAN_END,
        obligor_id=plan.obligor_id,
        claim_ids=claim_ids,
        submission=submission,
        form={"plan": plan_id, "outcome": outcome.value, "reason": ending.reason},
        events=events,
        result=outcome.value,
        note=ending.reason,
    )
    act = write_act(stroke, stamp=stamp, by=by, on=on)
    _conclude_pledges(plan, outcome, lawbook=lawbook, by=by, on=on)
    write_end(plan, outcome, act=act, stamp=stamp, by=by, reason=ending.reason)
    return Done(plan_id, f"分納の計画 {plan_id}", {"outcome": outcome, "reason": ending.reason})


def _demand_outcome(plan: Plan, outcome: PlanOutcome, *, on: date) -> None:
    if on < plan.agreed_on:
        raise InvalidInput("終わりの日が約束の日より前です", place="終わりの日", found=on.isoformat())
    if outcome is PlanOutcome.REPLACED:
        raise Refused("計画の変更は、新しい計画を作って行います")
    if PlanKind(plan.kind) in _BY_ACT:
        raise Refused("猶予と履行延期は、それぞれの取消し・終了の処理で、要件を確かめて終えてください")
    if outcome is PlanOutcome.BROKEN and PlanKind(plan.kind) is not PlanKind.PLEDGE:
        raise Refused("裁判上の和解による分割は、和解の不履行の処理で終えてください")
    if outcome is PlanOutcome.BROKEN:
        demand_behind(plan, on=on)
    if outcome is PlanOutcome.KEPT:
        demand_over(plan, on=on)


def _conclude_pledges(plan: Plan, outcome: PlanOutcome, *, lawbook: LawBook, by: str, on: date) -> None:
    """A plan given up releases its pledges, one that is kept completes them; a broken one leaves its breach instead."""
    ended = {PlanOutcome.CANCELLED: Outcome.RELEASED, PlanOutcome.KEPT: Outcome.COMPLETED}.get(outcome)
    if ended is None:
        return
    pledges = CaseEvent.objects.filter(
        act_claim__act_id=plan.act_id, kind=EventKind.PAYMENT_PLEDGE.value, reversed_by__isnull=True
    ).exclude(concluded_by__ends=True)
    for event_id in pledges.values_list("pk", flat=True):
        conclusion = Conclusion(EventKind.PAYMENT_PLEDGE, ended)
        conclude_case_event(event_id=event_id, conclusion=conclusion, lawbook=lawbook, by=by, on=on)


def _breaches(claim_ids: tuple[int, ...], *, lawbook: LawBook, by: str, on: date) -> dict[int, int]:
    """The breach on every claim, by claim."""
    events = [NewEvent(claim_id, EventKind.PLEDGE_BREACH, on) for claim_id in claim_ids]
    ids = record_case_events(events=events, lawbook=lawbook, by=by, on=on, source="誓約の不履行")
    return dict(zip(claim_ids, ids, strict=True))
