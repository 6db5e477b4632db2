"""Plans, inquiries and property of one person, for their page and their screens.

The one idea: few statements for the person under all numbers, newest first; what belongs to claims that the scope does not see is left out.
Only `plan_page` and `assets_of` are pages of their own and leave rows in the access log.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.instalment_performance import Performance
from saiken.register.access import log_obligors
from saiken.register.models import AwaitedAnswer, Plan, PlanClaim, PlanStanding, UndisposedProperty
from saiken.register.queries.hidden_places import hidden_from, place_text
from saiken.register.queries.plan_performance import plan_states
from saiken.register.queries.running_item import RunningItem
from saiken.register.queries.scope import Scope


@dataclass(frozen=True)
class PlanClaimLine:
    """A claim of a plan, in the plan's order."""

    place: int
    claim_id: int
    receivable: str
    assessment_number: str
    instalment: str
    due_on: date
    yen: int


@dataclass(frozen=True)
class ReviewLine:
    """A review that was held."""

    on: date
    income_yen: int | None
    living_yen: int | None
    note: str


@dataclass(frozen=True)
class PlanPage:
    """One plan with everything about it; `ended_on` and `outcome` are empty while it is in force."""

    plan_id: int
    obligor_id: int
    obligor: str
    postal_code: str
    address: str
    protected: bool
    office: str
    kind: str
    method: str
    order: str
    agreed_on: date
    last_on: date
    total_yen: int
    charge_yen: int
    income_yen: int | None
    living_yen: int | None
    review_every_months: int
    tolerance_days: int
    tolerance_yen: int
    note: str
    claims: tuple[PlanClaimLine, ...]
    reviews: tuple[ReviewLine, ...]
    explained: Explained[Performance]
    arrears_yen: int
    owed_yen: int
    is_behind: bool
    is_over: bool
    next_due_on: date | None
    next_review_on: date | None
    replaces_id: int | None
    ended_on: date | None
    outcome: str
    reason: str

    @property
    def performance(self) -> Performance:
        """The instalments with what was paid of them."""
        return self.explained.value


def plan_page(plan_id: int, *, scope: Scope, on: date) -> PlanPage:
    """The plan; raises InvalidInput when there is none of which the scope sees a claim."""
    plan = _seen(Plan.objects.filter(pk=plan_id), scope).select_related("obligor", "office", "end").first()
    if plan is None:
        raise InvalidInput("分納の計画がないか、見ることのできる範囲の外にあります", place="計画", found=str(plan_id))
    log_obligors(scope, what="plan", obligor_ids=[plan.obligor_id], asked=f"分納の計画 {plan_id}")
    (state,) = plan_states((plan_id,), on=on)
    end = plan.end if hasattr(plan, "end") else None
    hidden = plan.obligor.protected
    return PlanPage(
        plan_id=plan.pk,
        obligor_id=plan.obligor_id,
        obligor=plan.obligor.name,
        postal_code="" if hidden else plan.obligor.postal_code,
        address="" if hidden else plan.obligor.address,
        protected=hidden,
        office=plan.office.name,
        kind=plan.kind,
        method=plan.method,
        order=plan.allocation_order,
        agreed_on=plan.agreed_on,
        last_on=plan.last_on,
        total_yen=plan.total_yen,
        charge_yen=plan.charge_yen,
        income_yen=plan.income_yen,
        living_yen=plan.living_yen,
        review_every_months=plan.review_every_months,
        tolerance_days=plan.tolerance_days,
        tolerance_yen=plan.tolerance_yen,
        note=plan.note,
        claims=_claims(plan),
        reviews=tuple(
            ReviewLine(row.on, row.income_yen, row.living_yen, row.note) for row in plan.reviews.order_by("-on", "-pk")
        ),
        explained=state.explained,
        arrears_yen=state.arrears_yen,
        owed_yen=state.owed_yen,
        is_behind=state.is_behind,
        is_over=state.is_over,
        next_due_on=state.next_due_on,
        next_review_on=None if end else state.next_review_on,
        replaces_id=plan.replaces_id,
        ended_on=end.on if end else None,
        outcome=end.outcome if end else "",
        reason=end.reason if end else "",
    )


def _claims(plan: Plan) -> tuple[PlanClaimLine, ...]:
    rows = plan.claims.select_related("claim__receivable").order_by("place")
    return tuple(
        PlanClaimLine(
            row.place,
            row.claim_id,
            str(row.claim.receivable),
            row.claim.assessment_number,
            row.claim.instalment,
            row.claim.due_on,
            row.yen,
        )
        for row in rows
    )


def plans_in_force(obligor_ids: tuple[int, ...], scope: Scope) -> tuple[int, ...]:
    """The ids of the person's plans in force that the scope sees, newest first."""
    plans = Plan.objects.filter(obligor_id__in=obligor_ids, standing__isnull=False)
    return tuple(_seen(plans, scope).order_by("-pk").values_list("pk", flat=True))


def _seen(plans: QuerySet[Plan], scope: Scope) -> QuerySet[Plan]:
    """Those that pay a claim within the scope."""
    if scope.offices is None:
        return plans
    return plans.filter(Exists(PlanClaim.objects.filter(plan=OuterRef("pk"), claim__in=scope.claims().values("pk"))))


def running_plans(obligor_ids: tuple[int, ...], scope: Scope, *, on: date) -> list[RunningItem]:
    """Plans in force, with what is due next and what is behind."""
    rows = PlanStanding.objects.filter(plan_id__in=plans_in_force(obligor_ids, scope)).select_related("plan")
    return [_plan_item(row) for row in rows.order_by("plan_id") if row.plan.agreed_on <= on]


def _plan_item(row: PlanStanding) -> RunningItem:
    parts = [f"分納の計画 {row.plan.total_yen:,}円のうち{row.paid_yen:,}円納付"]
    if row.is_behind:
        parts.append(f"不足{row.arrears_yen:,}円、不履行{row.times_broken}回")
    elif row.next_yen:
        parts.append(f"次回{row.next_yen:,}円")
    return RunningItem(
        kind=row.plan.kind,
        label="、".join(parts),
        since_on=row.plan.agreed_on,
        until_on=row.plan.last_on,
        next_on=row.broken_on if row.is_behind else row.next_due_on,
        address=f"/plans/{row.plan_id}/",
    )


def running_inquiries(obligor_ids: tuple[int, ...], scope: Scope, *, on: date) -> list[RunningItem]:
    """Inquiries about property that wait for an answer."""
    rows = AwaitedAnswer.objects.filter(investigation__obligor_id__in=obligor_ids).select_related("investigation")
    if scope.offices is not None:
        rows = rows.filter(office_id__in=scope.offices)
    is_hidden = bool(hidden_from(scope.by, obligor_ids))
    return [
        RunningItem(
            kind="property_investigation",
            label=place_text(row.investigation.institution, kind=row.investigation.kind, is_hidden=is_hidden),
            since_on=row.investigation.asked_on,
            next_on=row.answer_due_on,
            address=f"/obligors/{row.investigation.obligor_id}/properties/",
        )
        for row in rows.order_by("answer_due_on", "investigation_id")[:50]
    ]


def running_properties(obligor_ids: tuple[int, ...], scope: Scope, *, on: date) -> list[RunningItem]:
    """Property that was found and waits for an act."""
    rows = UndisposedProperty.objects.filter(property__obligor_id__in=obligor_ids).select_related("property")
    if scope.offices is not None:
        rows = rows.filter(office_id__in=scope.offices)
    is_hidden = bool(hidden_from(scope.by, obligor_ids))
    return [
        RunningItem(
            kind=row.property.kind,
            label=f"{place_text(row.property.description, kind=row.property.kind, is_hidden=is_hidden)}（処分を待つ財産）",
            since_on=row.found_on,
            address=f"/obligors/{row.property.obligor_id}/properties/",
        )
        for row in rows.order_by("found_on", "property_id")[:50]
    ]
