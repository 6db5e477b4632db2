"""The parts of a plan by hand: lost states, obligors, cohorts, increases, late assessments, days, people."""

import re
from datetime import date
from random import Random

import pytest

from saiken.domain.claim.entry import EntryKind
from saiken.domain.sheets.sheet import Sheet, StateTable
from saiken.domain.states.table import load_states
from saiken.register.samples.plan.cohorts import sort_into_cohorts
from saiken.register.samples.plan.days import assessment_days
from saiken.register.samples.plan.draft import Draft, Scale, split_yen, total_level
from saiken.register.samples.plan.flows import Flow, put_back
from saiken.register.samples.plan.model import IN_BULK
from saiken.register.samples.plan.obligors import deal_obligors
from saiken.register.samples.plan.people import corporation, payers_in_bulk, person
from saiken.register.samples.plan.states import placed_cells

STATES = load_states()
SCALE = Scale(usual_yen=10_000, most_settled=100)


def _sheet(table: StateTable) -> Sheet:
    return Sheet("2019", 2018, ("038",), "", "", "", (), rows=(), states={"past": table})


def test_numbers_whose_state_is_lost_keep_their_order_and_their_group() -> None:
    table = StateTable(
        count={"S02": 4},
        balance={"S02": 40},
        unplaced_count={"recoverable": (3, 1), "settlement": (9,)},
        unplaced_balance={"recoverable": (30, 10), "settlement": (90,)},
    )
    cells = placed_cells(_sheet(table), "past", states=STATES)
    group = {state.id: state.group for state in STATES}
    assert [(cell.count, cell.balance) for cell in cells if cell.state_id != "S02"] == [(3, 30), (1, 10), (9, 90)]
    assert [group[cell.state_id] for cell in cells] == ["recoverable"] * 3 + ["settlement"]
    assert (cells[0].state_id, cells[0].count) == ("S02", 4)


@pytest.mark.parametrize(("printed", "people"), [(1, 1), (3, 3), (5, 5), (8, 5), (None, 3)])
def test_open_claims_name_as_many_people_as_printed_or_as_there_are_claims(printed: int | None, people: int) -> None:
    drafts = [Draft(1_000, "S02") for _ in range(5)] + [Draft(0), Draft(0, stands_for=40, in_bulk=True)]
    owed = deal_obligors(Random(1), drafts, printed=printed)
    assert len(set(owed.obligor_of[:5])) == owed.open_obligors == people
    assert owed.obligor_of[6] == IN_BULK
    assert owed.obligor_of[5] in range(owed.obligors)


def test_last_year_s_claims_and_older_ones_owe_what_each_side_owed_before_the_year() -> None:
    drafts = [Draft(yen, "S02") for yen in (7_000, 11_000, 2_000, 5_000)]
    flow = Flow(2018, received=9_000, written_off=1_000)
    cohorts = sort_into_cohorts(Random(2), drafts, flow=flow, newer_yen=15_000, older_yen=20_000)
    for side, side_flow in ((cohorts.newer, cohorts.newer_flow), (cohorts.older, cohorts.older_flow)):
        put_back(Random(2), side, flow=side_flow, scale=SCALE)
    assert (total_level(cohorts.newer), total_level(cohorts.older)) == (15_000, 20_000)
    received = cohorts.newer_flow.received + cohorts.older_flow.received
    assert (received, cohorts.corrected_yen) == (9_000, 0)


def test_where_no_choice_of_claims_fits_corrections_cancel_each_other() -> None:
    drafts = [Draft(10_000, "S02")]
    cohorts = sort_into_cohorts(Random(2), drafts, flow=Flow(2018), newer_yen=4_000, older_yen=6_000)
    assert cohorts.corrected_yen > 0
    flows = (cohorts.newer_flow, cohorts.older_flow)
    assert sum(flow.increased for flow in flows) == sum(flow.reduced for flow in flows)


@pytest.mark.parametrize(("increased", "late"), [(2_900, 0), (8_900, 0), (19_999, 1), (20_000, 2)])
def test_an_increase_leaves_a_claim_that_existed_before_or_is_a_late_assessment_of_all_of_it(
    increased: int, late: int
) -> None:
    drafts = [Draft(10_000, "S02"), Draft(10_000, "S02")]
    put_back(Random(1), drafts, flow=Flow(2018, increased=increased), scale=SCALE)
    assert total_level(drafts) == 20_000 - increased
    assert all(move.kind is EntryKind.INCREASED for draft in drafts for move in draft.moves)
    assert sum(draft.level_yen == 0 for draft in drafts) == late


def test_amounts_are_uneven_and_hardly_ever_whole_thousands() -> None:
    parts = split_yen(Random(4), 12_345_678, parts=1_000)
    assert sum(parts) == 12_345_678
    assert min(parts) > 0
    assert len(set(parts)) > 500
    assert sum(part % 1_000 == 0 for part in parts) < 50


@pytest.mark.parametrize(
    ("month", "due_on"), [(8, date(2018, 8, 27)), (11, date(2018, 11, 26)), (3, date(2019, 3, 25))]
)
def test_a_due_date_on_a_weekend_moves_to_monday_and_keeps_the_day_before_the_shift(month: int, due_on: date) -> None:
    days = assessment_days(Random(1), 2018, month=month)
    assert days.due_on == due_on
    assert days.due_before_shift_on.day == 25
    assert days.cause_on <= days.accrued_on < days.notified_on < days.due_on


def test_people_are_visibly_invented_and_read_in_katakana() -> None:
    marks = ("見本", "架空", "仮名", "例示", "想定", "試作")
    for each in (*map(person, range(300)), *map(corporation, range(60))):
        assert any(mark in each.name for mark in marks), each.name
        assert each.address.startswith("見本市"), each.address
        assert re.fullmatch(r"[ァ-ヶー　0-9]+", each.name_kana), each.name_kana
        assert (each.birth_on is None) == each.is_corporation
    assert payers_in_bulk().name.startswith("一括調定")
    assert person(7) == person(7)
    assert len({person(position).number for position in range(300)}) == 300
