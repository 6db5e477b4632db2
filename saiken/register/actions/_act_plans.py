"""What acts change about plans: a grace or a deferral with instalments writes its plan, its cancellation or end ends it.

The one idea: the plan is written with the act that gives the grace, in its transaction, from the text that was approved; it ends with the
last of the act's events. A pledge's plan ends with its pledges or with their breach, on all its claims at once, wherever that is recorded.
"""

from collections.abc import Sequence

from saiken.domain.claim.case_event import Outcome
from saiken.domain.claim.plan import PlanKind, PlanOutcome
from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._carried import Carried
from saiken.register.actions._clock import take
from saiken.register.actions._ended_acts import ended_acts
from saiken.register.actions._plans import (
    NewPlan,
    demand_behind,
    demand_no_other,
    demand_over,
    demand_plan,
    write_end,
    write_plan,
)
from saiken.register.models import ActClaim, Plan, PlanClaim
from saiken.register.plan_forms import PLAN, plan_in

#: How a cancellation names the ground that an instalment was not paid.
_MISSED = "instalment_missed"
#: The longest reason that the end of a plan holds.
_REASON = 300


def planned(done: Carried) -> None:
    """The plan that the form holds; nothing where all is to be paid at the end."""
    text = done.form.text(PLAN)
    if not text:
        return
    plan = plan_in(text)
    _demand_fitting(plan, done)
    demand_no_other(plan)
    demand_plan(plan, on=done.on)
    write_plan(done.act, plan, stamp=take(), by=done.by)


def ended(done: Carried) -> None:
    """The plans of the acts that this act has brought to their end."""
    outcome = _outcome(done)
    reason = (done.form.text("reason_told") or done.form.text("note"))[:_REASON]
    for plan in Plan.objects.filter(act_id__in=ended_acts(done.act), end__isnull=True).order_by("pk"):
        write_end(plan, outcome, act=done.act, stamp=take(), by=done.by, reason=reason)


def pledge_ended(done: Carried) -> None:
    """The plans of the pledges that have ended; one that is not paid in full cannot end as kept."""
    plans = _pledge_plans(done)
    _demand_whole(plans, done)
    if _outcome(done) is PlanOutcome.KEPT:
        for plan in plans:
            demand_over(plan, on=done.on)
    ended(done)


def pledge_broken(done: Carried) -> None:
    """The plans of the pledges whose breach was recorded; one that is paid as agreed cannot be broken."""
    plans = _pledge_plans(done)
    _demand_whole(plans, done)
    for plan in plans:
        demand_behind(plan, on=done.on)
        reason = done.form.text("reason")[:_REASON]
        write_end(plan, PlanOutcome.BROKEN, act=done.act, stamp=take(), by=done.by, reason=reason)


def _pledge_plans(done: Carried) -> list[Plan]:
    """The plans of pledges in force that pay one of the act's claims."""
    chosen = ActClaim.objects.filter(act=done.act).values_list("claim_id", flat=True)
    plans = Plan.objects.filter(kind=PlanKind.PLEDGE.value, end__isnull=True, claims__claim_id__in=list(chosen))
    return list(plans.distinct().order_by("pk"))


def _demand_whole(plans: Sequence[Plan], done: Carried) -> None:
    """分納の計画は、その債権の全部について終える."""
    chosen = set(ActClaim.objects.filter(act=done.act).values_list("claim_id", flat=True))
    left = PlanClaim.objects.filter(plan__in=plans).exclude(claim_id__in=chosen).select_related("claim").first()
    if left is not None:
        raise Refused(
            f"分納の計画の債権の一部だけを終えることはできません。計画にある {left.claim.assessment_number} も選んでください"
        )


def _outcome(done: Carried) -> PlanOutcome:
    """不履行による取消し, 完納, それ以外は取りやめ."""
    if done.form.text("why") == _MISSED:
        return PlanOutcome.BROKEN
    return PlanOutcome.KEPT if done.form.text("outcome") == Outcome.COMPLETED else PlanOutcome.CANCELLED


def _demand_fitting(plan: NewPlan, done: Carried) -> None:
    """計画は、その処理の種類のもので、選んだ債権の全部について、期間の末日までに納め終わるものとする."""
    chosen = set(ActClaim.objects.filter(act=done.act).values_list("claim_id", flat=True))
    if plan.kind.value != done.act.kind:
        raise Refused("この処理の計画ではありません。計画の種類を選び直してください")
    if set(plan.claim_ids) != chosen:
        raise Refused("計画の債権と選んだ債権が違います。計画を作り直してください")
    until = done.form.day("until")
    if until is not None and plan.instalments and plan.last_on > until:
        raise InvalidInput(
            "最後の納付日が期間の末日より後です",
            place="期間の末日",
            found=until.isoformat(),
            expected=f"{plan.last_on.isoformat()}以後",
        )
