"""How a plan is being kept: worked examples, and what holds whatever is paid."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from saiken.domain.claim.asset import AnswerResult
from saiken.domain.rules.instalment_performance import InstalmentStanding, Tolerance, performance
from saiken.domain.rules.instalment_plan import Instalment, PlanTerms, schedule
from saiken.domain.rules.partial_payment import Payment

PLAN = schedule(30_000, PlanTerms(date(2026, 10, 31), 10_000, month_end=True)).value
KEPT, LATE, PARTLY, MISSED, TO_COME = InstalmentStanding


def standings(*payments: tuple[date, int], on: date, tolerance: Tolerance | None = None) -> list[InstalmentStanding]:
    found = performance(PLAN, [Payment(*each) for each in payments], on=on, tolerance=tolerance or Tolerance()).value
    return [line.standing for line in found.lines]


def test_an_instalment_is_kept_late_partly_missed_or_to_come() -> None:
    first, second = (date(2026, 10, 31), 10_000), (date(2026, 12, 1), 10_000)
    assert standings(on=date(2026, 10, 31)) == [TO_COME, TO_COME, TO_COME]
    assert standings(on=date(2026, 11, 1)) == [MISSED, TO_COME, TO_COME]
    assert standings(first, on=date(2026, 10, 31)) == [KEPT, TO_COME, TO_COME]
    assert standings(first, second, on=date(2026, 12, 1)) == [KEPT, LATE, TO_COME]
    assert standings(first, (date(2026, 11, 30), 9_999), on=date(2026, 12, 1)) == [KEPT, PARTLY, TO_COME]
    assert [standing for standing in InstalmentStanding if standing.is_broken] == [LATE, PARTLY, MISSED]


def test_the_tolerance_of_the_plan_counts_in_days_and_yen() -> None:
    late = (date(2026, 11, 3), 10_000)
    assert standings(late, on=date(2026, 11, 4), tolerance=Tolerance(days=3)) == [KEPT, TO_COME, TO_COME]
    assert standings(late, on=date(2026, 11, 4), tolerance=Tolerance(days=2)) == [LATE, TO_COME, TO_COME]
    short = (date(2026, 10, 30), 9_900)
    assert standings(short, on=date(2026, 11, 1), tolerance=Tolerance(yen=100)) == [KEPT, TO_COME, TO_COME]
    assert standings(short, on=date(2026, 11, 1), tolerance=Tolerance(yen=99)) == [PARTLY, TO_COME, TO_COME]


def test_a_breach_made_up_later_still_counts_and_the_last_one_is_named() -> None:
    payments = [Payment(date(2026, 11, 15), 10_000), Payment(date(2026, 12, 5), 10_000)]
    found = performance(PLAN, payments, on=date(2026, 12, 31)).value
    assert (found.times_broken, found.arrears_yen, found.is_paid_off) == (2, 10_000, False)
    broken = found.last_broken
    assert broken is not None
    assert (broken.number, broken.broken_on, broken.settled_on, broken.lacking_yen) == (
        2,
        date(2026, 12, 1),
        date(2026, 12, 5),
        0,
    )
    assert found.following is not None
    assert found.following.number == 3


def test_a_payment_taken_back_unsettles_what_it_had_settled() -> None:
    payments = [Payment(date(2026, 10, 20), 10_000), Payment(date(2026, 10, 25), -10_000)]
    found = performance(PLAN, payments, on=date(2026, 11, 1))
    assert found.value.lines[0].settled_on is None
    assert found.value.lines[0].standing is MISSED
    assert [step.yen for step in found.steps] == [0, 10_000, 10_000]


def test_what_is_paid_after_the_day_does_not_exist_for_it_and_all_paid_is_paid_off() -> None:
    payments = [Payment(date(2026, 10, 1), 30_000)]
    assert performance(PLAN, payments, on=date(2026, 9, 30)).value.paid_yen == 0
    whole = performance(PLAN, payments, on=date(2026, 10, 1))
    assert whole.value.is_paid_off
    assert whole.value.last_broken is None
    assert whole.assumptions == ("許す遅れは 0 日、許す不足は 0 円とする計画の定めによる",)


@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 20_000)), max_size=8),
    st.integers(0, 250),
    st.integers(0, 10),
)
def test_nothing_is_counted_twice_and_nothing_is_lost(
    paid: list[tuple[int, int]], after: int, tolerated_days: int
) -> None:
    begin = date(2026, 10, 1)
    payments = [Payment(begin + timedelta(days=days), yen) for days, yen in paid]
    on = begin + timedelta(days=after)
    found = performance(PLAN, payments, on=on, tolerance=Tolerance(days=tolerated_days)).value
    whole = sum(instalment.yen for instalment in PLAN)
    assert sum(line.paid_yen for line in found.lines) == min(whole, found.paid_yen)
    due_yen = sum(line.yen for line in found.lines if line.due_on <= on)
    assert found.arrears_yen == max(0, due_yen - found.paid_yen)
    assert all(line.settled_on is not None for line in found.lines if line.lacking_yen == 0)
    if tolerated_days == 0:
        assert (found.arrears_yen > 0) >= any(
            line.standing in (MISSED, PARTLY) and line.lacking_yen > 0 for line in found.lines
        )


def test_an_empty_plan_is_paid_off() -> None:
    nothing: tuple[Instalment, ...] = ()
    assert performance(nothing, (), on=date(2026, 1, 1)).value.is_paid_off


def test_only_none_and_no_such_person_are_evidence_that_there_is_nothing() -> None:
    evidence = {result for result in AnswerResult if result.is_evidence_of_none}
    assert evidence == {AnswerResult.NONE, AnswerResult.NO_SUCH_PERSON}
