"""Writes a plan with its claims and instalments, and ends one.

The one idea: every action that makes or ends a plan writes it here, in its own transaction and after its act, so a plan looks the same
however it came about. What the plan does to its claims is the act's matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Sum

from saiken.domain.claim.plan import AllocationOrder, PlanKind, PlanMethod, PlanOutcome
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.rules.instalment_performance import Tolerance
from saiken.domain.rules.instalment_plan import Instalment
from saiken.register.actions._case_files import refresh_case_files
from saiken.register.actions._clock import Stamp
from saiken.register.actions._found import found
from saiken.register.actions._plan_standings import refresh_plans
from saiken.register.models import (
    Act,
    ClaimBalance,
    ClaimStanding,
    Plan,
    PlanClaim,
    PlanEnd,
    PlanInstalment,
    PlanStanding,
)
from saiken.register.queries.plan_performance import plan_states


@dataclass(frozen=True)
class NewPlan:
    """A plan as agreed: its claims in the order in which they are paid, its instalments, and what was said about means.

    `monthly_yen` is the regular sum, which the case events carry; `replaces_id` an earlier plan that this one takes the place of.
    """

    kind: PlanKind
    method: PlanMethod
    claim_ids: tuple[int, ...]
    instalments: tuple[Instalment, ...]
    monthly_yen: int
    charge_yen: int = 0
    order: AllocationOrder = AllocationOrder.OLDEST_DUE
    tolerance: Tolerance = field(default_factory=Tolerance)
    review_every_months: int = 0
    income_yen: int | None = None
    living_yen: int | None = None
    replaces_id: int | None = None
    note: str = ""

    @property
    def total_yen(self) -> int:
        """The sum of the instalments."""
        return sum(instalment.yen for instalment in self.instalments)

    @property
    def last_on(self) -> date:
        """The day of the last instalment."""
        return self.instalments[-1].due_on


def demand_plan(plan: NewPlan, *, on: date) -> None:
    """Raise InvalidInput where the plan does not fit what is owed or the day on which it is agreed."""
    if not plan.instalments:
        raise InvalidInput("各回の納付がありません", place="分納の計画", expected="1回以上")
    first_on = plan.instalments[0].due_on
    if first_on < on:
        raise InvalidInput(
            "最初の納付日が約束の日より前です",
            place="最初の納付日",
            found=first_on.isoformat(),
            expected=f"{on.isoformat()}以後",
        )
    if ClaimStanding.objects.filter(pk__in=plan.claim_ids, extinct_on__lte=on).exists():
        raise Refused("消滅した債権について、納付の約束を記録することはできません")
    owed_yen = sum(_owed(plan.claim_ids).values())
    if plan.total_yen - plan.charge_yen > owed_yen:
        raise InvalidInput(
            "各回の合計が、債権の残高と延滞金等の合計を超えています",
            place="分納の計画",
            found=f"{plan.total_yen:,}円",
            expected=f"{owed_yen + plan.charge_yen:,}円以下",
            remedy="残高が変わっていれば、計画を作り直してください。",
        )


def demand_no_other(plan: NewPlan) -> None:
    """同じ債権について効力のある計画は一つとする: raises Refused where a plan in force already pays one of the claims.

    計画は、同じ債権の計画にだけ代わる: nor does a plan end one that pays none of its claims.
    """
    others = PlanStanding.objects.filter(plan__claims__claim_id__in=plan.claim_ids).exclude(
        plan_id=plan.replaces_id or 0
    )
    if others.exists():
        raise Refused("この債権には効力のある分納の計画があります。変更するときは、その計画に代わる計画としてください")
    if plan.replaces_id is None:
        return
    if not PlanClaim.objects.filter(plan_id=plan.replaces_id, claim_id__in=plan.claim_ids).exists():
        raise Refused("代わる前の計画に、選んだ債権が一つもありません。変更する計画の画面から、作り直してください")


def write_plan(act: Act, plan: NewPlan, *, stamp: Stamp, by: str) -> Plan:
    """The plan of an act; a plan that it replaces ends on the act's day."""
    owed = _owed(plan.claim_ids)
    row = Plan.objects.create(
        act=act,
        obligor_id=act.obligor_id,
        office_id=act.office_id,
        kind=plan.kind.value,
        method=plan.method.value,
        agreed_on=act.on,
        last_on=plan.last_on,
        total_yen=plan.total_yen,
        charge_yen=plan.charge_yen,
        income_yen=plan.income_yen,
        living_yen=plan.living_yen,
        review_every_months=plan.review_every_months,
        tolerance_days=plan.tolerance.days,
        tolerance_yen=plan.tolerance.yen,
        allocation_order=plan.order.value,
        replaces_id=plan.replaces_id,
        note=plan.note,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    PlanClaim.objects.bulk_create(
        PlanClaim(plan=row, claim_id=claim_id, place=place, yen=owed[claim_id])
        for place, claim_id in enumerate(plan.claim_ids, start=1)
    )
    PlanInstalment.objects.bulk_create(
        PlanInstalment(plan=row, number=each.number, due_on=each.due_on, yen=each.yen) for each in plan.instalments
    )
    if plan.replaces_id is not None:
        replaced = open_plan(plan.replaces_id)
        write_end(replaced, PlanOutcome.REPLACED, act=act, stamp=stamp, by=by)
    refresh_plans([row.pk], on=act.on)
    return row


def open_plan(plan_id: int) -> Plan:
    """The plan in force; raises InvalidInput when there is none and Refused when it has ended."""
    plan = found(Plan, plan_id, called="分納の計画")
    if PlanEnd.objects.filter(pk=plan_id).exists():
        raise Refused("この分納の計画はすでに終わっています")
    return plan


def demand_behind(plan: Plan, *, on: date) -> None:
    """納付日までの累計に不足があるときに限り、不履行による取消しをすることができる: raises Refused."""
    (state,) = plan_states((plan.pk,), on=on)
    if not state.is_behind:
        raise Refused("納付日までの累計に不足がないので、不履行による取消しはできません")


def demand_over(plan: Plan, *, on: date) -> None:
    """納付の終わった計画に限り、完納とすることができる: raises Refused."""
    (state,) = plan_states((plan.pk,), on=on)
    if not state.is_over:
        raise Refused("納付が終わっていないので、完納とすることはできません")


def write_end(plan: Plan, outcome: PlanOutcome, *, act: Act, stamp: Stamp, by: str, reason: str = "") -> None:
    """The end of a plan by an act, and its standing taken away."""
    PlanEnd.objects.create(
        plan=plan,
        act=act,
        on=act.on,
        outcome=outcome.value,
        reason=reason,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    PlanStanding.objects.filter(plan=plan).delete()
    refresh_case_files([plan.obligor_id])


def _owed(claim_ids: Sequence[int]) -> dict[int, int]:
    """What each claim owes now, all components."""
    rows = ClaimBalance.objects.filter(claim_id__in=claim_ids)
    owed = dict(rows.values("claim_id").annotate(yen=Sum("balance_yen")).values_list("claim_id", "yen"))
    for claim_id in claim_ids:
        if owed.get(claim_id, 0) <= 0:
            raise InvalidInput("残高のない債権は分割できません", place=f"債権 {claim_id}")
    return owed
