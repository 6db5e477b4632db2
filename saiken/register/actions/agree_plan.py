"""Agrees on paying by instalments (納付誓約・分割納付).

The one idea: the act, the pledge on every claim and the plan are written together; a pledge acknowledges the claims from its day and holds
nothing back. Graces and deferrals have preconditions of their own and come about by their acts.
"""

from dataclasses import asdict
from datetime import date

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.plan import PlanKind
from saiken.domain.errors import Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._plans import NewPlan, demand_no_other, demand_plan, write_plan
from saiken.register.actions._standings import refresh
from saiken.register.actions._strokes import Stroke, demand_claims, earlier_act, write_act
from saiken.register.actions.record_case_events import NewEvent, record_case_events
from saiken.register.models import Plan
from saiken.register.queries.scope import Scope

__all__ = ["NewPlan", "agree_plan"]

#: What a plan that is agreed on by word and signature alone may be.
_BY_AGREEMENT = (PlanKind.PLEDGE, PlanKind.COURT_SETTLEMENT)


@action
def agree_plan(
    *, obligor_id: int, plan: NewPlan, submission: str, scope: Scope, lawbook: LawBook, by: str, on: date
) -> Done[int]:
    """Record it; `on` is the day of the agreement. Returns the plan's id; the same form sent again returns the same."""
    earlier = earlier_act(submission)
    if earlier is not None:
        return Done(Plan.objects.get(act=earlier).pk, f"分納の計画 債務者 {obligor_id}", {"again": submission})
    if plan.kind not in _BY_AGREEMENT:
        raise Refused("猶予と履行延期は、それぞれの処理で要件と決裁を経て記録してください")
    demand_claims(obligor_id, plan.claim_ids, scope=scope)
    demand_no_other(plan)
    demand_plan(plan, on=on)
    events = _pledges(plan, lawbook=lawbook, by=by, on=on) if plan.kind is PlanKind.PLEDGE else {}
    stamp = take()
    stroke = Stroke(
        kind=plan.kind.value,
        obligor_id=obligor_id,
        claim_ids=plan.claim_ids,
        submission=submission,
        form=_form(plan),
        events=events,
        next_on=plan.instalments[0].due_on,
        note=plan.note,
    )
    act = write_act(stroke, stamp=stamp, by=by, on=on)
    row = write_plan(act, plan, stamp=stamp, by=by)
    refresh(plan.claim_ids, on=on, lawbook=lawbook, by=by)
    particulars = {"plan": row.pk, "yen": plan.total_yen, "instalments": len(plan.instalments)}
    return Done(row.pk, f"分納の計画 債務者 {obligor_id}", particulars)


def _pledges(plan: NewPlan, *, lawbook: LawBook, by: str, on: date) -> dict[int, int]:
    """The pledge on every claim, by claim."""
    events = [
        NewEvent(claim_id, EventKind.PAYMENT_PLEDGE, on, until=plan.last_on, instalment_yen=plan.monthly_yen)
        for claim_id in plan.claim_ids
    ]
    ids = record_case_events(events=events, lawbook=lawbook, by=by, on=on, source="納付誓約")
    return dict(zip(plan.claim_ids, ids, strict=True))


def _form(plan: NewPlan) -> dict[str, object]:
    """The plan as it was filled in; days as texts."""
    written = asdict(plan)
    written["instalments"] = [[each.number, each.due_on.isoformat(), each.yen] for each in plan.instalments]
    written["claim_ids"] = list(plan.claim_ids)
    return written
