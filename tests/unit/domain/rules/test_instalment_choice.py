"""From a number of instalments, a sum a month or an end day to a plan, and the plans beside it."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saiken.domain.claim.plan import PlanKind, PlanMethod
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.instalment_choice import PlanChoice, chosen_plan, variants

FIRST = date(2026, 12, 25)


def yens(total_yen: int, **facts: object) -> list[int]:
    plan = chosen_plan(total_yen, PlanChoice(FIRST, **facts)).value  # type: ignore[arg-type]
    return [instalment.yen for instalment in plan.instalments]


def test_a_number_of_instalments_gives_the_smallest_sum_in_whole_units() -> None:
    assert yens(100_000, count=3) == [34_000, 34_000, 32_000]
    assert yens(100_000, count=3, unit_yen=1) == [33_334, 33_334, 33_332]
    assert yens(5_000, count=1) == [5_000]
    assert yens(500, count=12) == [500]


def test_an_end_day_gives_as_many_instalments_as_fall_until_then() -> None:
    assert yens(90_000, end_on=date(2027, 2, 25)) == [30_000] * 3
    assert yens(90_000, end_on=date(2027, 2, 24)) == [45_000] * 2
    assert yens(90_000, end_on=FIRST) == [90_000]


def test_a_first_payment_a_rise_and_bonus_months_are_put_on_top() -> None:
    assert yens(100_000, monthly_yen=10_000, first_yen=50_000) == [50_000, *[10_000] * 5]
    assert yens(50_000, monthly_yen=5_000, rise_from=3, rise_yen=20_000) == [5_000, 5_000, 20_000, 20_000]
    assert yens(60_000, monthly_yen=10_000, bonus_months=(12,), bonus_yen=30_000) == [40_000, 10_000, 10_000]
    assert yens(100_000, count=4, first_yen=1_000) == [1_000, 33_000, 33_000, 33_000]


@pytest.mark.parametrize(
    ("facts", "method"),
    [
        ({}, PlanMethod.EQUAL),
        ({"bonus_months": (7,), "bonus_yen": 1}, PlanMethod.BONUS),
        ({"bonus_months": (7,)}, PlanMethod.EQUAL),
        ({"rise_from": 2, "rise_yen": 1}, PlanMethod.STEP_UP),
        ({"rise_from": 2, "rise_yen": 1, "bonus_months": (7,), "bonus_yen": 1}, PlanMethod.STEP_UP_AND_BONUS),
    ],
)
def test_the_method_says_how_the_sums_are_made(facts: dict[str, object], method: PlanMethod) -> None:
    assert PlanChoice(FIRST, count=3, **facts).method is method  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({}, "うち一つだけ"),
        ({"count": 3, "monthly_yen": 1_000}, "うち一つだけ"),
        ({"count": 3, "rise_from": 2}, "両方"),
        ({"count": 3, "rise_from": 1, "rise_yen": 1_000}, "2回目以後"),
        ({"count": 3, "unit_yen": 0}, "額の単位"),
        ({"count": 0}, "この回数には分けられません"),
        ({"count": 1_201}, "この回数には分けられません"),
        ({"end_on": date(2026, 12, 24)}, "この回数には分けられません"),
        ({"count": 1, "first_yen": 1_000}, "納め終わりません"),
        ({"count": 2, "monthly_yen": None, "bonus_months": (13,)}, "納め終わりません"),
    ],
)
def test_what_makes_no_plan_is_refused(facts: dict[str, object], sentence: str) -> None:
    with pytest.raises(InvalidInput, match=sentence):
        yens(90_000, **facts)


def test_nothing_owed_makes_no_plan() -> None:
    with pytest.raises(InvalidInput, match="残高がありません"):
        yens(0, count=3)


def test_beside_the_plan_asked_stand_the_equal_one_and_the_one_within_a_year() -> None:
    asked = PlanChoice(FIRST, monthly_yen=5_000, first_yen=10_000)
    found = variants(100_000, asked, limit_months=12)
    assert [(plan.monthly_yen, len(plan.instalments)) for plan in found] == [(5_000, 19), (6_000, 17), (9_000, 12)]
    assert [plan.total_yen for plan in found] == [100_000] * 3
    assert (found[0].highest_yen, found[0].last.yen) == (10_000, 5_000)


def test_a_variant_that_is_the_same_or_cannot_be_made_is_left_out() -> None:
    assert len(variants(120_000, PlanChoice(FIRST, count=12), limit_months=12)) == 1
    assert len(variants(120_000, PlanChoice(FIRST, count=6), limit_months=0)) == 1


@given(st.integers(1, 3_000_000), st.integers(1, 60), st.sampled_from([1, 100, 1_000]))
def test_no_smaller_sum_would_pay_off_in_so_many_instalments(total_yen: int, count: int, unit_yen: int) -> None:
    plan = chosen_plan(total_yen, PlanChoice(FIRST, count=count, unit_yen=unit_yen)).value
    assert len(plan.instalments) <= count
    assert plan.total_yen == total_yen
    assert plan.monthly_yen % unit_yen == 0
    assert (plan.monthly_yen - unit_yen) * count < total_yen
    assert all(one.due_on < other.due_on for one, other in pairwise(plan.instalments))


def test_only_the_graces_of_the_tax_act_are_graces() -> None:
    assert [kind for kind in PlanKind if kind.is_grace] == [PlanKind.COLLECTION_GRACE, PlanKind.CONVERSION_GRACE]
