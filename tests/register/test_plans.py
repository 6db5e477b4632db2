"""Plans in the register: agreed once, kept or broken by the money, cancelled by an officer, replaced; on both databases."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.plan import PlanKind, PlanMethod, PlanOutcome
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.rules.instalment_choice import PlanChoice, chosen_plan
from saiken.domain.rules.instalment_performance import InstalmentStanding, Tolerance
from saiken.register.actions.agree_plan import NewPlan, agree_plan
from saiken.register.actions.end_plan import Ending, end_plan
from saiken.register.actions.receive import receive
from saiken.register.actions.reverse import reverse
from saiken.register.actions.review_plan import Review, review_plan
from saiken.register.actions.roll_plans import roll_plans
from saiken.register.models import Act, CaseEvent, ClaimStanding, Plan, PlanEnd, PlanStanding, StateSpan
from saiken.register.queries.due_plans import due_plans
from saiken.register.queries.plan_performance import plan_performance
from saiken.register.queries.scope import Scope, everything
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

ALL = everything("kakari")
AGREED = date(2026, 9, 10)
FIRST = date(2026, 9, 30)


def new_plan(claim_ids: tuple[int, ...], yen: int, **facts: object) -> NewPlan:
    chosen = chosen_plan(yen, PlanChoice(FIRST, monthly_yen=10_000)).value
    given: dict[str, object] = {
        "kind": PlanKind.PLEDGE,
        "method": PlanMethod.EQUAL,
        "claim_ids": claim_ids,
        "instalments": chosen.instalments,
        "monthly_yen": 10_000,
    }
    return NewPlan(**(given | facts))  # type: ignore[arg-type]


def agreed(small: SmallRegister, plan: NewPlan, *, submission: str = "", scope: Scope = ALL) -> int:
    return agree_plan(
        obligor_id=small.obligor,
        plan=plan,
        submission=submission or str(uuid4()),
        scope=scope,
        lawbook=BOOK,
        by="kakari",
        on=AGREED,
    )


def ended(plan_id: int, outcome: PlanOutcome, *, on: date, reason: str = "") -> int:
    return end_plan(
        plan_id=plan_id,
        ending=Ending(outcome, reason),
        submission=str(uuid4()),
        scope=ALL,
        lawbook=BOOK,
        by="kakari",
        on=on,
    )


def paid(claim_id: int, yen: int, day: date) -> int:
    return receive(claim_id=claim_id, yen=yen, lawbook=BOOK, by="suito", on=day)


def rolled(on: date) -> PlanStanding | None:
    roll_plans(plan_ids=due_plans(on), by="kakari", on=on)
    return PlanStanding.objects.first()


@pytest.fixture
def claim(small: SmallRegister) -> int:
    return small.claim("1", yen=35_000, fiscal_year=2025)


def test_a_pledge_is_one_act_with_a_pledge_on_every_claim_and_renews_prescription(
    small: SmallRegister, claim: int
) -> None:
    other = small.claim("2", yen=8_000, fiscal_year=2025)
    plan_id = agreed(small, new_plan((claim, other), 43_000))
    plan = Plan.objects.get(pk=plan_id)
    assert (plan.total_yen, plan.last_on) == (43_000, date(2027, 1, 30))
    assert list(plan.claims.order_by("place").values_list("claim_id", "yen")) == [(claim, 35_000), (other, 8_000)]
    assert list(plan.instalments.order_by("number").values_list("yen", flat=True)) == [10_000] * 4 + [3_000]
    events = CaseEvent.objects.filter(kind=EventKind.PAYMENT_PLEDGE.value)
    assert set(events.values_list("claim_id", "act_claim__act_id")) == {(claim, plan.act_id), (other, plan.act_id)}
    standing = ClaimStanding.objects.get(pk=claim)
    assert standing.state_id == "S06"
    assert standing.completes_on is not None
    assert standing.completes_on > date(2028, 9, 1)
    assert (plan.standing.next_due_on, plan.standing.next_yen) == (FIRST, 10_000)


def test_the_same_form_twice_is_one_plan(small: SmallRegister, claim: int) -> None:
    first = agreed(small, new_plan((claim,), 35_000), submission="one")
    assert agreed(small, new_plan((claim,), 35_000), submission="one") == first
    assert (Plan.objects.count(), Act.objects.count()) == (1, 1)


def test_a_claim_has_one_plan_in_force(small: SmallRegister, claim: int) -> None:
    first = agreed(small, new_plan((claim,), 35_000))
    with pytest.raises(Refused, match="効力のある分納の計画"):
        agreed(small, new_plan((claim,), 35_000))
    second = agreed(small, new_plan((claim,), 35_000, replaces_id=first))
    assert PlanEnd.objects.get(pk=first).outcome == PlanOutcome.REPLACED.value
    assert list(PlanStanding.objects.values_list("plan_id", flat=True)) == [second]


def test_a_plan_replaces_none_that_pays_other_claims(small: SmallRegister, claim: int) -> None:
    """Somebody else's plan, and another of the same person."""
    theirs, other = small.claim("8", obligor_id=small.other_obligor), small.claim("9")
    mine = new_plan((theirs,), 10_000)
    running = agree_plan(
        obligor_id=small.other_obligor, plan=mine, submission="x", scope=ALL, lawbook=BOOK, by="kakari", on=AGREED
    )
    for strange in (running, agreed(small, new_plan((other,), 10_000)), 999):
        with pytest.raises(Refused, match="代わる前の計画に、選んだ債権が一つもありません"):
            agreed(small, new_plan((claim,), 35_000, replaces_id=strange))
    assert (PlanEnd.objects.count(), PlanStanding.objects.count()) == (0, 2)


def test_what_does_not_fit_is_refused(small: SmallRegister, claim: int) -> None:
    with pytest.raises(InvalidInput, match="合計を超えています"):
        agreed(small, new_plan((claim,), 35_001))
    with pytest.raises(Refused, match="要件と決裁"):
        agreed(small, new_plan((claim,), 35_000, kind=PlanKind.COLLECTION_GRACE))
    with pytest.raises(InvalidInput, match="債権が選ばれていません"):
        agreed(small, new_plan((), 35_000))
    with pytest.raises(InvalidInput, match="各回の納付がありません"):
        agreed(small, new_plan((claim,), 35_000, instalments=()))
    strange = small.claim("3", obligor_id=small.other_obligor)
    with pytest.raises(InvalidInput, match="この債務者の債権ではありません"):
        agreed(small, new_plan((strange,), 10_000))
    with pytest.raises(Refused, match="所属の異なる"):
        agreed(small, new_plan((claim,), 35_000), scope=Scope("kakari", frozenset({small.ward})))
    early = chosen_plan(35_000, PlanChoice(AGREED - timedelta(days=1), count=2)).value.instalments
    with pytest.raises(InvalidInput, match="最初の納付日"):
        agreed(small, new_plan((claim,), 35_000, instalments=early))
    assert not Act.objects.exists()


def test_money_fills_the_instalments_in_order_and_what_is_taken_back_counts_for_nothing(
    small: SmallRegister, claim: int
) -> None:
    paid(claim, 5_000, AGREED - timedelta(days=40))
    plan_id = agreed(small, new_plan((claim,), 30_000))
    paid(claim, 10_000, FIRST)
    wrong = paid(claim, 10_000, date(2026, 10, 1))
    assert [line.paid_yen for line in plan_performance(plan_id, on=date(2026, 10, 1)).value.lines] == [
        10_000,
        10_000,
        0,
    ]
    reverse(sequence=wrong, lawbook=BOOK, by="suito", on=date(2026, 10, 5))
    paid(claim, 4_000, date(2026, 10, 20))
    found = plan_performance(plan_id, on=date(2026, 11, 1)).value
    assert [line.standing for line in found.lines] == [
        InstalmentStanding.KEPT,
        InstalmentStanding.PARTLY,
        InstalmentStanding.TO_COME,
    ]
    assert (found.arrears_yen, found.times_broken) == (6_000, 1)


def test_broken_twice_then_cancelled_by_an_officer(small: SmallRegister, claim: int) -> None:
    plan_id = agreed(small, new_plan((claim,), 35_000, tolerance=Tolerance(days=2)))
    kept = rolled(date(2026, 10, 2))
    assert kept is not None
    assert (kept.is_behind, kept.times_broken) == (False, 0)
    with pytest.raises(Refused, match="累計に不足がない"):
        ended(plan_id, PlanOutcome.BROKEN, on=date(2026, 10, 2))
    once = rolled(date(2026, 10, 3))
    assert once is not None
    assert (once.is_behind, once.broken_on, once.times_broken, once.arrears_yen) == (True, date(2026, 10, 3), 1, 10_000)
    paid(claim, 10_000, date(2026, 10, 8))
    made_up = PlanStanding.objects.get(pk=plan_id)
    assert made_up.as_of_on == date(2026, 10, 8)
    assert (made_up.is_behind, made_up.times_broken) == (False, 1)
    twice = rolled(date(2026, 11, 3))
    assert twice is not None
    assert (twice.is_behind, twice.broken_on, twice.times_broken) == (True, date(2026, 11, 2), 2)
    assert ClaimStanding.objects.get(pk=claim).state_id == "S06"
    ended(plan_id, PlanOutcome.BROKEN, on=date(2026, 11, 5), reason="二度の不履行")
    assert ClaimStanding.objects.get(pk=claim).state_id == "S09"
    assert CaseEvent.objects.filter(claim_id=claim, kind=EventKind.PLEDGE_BREACH.value).count() == 1
    assert not PlanStanding.objects.exists()
    with pytest.raises(Refused, match="すでに終わっています"):
        ended(plan_id, PlanOutcome.CANCELLED, on=date(2026, 11, 6))


def test_the_roll_finds_nothing_to_do_twice_and_closes_what_is_paid_off_a_month_later(
    small: SmallRegister, claim: int
) -> None:
    plan_id = agreed(small, new_plan((claim,), 35_000))
    paid(claim, 35_000, date(2026, 9, 20))
    assert rolled(date(2026, 10, 1)) is not None
    assert due_plans(date(2026, 10, 1)) == ()
    standing = PlanStanding.objects.get(pk=plan_id)
    assert (standing.next_due_on, standing.is_behind, standing.next_yen) == (None, False, 0)
    assert rolled(date(2026, 10, 22)) is None
    assert PlanEnd.objects.get(pk=plan_id).outcome == PlanOutcome.KEPT.value


def test_reviews_are_counted_from_the_last_one(small: SmallRegister, claim: int) -> None:
    plan_id = agreed(small, new_plan((claim,), 35_000, review_every_months=1))
    assert PlanStanding.objects.get(pk=plan_id).next_review_on == date(2026, 10, 10)
    review_plan(
        plan_id=plan_id, review=Review(200_000, 190_000), submission="r", scope=ALL, by="kakari", on=date(2026, 10, 15)
    )
    assert PlanStanding.objects.get(pk=plan_id).next_review_on == date(2026, 11, 15)


def test_only_what_is_so_can_be_said_of_an_end(small: SmallRegister, claim: int) -> None:
    plan_id = agreed(small, new_plan((claim,), 35_000))
    with pytest.raises(Refused, match="完納とすることはできません"):
        ended(plan_id, PlanOutcome.KEPT, on=FIRST)
    with pytest.raises(Refused, match="新しい計画を作って"):
        ended(plan_id, PlanOutcome.REPLACED, on=FIRST)
    with pytest.raises(InvalidInput, match="約束の日より前"):
        ended(plan_id, PlanOutcome.CANCELLED, on=AGREED - timedelta(days=1))
    paid(claim, 35_000, FIRST)
    ended(plan_id, PlanOutcome.KEPT, on=FIRST)
    assert plan_performance(plan_id, on=date(2030, 1, 1)).value.is_paid_off


def test_a_plan_given_up_releases_its_pledges(small: SmallRegister, claim: int) -> None:
    plan_id = agreed(small, new_plan((claim,), 35_000))
    ended(plan_id, PlanOutcome.CANCELLED, on=FIRST, reason="本人の申出")
    end = CaseEvent.objects.get(claim_id=claim, ends=True)
    assert (end.kind, end.outcome, end.on) == (EventKind.PAYMENT_PLEDGE.value, "released", FIRST)
    assert StateSpan.objects.filter(claim_id=claim, state_id="S09", from_on=date(2026, 10, 1)).exists()
