"""Keeps the standings of plans: the cache of how each plan in force is being kept.

The one idea: computed from the instalments and the ledger, never carried on; called by the actions of plans, by the day roll, and by
whatever moves money of a claim, in its transaction. The files of the persons follow.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Max

from saiken.register.actions._case_files import refresh_case_files
from saiken.register.models import PlanStanding
from saiken.register.queries.plan_performance import PlanState, plan_states


def refresh_plans(plan_ids: Iterable[int], *, on: date) -> tuple[PlanState, ...]:
    """Compute and keep the standings of plans in force on a day; returns them."""
    states = plan_states(tuple(plan_ids), on=on)
    rows = [_standing(state, on) for state in states]
    PlanStanding.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["plan"],
        update_fields=[
            "as_of_on", "paid_yen", "arrears_yen", "times_broken", "broken_on", "is_behind", "next_due_on", "next_yen",
            "next_review_on",
        ],
    )  # fmt: skip
    refresh_case_files([state.obligor_id for state in states])
    return states


def _standing(state: PlanState, on: date) -> PlanStanding:
    return PlanStanding(
        plan_id=state.plan_id,
        office_id=state.office_id,
        obligor_id=state.obligor_id,
        as_of_on=on,
        paid_yen=state.performance.paid_yen,
        arrears_yen=state.arrears_yen,
        times_broken=state.performance.times_broken,
        broken_on=state.broken_on,
        is_behind=state.is_behind,
        next_due_on=state.next_due_on,
        next_yen=state.next_yen,
        next_review_on=state.next_review_on,
    )


def keep_plans_of_claims(claim_ids: Sequence[int], *, on: date) -> None:
    """The plans in force that pay one of these claims, computed anew; a plan is never taken back to an earlier day."""
    concerned = PlanStanding.objects.filter(plan__claims__claim_id__in=claim_ids)
    as_of = dict(concerned.values_list("plan_id").annotate(day=Max("as_of_on")))
    if as_of:
        refresh_plans(as_of, on=max(on, *as_of.values()))
