"""Steps and conditions of hand-overs, halts of measures, even shares of cases: pure functions, judged by hand."""

from datetime import date

import pytest

from saiken.domain.claim.halt import HaltedMeasures, halted
from saiken.domain.claim.hand_over import (
    NEXT,
    RUNNING,
    HandOverStepKind,
    Side,
    condition_of,
    demand_step,
    load_conditions,
    read_conditions,
    steps_of,
)
from saiken.domain.claim.share_out import CaseToShare, Load, share_evenly
from saiken.domain.dates.period import day_months_before, last_day_of_months, next_day
from saiken.domain.errors import InvalidInput, Refused

STEP = HandOverStepKind
GIVING, RECEIVING = frozenset({Side.GIVING}), frozenset({Side.RECEIVING})
DAY = date(2026, 6, 1)


def test_each_side_is_offered_its_own_steps_alone() -> None:
    assert steps_of(STEP.PROPOSED, RECEIVING) == (STEP.ACCEPTED, STEP.REFUSED)
    assert steps_of(STEP.PROPOSED, GIVING) == (STEP.HALTED,)
    assert steps_of(STEP.ACCEPTED, GIVING | RECEIVING) == tuple(NEXT[STEP.ACCEPTED])
    assert steps_of(STEP.CLOSED, GIVING | RECEIVING) == ()


def test_what_runs_can_go_on_and_what_ended_cannot() -> None:
    for step in STEP:
        assert bool(steps_of(step, GIVING | RECEIVING)) is (step in RUNNING)


@pytest.mark.parametrize(
    ("step", "after", "sides", "sentence"),
    [
        (STEP.ACCEPTED, STEP.ACCEPTED, RECEIVING, "すでに受け入れられています"),
        (STEP.ACCEPTED, STEP.DRAFTED, RECEIVING, "まだ申し出られていません"),
        (STEP.ACCEPTED, STEP.RETURNED, RECEIVING, "返還されています"),
        (STEP.PROPOSED, STEP.HALTED, GIVING, "中止されています"),
        (STEP.ACCEPTED, STEP.PROPOSED, GIVING, "引継ぎを受ける側"),
        (STEP.HALTED, STEP.ACCEPTED, RECEIVING, "引き継ぐ側"),
    ],
)
def test_a_step_out_of_turn_is_refused(
    step: HandOverStepKind, after: HandOverStepKind, sides: frozenset[Side], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        demand_step(step, after=after, sides=sides, reason="あり")


def test_refusals_and_returns_say_why_and_acceptances_need_not() -> None:
    demand_step(STEP.ACCEPTED, after=STEP.PROPOSED, sides=RECEIVING, reason="")
    with pytest.raises(InvalidInput):
        demand_step(STEP.RETURNED, after=STEP.ACCEPTED, sides=RECEIVING, reason=" ")
    assert [step for step in STEP if step.gives_back] == [STEP.HALTED, STEP.RETURNED, STEP.CLOSED]


def test_conditions_are_whole_or_refused() -> None:
    assert condition_of("moved_out").mark == "moved_out"
    assert len(load_conditions()) >= 7
    table = '[[conditions]]\nid = "a"\njapanese = "あ"\nenglish = "a"\nneeds = "{}"\n'
    for text in (table.format("days"), table.format("mark"), table.format("") * 2):
        with pytest.raises(InvalidInput):
            read_conditions(text)
    with pytest.raises(InvalidInput):
        condition_of("whim")


@pytest.mark.parametrize(
    ("halt", "names", "stops"),
    [
        (HaltedMeasures("x", DAY), {"seizure"}, True),
        (HaltedMeasures("x", date(2026, 6, 2)), {"seizure"}, False),
        (HaltedMeasures("x", date(2026, 5, 1), date(2026, 5, 31)), {"seizure"}, False),
        (HaltedMeasures("x", DAY, DAY, frozenset({"visit"})), {"seizure"}, False),
        (HaltedMeasures("x", DAY, DAY, frozenset({"disposition"})), {"seizure", "disposition"}, True),
        (HaltedMeasures("x", DAY, receivable_id=2), {"seizure"}, False),
        (HaltedMeasures("x", DAY, receivable_id=1, office_id=7), {"seizure"}, True),
        (HaltedMeasures("x", DAY, office_id=8), {"seizure"}, False),
    ],
)
def test_a_halt_stops_what_all_its_conditions_fit(halt: HaltedMeasures, names: set[str], stops: bool) -> None:
    found = halted([halt], names, receivable_id=1, office_id=7, on=DAY)
    assert (found is halt) is stops


def test_a_halt_says_until_when_and_why() -> None:
    assert HaltedMeasures("感染症", DAY).sentence == "この処理は 当分の間、停止されています（感染症）"
    assert "2026-06-30 まで停止" in HaltedMeasures("感染症", DAY, date(2026, 6, 30)).sentence


def test_cases_are_shared_by_number_then_by_yen() -> None:
    cases = [CaseToShare(1, 100), CaseToShare(2, 900), CaseToShare(3, 500), CaseToShare(4, 500)]
    shared = share_evenly(cases, [Load(8), Load(9, cases=1, yen=10)])
    assert shared.officer_of == {2: 8, 3: 9, 4: 8, 1: 9}
    assert shared.loads == (Load(8, 2, 1_400), Load(9, 3, 610))


def test_a_period_of_months_has_passed_from_exactly_that_day() -> None:
    for on in (date(2026, 3, 31), date(2026, 3, 29), date(2026, 7, 1), date(2024, 2, 29), date(2026, 1, 1)):
        for months in (1, 3, 12):
            last = day_months_before(on, months)
            assert last_day_of_months(next_day(last), months) < on
            assert last_day_of_months(next_day(next_day(last)), months) >= on
