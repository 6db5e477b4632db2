"""How plans are being kept on a day: the promised instalments against the money that reached their claims.

The one idea: receipts on the plan's claims since it was agreed fill the instalments in their order; a receipt that was taken back counts
for
nothing. Thousands of plans are read with one statement per table. No names are shown here.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Sum

from saiken.domain.claim.entry import Account
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.instalment_performance import Performance, Tolerance, performance
from saiken.domain.rules.instalment_plan import Instalment, reviews
from saiken.domain.rules.partial_payment import Payment
from saiken.register.models import ClaimBalance, Entry, Plan, PlanClaim, PlanInstalment, PlanReview


@dataclass(frozen=True)
class PlanState:
    """A plan on a day. `owed_yen` is what its claims still owe together, all components."""

    plan_id: int
    obligor_id: int
    office_id: int
    explained: Explained[Performance]
    owed_yen: int
    next_review_on: date | None

    @property
    def performance(self) -> Performance:
        """The instalments with what was paid of them."""
        return self.explained.value

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to pay: every instalment is full, or the claims owe nothing more."""
        return self.performance.is_paid_off or self.owed_yen <= 0

    @property
    def arrears_yen(self) -> int:
        """What should have been paid and was not, never more than the claims owe."""
        return min(self.performance.arrears_yen, max(0, self.owed_yen))

    @property
    def broken_on(self) -> date | None:
        """The day on which the latest broken instalment was broken."""
        last = self.performance.last_broken
        return last.broken_on if last else None

    @property
    def is_behind(self) -> bool:
        """Whether a broken instalment is still lacking something."""
        last = self.performance.last_broken
        return last is not None and last.lacking_yen > 0 and not self.is_over

    @property
    def next_due_on(self) -> date | None:
        """The day of the first instalment that is not full."""
        following = self.performance.following
        return following.due_on if following and not self.is_over else None

    @property
    def next_yen(self) -> int:
        """What that instalment still lacks."""
        following = self.performance.following
        return min(following.lacking_yen, self.owed_yen) if following and not self.is_over else 0


def plan_performance(plan_id: int, *, on: date) -> Explained[Performance]:
    """One plan on a day, ended or not; a plan that does not exist has no instalments."""
    states = plan_states((plan_id,), on=on)
    return states[0].explained if states else performance((), (), on=on)


def plan_states(plan_ids: Sequence[int], *, on: date) -> tuple[PlanState, ...]:
    """The plans on a day, in the order of their ids; an ended plan as it was when it ended."""
    plans = list(Plan.objects.filter(pk__in=plan_ids).select_related("end").order_by("pk"))
    instalments, claims = _instalments(plan_ids), _claims(plan_ids)
    claim_ids = {claim_id for several in claims.values() for claim_id in several}
    receipts, owed = _receipts(claim_ids), _owed(claim_ids)
    reviewed = _reviewed(plan_ids)
    found = []
    for plan in plans:
        until = _until(plan, on)
        mine = [each for claim_id in claims[plan.pk] for each in receipts.get(claim_id, ())]
        payments = [each for each in mine if plan.agreed_on <= each.on]
        kept = performance(
            instalments[plan.pk], payments, on=until, tolerance=Tolerance(plan.tolerance_days, plan.tolerance_yen)
        )
        owed_yen = sum(owed.get(claim_id, 0) for claim_id in claims[plan.pk])
        review_on = _next_review(plan, reviewed.get(plan.pk))
        found.append(PlanState(plan.pk, plan.obligor_id, plan.office_id, kept, owed_yen, review_on))
    return tuple(found)


def _until(plan: Plan, on: date) -> date:
    return min(on, plan.end.on) if hasattr(plan, "end") else on


def _instalments(plan_ids: Sequence[int]) -> Mapping[int, list[Instalment]]:
    found: dict[int, list[Instalment]] = defaultdict(list)
    left: dict[int, int] = dict(Plan.objects.filter(pk__in=plan_ids).values_list("pk", "total_yen"))
    rows = PlanInstalment.objects.filter(plan_id__in=plan_ids).order_by("plan_id", "number")
    for plan_id, number, due_on, yen in rows.values_list("plan_id", "number", "due_on", "yen"):
        left[plan_id] -= yen
        found[plan_id].append(Instalment(number, due_on, yen, left[plan_id]))
    return found


def _claims(plan_ids: Sequence[int]) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    rows = PlanClaim.objects.filter(plan_id__in=plan_ids).order_by("plan_id", "place")
    for plan_id, claim_id in rows.values_list("plan_id", "claim_id"):
        found[plan_id].append(claim_id)
    return found


def _receipts(claim_ids: set[int]) -> Mapping[int, list[Payment]]:
    """Money received by claim; a receipt and the entry that took it back are both left out."""
    rows = Entry.objects.filter(claim_id__in=claim_ids, account=Account.RECEIPT.value)
    entries: list[tuple[Any, ...]] = list(
        rows.values_list("claim_id", "sequence", "effective_on", "yen", "reverses_id")
    )
    taken_back = {row[4] for row in entries if row[4] is not None}
    found: dict[int, list[Payment]] = defaultdict(list)
    for claim_id, sequence, effective_on, yen, reverses_id in entries:
        if reverses_id is None and sequence not in taken_back:
            found[claim_id].append(Payment(effective_on, yen))
    return found


def _owed(claim_ids: set[int]) -> Mapping[int, int]:
    rows = ClaimBalance.objects.filter(claim_id__in=claim_ids).values("claim_id").annotate(yen=Sum("balance_yen"))
    return dict(rows.values_list("claim_id", "yen"))


def _reviewed(plan_ids: Sequence[int]) -> Mapping[int, date]:
    """The day of each plan's last review."""
    rows = PlanReview.objects.filter(plan_id__in=plan_ids).order_by("on")
    return dict(rows.values_list("plan_id", "on"))


def _next_review(plan: Plan, reviewed_on: date | None) -> date | None:
    """The next review day within the plan, counted from the last review, else from the agreement."""
    if not plan.review_every_months:
        return None
    days = reviews(reviewed_on or plan.agreed_on, every_months=plan.review_every_months, until=plan.last_on)
    return days[0] if days else None
