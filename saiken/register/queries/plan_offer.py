"""What-if of an instalment plan: the person's claims, what they would pay and until when, side by side.

The one idea: everything is computed anew from the claims' facts by the rules for the plan as asked and for its variants, and nothing is
written. Saving computes the same once more. It shows a person's claims, so it takes a Scope and leaves a row in the access log.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.plan import AllocationOrder, PlanKind
from saiken.domain.errors import DomainError, InvalidInput
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.instalment_charge import PlanCharge, charge_on_the_way
from saiken.domain.rules.instalment_choice import ChosenPlan, PlanChoice, variants
from saiken.domain.rules.instalment_plan import LongTermTest, ten_year_test
from saiken.domain.rules.plan_limits import PlanLimit, plan_limit
from saiken.domain.rules.prescription import prescription
from saiken.law.errors import LawError
from saiken.law.lawbook import LawBook
from saiken.register.access import log_read
from saiken.register.queries.case import cases_of
from saiken.register.queries.person_claims import OwedClaim
from saiken.register.queries.scope import Scope

#: The variant beside the one asked for ends within so many months (the length of a grace).
_WITHIN = 12
_FAR = date.max


@dataclass(frozen=True)
class AskedPlan:
    """What is asked: the claims, the form in law, the order of payment, the sums, and whether accrued late charge is paid too."""

    claim_ids: tuple[int, ...]
    kind: PlanKind
    order: AllocationOrder
    choice: PlanChoice
    with_charge: bool = False


@dataclass(frozen=True)
class Variant:
    """One plan and what it means. `charge` is None where the rules cannot tell it; `refusal` says why.

    `acknowledge_by` is the first day on which a claim would be prescribed if nothing but the promise itself acknowledged it, None when
    that lies behind the plan.
    """

    plan: ChosenPlan
    limit: PlanLimit
    length: LongTermTest
    charge: Explained[PlanCharge] | None
    refusal: str
    acknowledge_by: date | None


@dataclass(frozen=True)
class Offer:
    """The claims in the order in which they would be paid, and the variants, the one asked for first."""

    claims: tuple[OwedClaim, ...]
    balance_yen: int
    charge_yen: int
    variants: tuple[Variant, ...]
    assumptions: tuple[str, ...]

    @property
    def total_yen(self) -> int:
        """What the instalments add up to."""
        return self.balance_yen + self.charge_yen


def offer(known: Sequence[OwedClaim], asked: AskedPlan, *, on: date, scope: Scope, lawbook: LawBook) -> Offer:
    """The plan as asked with its variants, agreed on a day; raises InvalidInput where nothing is chosen or nothing can be made of it."""
    claims = _ordered(known, asked)
    gone = [claim.assessment_number for claim in claims if claim.is_gone(on)]
    if gone:
        raise InvalidInput("消滅した債権は分割できません", place="債権", found="、".join(gone))
    log_read(scope, what="plan_offer", subject=f"債権 {','.join(str(claim.claim_id) for claim in claims)}"[:300])
    cases = [(str(pk), case) for pk, case in _cases(claims)]
    accrued_yen, accrued_refusal = _accrued(cases, on, lawbook=lawbook) if asked.with_charge else (0, "")
    if accrued_refusal:
        raise InvalidInput(f"延滞金等を計算できません。{accrued_refusal}", place="延滞金等")
    balance_yen = sum(claim.balance_yen for claim in claims)
    plans = variants(balance_yen + accrued_yen, asked.choice, limit_months=_WITHIN)
    renewed_on = _renewed(cases, on, lawbook=lawbook)
    if renewed_on is not None and renewed_on <= on:
        raise InvalidInput("時効の期間が過ぎて消滅した債権は分割できません", place="債権", found=renewed_on.isoformat())
    found = tuple(
        _variant(plan, asked.kind, cases=cases, on=on, lawbook=lawbook, renewed_on=renewed_on) for plan in plans
    )
    assumed = [each for variant in found if variant.charge for each in variant.charge.assumptions]
    return Offer(claims, balance_yen, accrued_yen, found, tuple(dict.fromkeys(assumed)))


def _ordered(known: Sequence[OwedClaim], asked: AskedPlan) -> tuple[OwedClaim, ...]:
    by_id: Mapping[int, OwedClaim] = {claim.claim_id: claim for claim in known}
    chosen = [by_id[pk] for pk in asked.claim_ids if pk in by_id]
    if not chosen:
        raise InvalidInput("債権が選ばれていません", place="債権", expected="一件以上")
    if asked.order is AllocationOrder.OLDEST_DUE:
        chosen.sort(key=lambda claim: (claim.due_on, claim.claim_id))
    if asked.order is AllocationOrder.EARLIEST_COMPLETION:
        chosen.sort(key=lambda claim: (claim.completes_on or _FAR, claim.due_on, claim.claim_id))
    return tuple(chosen)


def _cases(claims: Sequence[OwedClaim]) -> list[tuple[int, Case]]:
    """The facts of the claims in their order; a claim without terms of law has no charge that could be told."""
    found = dict(cases_of([claim.claim_id for claim in claims]))
    return [(claim.claim_id, case) for claim in claims if (case := found.get(claim.claim_id)) is not None]


def _accrued(cases: Sequence[tuple[str, Case]], on: date, *, lawbook: LawBook) -> tuple[int, str]:
    try:
        return charge_on_the_way(cases, (), on=on, lawbook=lawbook).value.accrued_yen, ""
    except (DomainError, LawError) as refused:
        return 0, str(refused)


def _renewed(cases: Sequence[tuple[str, Case]], on: date, *, lawbook: LawBook) -> date | None:
    """The earliest day on which a claim is prescribed if its debtor promises on the day and never pays."""
    days = []
    for _, case in cases:
        promised = replace(case, events=(*case.events, CaseEvent(EventKind.PAYMENT_PLEDGE, on)))
        try:
            days.append(prescription(promised, on, lawbook=lawbook).value.completes_on)
        except (DomainError, LawError):
            continue
    return min((day for day in days if day is not None), default=None)


def _variant(
    plan: ChosenPlan,
    kind: PlanKind,
    *,
    cases: Sequence[tuple[str, Case]],
    on: date,
    lawbook: LawBook,
    renewed_on: date | None,
) -> Variant:
    last_on = plan.last.due_on
    charge, refusal = None, ""
    try:
        charge = charge_on_the_way(cases, plan.instalments, on=on, lawbook=lawbook)
    except (DomainError, LawError) as refused:
        refusal = str(refused)
    return Variant(
        plan=plan,
        limit=plan_limit(kind, from_on=on, until=max(on, last_on), lawbook=lawbook).value,
        length=ten_year_test(len(plan.instalments), on=on, lawbook=lawbook).value,
        charge=charge,
        refusal=refusal,
        acknowledge_by=renewed_on if renewed_on is not None and renewed_on <= last_on else None,
    )
