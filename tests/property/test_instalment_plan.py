"""What holds for every instalment plan and every grace, whatever the numbers."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.instalment_outlook import months_with_charge
from saiken.domain.rules.instalment_plan import (
    PlanTerms,
    Remainder,
    equal_instalments,
    months_to_pay_off,
    schedule,
)
from saiken.domain.rules.late_charge import Grace, GraceGround, LateChargeQuestion, late_charge
from saiken.law.lawbook import LawBook

BOOK = LawBook.load()
YEN = st.integers(min_value=1, max_value=3_000_000)
#: No plan of these outlasts a hundred years, which would be refused.
SUMS = st.integers(min_value=3_000, max_value=100_000)
DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2030, 12, 31))


@given(YEN, SUMS, DAYS, st.lists(st.integers(1, 12), max_size=3), st.integers(0, 50_000), st.sampled_from(Remainder))
def test_instalments_add_up_exactly_and_follow_each_other(
    total_yen: int, sum_yen: int, first_on: date, bonus_months: list[int], bonus_yen: int, remainder: Remainder
) -> None:
    terms = PlanTerms(first_on, sum_yen, bonus_months=tuple(bonus_months), bonus_yen=bonus_yen, remainder=remainder)
    try:
        plan = schedule(total_yen, terms).value
    except InvalidInput:  # only where the odd yen would eat up the first instalment
        assert remainder is Remainder.FIRST
        assert bonus_yen > 0
        return
    assert sum(instalment.yen for instalment in plan) == total_yen
    assert plan[-1].left_yen == 0
    assert all(instalment.yen > 0 for instalment in plan)
    assert all(earlier.due_on < later.due_on for earlier, later in pairwise(plan))
    assert plan[0].due_on == first_on


@given(YEN, st.integers(1, 240), st.sampled_from([1, 100, 1_000]))
def test_equal_parts_add_up_and_only_the_first_is_odd(total_yen: int, count: int, unit_yen: int) -> None:
    if total_yen < count * unit_yen:
        with pytest.raises(InvalidInput):
            equal_instalments(total_yen, count, unit_yen=unit_yen)
        return
    parts = equal_instalments(total_yen, count, unit_yen=unit_yen)
    assert sum(parts) == total_yen
    assert len(set(parts[1:])) <= 1
    assert all(part % unit_yen == 0 and 0 < part <= parts[0] for part in parts[1:])


@given(YEN, YEN, SUMS, SUMS)
def test_more_debt_never_takes_fewer_months_and_more_money_never_more(
    one_yen: int, other_yen: int, small_yen: int, large_yen: int
) -> None:
    less, more = sorted((one_yen, other_yen))
    slow, fast = sorted((small_yen, large_yen))
    assert months_to_pay_off(less, slow) <= months_to_pay_off(more, slow)
    assert months_to_pay_off(more, fast) <= months_to_pay_off(more, slow)


@given(YEN, SUMS, DAYS)
def test_the_schedule_has_as_many_instalments_as_months_are_counted(
    total_yen: int, sum_yen: int, first_on: date
) -> None:
    assert len(schedule(total_yen, PlanTerms(first_on, sum_yen)).value) == months_to_pay_off(total_yen, sum_yen)


@given(st.integers(1, 600_000), SUMS, st.integers(0, 2_000), st.booleans())
def test_late_charge_never_shortens_a_plan(total_yen: int, sum_yen: int, monthly_yen: int, charge_first: bool) -> None:
    found = months_with_charge(
        total_yen, sum_yen, monthly=lambda principal, month: monthly_yen, charge_first=charge_first
    ).value
    assert found.months >= months_to_pay_off(total_yen, sum_yen)
    assert found.months == months_to_pay_off(total_yen + found.charge_yen, sum_yen)


@given(
    st.integers(2_000, 2_000_000),
    st.dates(min_value=date(2021, 1, 1), max_value=date(2024, 6, 30)),
    st.tuples(st.integers(1, 365), st.integers(1, 365)),
    st.sampled_from([GraceGround.DISASTER, GraceGround.CONVERSION]),
)
def test_a_longer_grace_never_waives_less(
    principal_yen: int, due_on: date, lengths: tuple[int, int], ground: GraceGround
) -> None:
    """A grace at the reduced rate moves days between two cuts to whole yen, so one yen may turn a hundred there."""
    short, long = sorted(lengths)
    charged = [_charged(principal_yen, due_on, days=days, ground=ground) for days in (short, long)]
    assert charged[1] <= charged[0] + (0 if ground is GraceGround.DISASTER else 100)


def _charged(principal_yen: int, due_on: date, *, days: int, ground: GraceGround) -> int:
    begun_on = due_on + timedelta(days=40)
    grace = Grace(begun_on, begun_on + timedelta(days=days), ground)
    paid_on = due_on + timedelta(days=600)
    question = LateChargeQuestion(ClaimKind.TAX, principal_yen, due_on, paid_on, graces=(grace,))
    return late_charge(question, lawbook=BOOK).value.yen
