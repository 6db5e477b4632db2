"""What holds for every late charge and every delay damages, whatever is asked."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.rules.delay_damages import ACTUAL_YEAR, YEAR_OF_365, DelayDamagesQuestion, delay_damages
from saiken.domain.rules.late_charge import (
    Grace,
    GraceGround,
    LateChargeQuestion,
    Payment,
    Suspension,
    charge,
    late_charge,
)
from saiken.law.lawbook import LawBook
from saiken.law.ordinance import Truncation

BOOK = LawBook.load()
ONE_DAY = timedelta(days=1)
FIRST, LAST = date(2000, 1, 1), date(2026, 12, 31)
DAYS = st.dates(FIRST, LAST)
YEN = st.integers(1_000, 3_000_000)
METHODS = st.sampled_from(Truncation)
#: Kinds and profiles, of which some need the days of the demand.
ORDINANCES = st.sampled_from(
    [
        (ClaimKind.TAX, "default"),
        (ClaimKind.HEALTH_INSURANCE_PREMIUM, "default"),
        (ClaimKind.HEALTH_INSURANCE_PREMIUM, "yokohama"),
        (ClaimKind.OTHER_PUBLIC, "tamba-sasayama"),
        (ClaimKind.OTHER_PUBLIC, "naruto"),
        (ClaimKind.OTHER_PUBLIC, "kisosaki"),
        (ClaimKind.OTHER_PUBLIC, "koryo"),
    ]
)


@st.composite
def payments_within(draw: st.DrawFn, principal_yen: int, *, until: date) -> tuple[Payment, ...]:
    """Up to four payments that together stay within the principal, on any day up to one."""
    paid, left_yen = [], principal_yen
    for _ in range(draw(st.integers(0, 4))):
        if left_yen < 1:
            break
        yen = draw(st.integers(1, left_yen))
        paid.append(Payment(draw(st.dates(FIRST, until)), yen))
        left_yen -= yen
    return tuple(paid)


@st.composite
def waivers_within(draw: st.DrawFn, first: date, *, until: date) -> tuple[tuple[Grace, ...], tuple[Suspension, ...]]:
    """Up to two graces and a suspension that do not overlap."""
    marks = sorted(set(draw(st.lists(st.dates(first, until), max_size=6))))
    spans = list(zip(marks[::2], marks[1::2], strict=False))
    graces = tuple(Grace(*span, draw(st.sampled_from(GraceGround))) for span in spans[:2])
    return graces, tuple(Suspension(*span) for span in spans[2:])


@st.composite
def questions(draw: st.DrawFn) -> LateChargeQuestion:
    """Any answerable question."""
    kind, profile = draw(ORDINANCES)
    due_on = draw(st.dates(FIRST, date(2026, 10, 1)))
    demanded_on = due_on + timedelta(days=draw(st.integers(1, 30)))
    paid_on = draw(st.dates(due_on, LAST))
    principal_yen = draw(YEN)
    graces, suspensions = draw(waivers_within(due_on, until=LAST))
    return LateChargeQuestion(
        kind,
        principal_yen,
        due_on=due_on,
        paid_on=paid_on,
        profile=profile,
        payments=draw(payments_within(principal_yen, until=paid_on)),
        demanded_on=demanded_on,
        designated_on=demanded_on + timedelta(days=draw(st.integers(0, 15))),
        graces=graces,
        suspensions=suspensions,
        truncation=draw(METHODS),
    )


@given(questions())
def test_the_steps_recompute_to_the_charge(question: LateChargeQuestion) -> None:
    explained = late_charge(question, lawbook=BOOK)
    charged, steps = explained.value, explained.steps
    segments = [step for step in steps if step.rate is not None]
    assert sum(step.yen or 0 for step in segments) == charged.raw_yen
    assert steps[-1].yen == charged.yen
    late = BOOK.terms(question.kind, on=question.due_on, profile=question.profile).late_charge
    assert late is not None
    cut = charged.raw_yen - charged.raw_yen % late.result_unit_yen
    assert charged.yen == (cut if charged.raw_yen >= late.min_result_yen else 0)


@given(questions())
def test_the_segments_follow_each_other_and_recompute_by_themselves(question: LateChargeQuestion) -> None:
    charged = charge(question, lawbook=BOOK)
    exact = [Fraction(s.base_yen * s.days) * s.rate / 36_500 for s in charged.segments]
    assert sum(exact, Fraction(0)) == charged.exact_yen
    for earlier, later in zip(charged.segments, charged.segments[1:], strict=False):
        assert earlier.until_on == later.from_on
    for segment, found in zip(charged.segments, exact, strict=True):
        assert segment.days == (segment.until_on - segment.from_on).days > 0
        assert abs(segment.yen - found) < 1


@given(questions())
def test_every_day_is_charged_by_the_rate_of_that_day(question: LateChargeQuestion) -> None:
    """Summed day by day, with nothing but the balance and the rate of each day."""
    charged = charge(replace(question, truncation=Truncation.NONE), lawbook=BOOK)
    by_day = Fraction(0)
    for segment in charged.segments:
        day = segment.from_on
        while day < segment.until_on:
            owed = question.principal_yen - sum(paid.yen for paid in question.payments if paid.on < day)
            assert segment.base_yen <= owed
            by_day += Fraction(segment.base_yen) * segment.rate / 36_500
            day += ONE_DAY
    assert charged.raw_yen == by_day.numerator // by_day.denominator


@given(questions(), st.integers(1, 400))
def test_a_later_final_payment_never_costs_less(question: LateChargeQuestion, days: int) -> None:
    later_on = min(LAST, question.paid_on + timedelta(days=days))
    sooner, later = (charge(each, lawbook=BOOK) for each in (question, replace(question, paid_on=later_on)))
    assert sooner.raw_yen <= later.raw_yen
    assert sooner.yen <= later.yen


@given(questions(), st.integers(1, 500_000))
def test_more_principal_never_costs_less(question: LateChargeQuestion, more_yen: int) -> None:
    more = replace(question, principal_yen=question.principal_yen + more_yen)
    assert charge(question, lawbook=BOOK).raw_yen <= charge(more, lawbook=BOOK).raw_yen


@given(questions(), st.integers(0, 5_000))
def test_a_payment_never_raises_the_charge(question: LateChargeQuestion, days: int) -> None:
    paid_yen = sum(payment.yen for payment in question.payments)
    assume(paid_yen < question.principal_yen)
    on = min(question.paid_on, question.due_on + timedelta(days=days))
    paid = replace(question, payments=(*question.payments, Payment(on, question.principal_yen - paid_yen)))
    assert charge(paid, lawbook=BOOK).raw_yen <= charge(question, lawbook=BOOK).raw_yen


@given(questions(), st.integers(0, 10_000))
def test_splitting_the_days_adds_up(question: LateChargeQuestion, place: int) -> None:
    """Exactly before anything is cut; within a yen a cut afterwards."""
    plain = replace(question, kind=ClaimKind.TAX, profile="default")
    inner_days = (plain.paid_on - plain.due_on).days - 1
    assume(inner_days > 0)
    cut_on = plain.due_on + timedelta(days=1 + place % inner_days)
    sooner = [payment for payment in plain.payments if payment.on <= cut_on]
    first = charge(replace(plain, paid_on=cut_on, payments=tuple(sooner)), lawbook=BOOK)
    whole = charge(plain, lawbook=BOOK)
    rest = [segment for segment in whole.segments if segment.until_on > cut_on + ONE_DAY]
    exact_rest = sum(
        (
            Fraction(segment.base_yen * (segment.until_on - max(segment.from_on, cut_on + ONE_DAY)).days)
            * segment.rate
            / 36_500
            for segment in rest
        ),
        Fraction(0),
    )
    assert first.exact_yen + exact_rest == whole.exact_yen
    assert abs(first.raw_yen + exact_rest - whole.raw_yen) < len(whole.segments) + 1


@given(questions())
def test_the_methods_differ_by_less_than_a_yen_a_cut(question: LateChargeQuestion) -> None:
    found = {method: charge(replace(question, truncation=method), lawbook=BOOK) for method in Truncation}
    none, per_segment = found[Truncation.NONE], found[Truncation.PER_RATE_SEGMENT]
    for charged in found.values():
        assert charged.exact_yen == none.exact_yen
        assert 0 <= none.raw_yen - charged.raw_yen <= len(charged.segments)
    assert found[Truncation.PER_CALENDAR_YEAR].raw_yen <= per_segment.raw_yen <= found[Truncation.PER_TIER].raw_yen


@given(questions())
def test_a_waiver_never_costs_more(question: LateChargeQuestion) -> None:
    strict = replace(question, graces=(), suspensions=())
    assert charge(question, lawbook=BOOK).exact_yen <= charge(strict, lawbook=BOOK).exact_yen


@st.composite
def damages_questions(draw: st.DrawFn) -> DelayDamagesQuestion:
    """Any answerable question about delay damages."""
    due_on = draw(st.dates(FIRST, date(2026, 10, 1)))
    paid_on = draw(st.dates(due_on, date(2032, 12, 31)))
    principal_yen = draw(YEN)
    return DelayDamagesQuestion(
        principal_yen,
        due_on=due_on,
        paid_on=paid_on,
        day_count=draw(st.sampled_from((YEAR_OF_365, ACTUAL_YEAR))),
        rate=draw(st.none() | st.sampled_from((Fraction(5), Fraction("10.75"), Fraction("14.6")))),
        payments=draw(payments_within(principal_yen, until=paid_on)),
    )


@given(damages_questions())
def test_the_steps_recompute_to_the_damages(question: DelayDamagesQuestion) -> None:
    explained = delay_damages(question, lawbook=BOOK)
    damages = explained.value
    assert sum(step.yen or 0 for step in explained.steps if step.rate is not None) == damages.raw_yen
    exact = sum((Fraction(s.base_yen * s.days) * s.rate / (100 * s.year_days) for s in damages.segments), Fraction(0))
    assert damages.raw_yen == exact.numerator // exact.denominator
    assert explained.steps[-1].yen == damages.yen


@given(damages_questions(), st.integers(1, 400))
def test_later_damages_never_cost_less(question: DelayDamagesQuestion, days: int) -> None:
    later = replace(question, paid_on=question.paid_on + timedelta(days=days))
    assert delay_damages(question, lawbook=BOOK).value.yen <= delay_damages(later, lawbook=BOOK).value.yen


@given(damages_questions())
@settings(max_examples=50)
def test_leap_years_counted_as_they_are_never_cost_more(question: DelayDamagesQuestion) -> None:
    actual, plain = (
        delay_damages(replace(question, day_count=count), lawbook=BOOK).value.yen
        for count in (ACTUAL_YEAR, YEAR_OF_365)
    )
    assert actual <= plain
