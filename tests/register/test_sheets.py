"""Sheets computed from the register, by hand: rounding, the chain of ア, goals, states, obligors, typed figures, city totals.

The one idea: the amounts are small enough to check on paper, and odd enough for the roundings to show.
"""

from datetime import date

import pytest

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput, Refused
from saiken.domain.sheets.edition import LEDGER_COLUMNS, load_editions
from saiken.domain.sheets.grade import Grade
from saiken.domain.sheets.sheet import Comparison, Measure, Sheet
from saiken.domain.states.table import load_states
from saiken.register.actions.base_on_claims import base_on_claims
from saiken.register.actions.particulars import Particulars
from saiken.register.actions.receive import receive
from saiken.register.actions.record_comparison import record_comparison
from saiken.register.actions.record_figures import record_figures
from saiken.register.actions.record_measures import record_measures
from saiken.register.actions.set_goal import set_goal
from saiken.register.actions.state_grade import state_grade
from saiken.register.actions.transfer import transfer
from saiken.register.models import Receivable, SheetDefinition
from saiken.register.queries.as_of import freeze
from saiken.register.queries.city import city_overview
from saiken.register.queries.sheet import sheet_value
from saiken.register.queries.sheet_index import find_sheet
from saiken.register.typed_figures import TypedFigures
from tests.support.law import BOOK
from tests.support.small_register import SmallRegister

EDITIONS, STATES = load_editions(), load_states()
KEY = "見本局/016・026"
BY = {"by": "kakari", "on": date(2019, 6, 3)}


def _sheet(key: str = KEY, year: int = 2018) -> Sheet:
    return sheet_value(key, year, editions=EDITIONS, states=STATES)


def _yen(sheet: Sheet, row_id: str, column: str) -> int:
    row = sheet.row(row_id)
    assert row is not None
    return row.yen(column)


def _pay(claim_id: int, yen: int, year: int, month: int = 9) -> None:
    receive(claim_id=claim_id, yen=yen, lawbook=BOOK, by="kakari", on=date(year, month, 1))


def test_only_inputs_are_rounded_and_the_true_balance_is_told(small: SmallRegister) -> None:
    claim_id = small.claim(yen=32_300)
    _pay(claim_id, 13_600, 2018)
    sheet = _sheet()
    assert _yen(sheet, "result", "current_assessed") == 32
    assert _yen(sheet, "result", "current_received") == 14
    assert _yen(sheet, "result", "total_balance") == 18
    assert sheet.true_balances_yen == {"result": 18_700}


def test_the_chain_carries_the_rounded_balance_and_the_drift_goes_into_the_reduction(small: SmallRegister) -> None:
    claim_id = small.claim(yen=32_300, fiscal_year=2016)
    _pay(claim_id, 13_600, 2016)
    sheet = _sheet()
    cells = [(_yen(sheet, row, "past_carried_in"), _yen(sheet, row, "past_reduction")) for row in
             ("result_two_years_before", "result_year_before", "result")]  # fmt: skip
    assert cells == [(0, 0), (18, -1), (19, 0)]


def test_the_chain_starts_with_what_was_carried_into_the_sheets_first_year(small: SmallRegister) -> None:
    small.claim(yen=5_500, fiscal_year=2015)
    assert _yen(_sheet(), "result_two_years_before", "past_carried_in") == 6
    assert [row.label for row in _sheet(year=2021).rows] == ["令元実績", "令2実績", "令3実績"]


def test_goals_are_the_last_version_and_turn_from_form_to_form(small: SmallRegister) -> None:
    small.claim(yen=100_000)
    goal = {"sheet_id": small.sheet, "fiscal_year": 2019, "kind": "first_goal", **BY}
    set_goal(columns={"past_reduction": 1, "past_received": 2}, **goal)
    set_goal(columns={"past_reduction": 3, "past_received": 40}, **goal)
    set_goal(
        sheet_id=small.sheet,
        fiscal_year=2018,
        kind="first_goal",
        columns={"past_reduction": 0, "carried_in_outside": 9},
        **BY,
    )
    sheet = _sheet()
    goal_row = next(row for row in sheet.rows if (row.kind, row.fiscal_year) == ("first_goal", 2018))
    assert goal_row.yen("past_carried_in") == 9
    next_goal = next(row for row in sheet.rows if (row.kind, row.fiscal_year) == ("first_goal", 2019))
    assert (next_goal.yen("past_reduction"), next_goal.yen("past_received")) == (3, 40)
    revised = {"sheet_id": small.sheet, "fiscal_year": 2021, "kind": "revised_goal", **BY}
    set_goal(columns={"past_reduction": 10, "past_received": 20}, **revised)
    row = _sheet(year=2021).row("revised_goal")
    assert row is not None
    assert (row.yen("past_carried_in"), row.yen("past_assessed"), row.yen("total_balance")) == (100, 90, 70)


def test_table_3_counts_open_claims_by_state_and_obligors_once(small: SmallRegister) -> None:
    first, second = small.claim("1", yen=5_400, stands_for=12), small.claim("2", yen=700, cause_on=date(2009, 4, 1))
    old = small.claim("3", yen=2_000, fiscal_year=2017, obligor_id=small.other_obligor)
    _pay(small.claim("4", yen=900), 900, 2019, 5)
    small.event(first, EventKind.FORMAL_DEMAND, date(2018, 10, 1))
    small.event(old, EventKind.DISPOSITION_SUSPENSION, date(2018, 10, 1))
    small.event(first, EventKind.PAYMENT_PLEDGE, date(2019, 3, 31), instalment_yen=1_000)
    small.event(first, EventKind.PLEDGE_BREACH, date(2019, 4, 1))
    sheet = _sheet()
    current, past = sheet.states["current"], sheet.states["past"]
    assert (current.count["S06"], current.balance["S06"], past.count["S14"], past.balance["S14"]) == (12, 5, 1, 2)
    # the terms of one are not known
    assert (current.count_recoverable, current.count_total, current.balance_total) == (12, 13, 6)
    assert (past.count_settlement, sheet.claims_total, sheet.balance_total, sheet.obligors) == (1, 14, 8, 2)
    _pay(second, 700, 2019, 6)
    assert _sheet().claims_total == 14  # money after the accounts closed is the next year's


def test_a_claim_transferred_within_the_sheet_stays_one_claim(small: SmallRegister) -> None:
    claim_id = small.claim(yen=5_000)
    transfer(claim_id=claim_id, to_receivable_id=small.loan, lawbook=BOOK, by="kakari", on=date(2018, 10, 1))
    sheet = _sheet()
    assert (sheet.claims_total, _yen(sheet, "result", "current_assessed")) == (1, 5)


def test_what_people_stated_stands_on_the_sheet(small: SmallRegister) -> None:
    year = {"sheet_id": small.sheet, "fiscal_year": 2018, **BY}
    state_grade(portion="past", grade=Grade.MISSED_AS_PLANNED, **year)
    state_grade(portion="past", grade=Grade.MET, **year)
    with pytest.raises(InvalidInput, match="理由"):
        state_grade(portion="current", grade=Grade.NO_GOAL, **year)
    planned = Measure(1, "planned", "past", "財産調査")
    done = Measure(1, "done", "past", "120件", answers=1)
    record_measures(measures=[Measure(9, "planned", "past", "旧")], **year)
    record_measures(measures=[planned, done], **year)
    record_comparison(comparison=Comparison(rank=3, averages={"total": "95.0%"}), **year)
    sheet = _sheet()
    assert sheet.grades == {"past": "A", "current": None, "total": None}
    assert set(sheet.measures) == {planned, done}
    assert (sheet.comparison.rank, sheet.comparison.averages) == (3, {"total": "95.0%"})
    assert sheet.comparison.own_rates == {"past": "－", "current": "－", "total": "－"}
    with pytest.raises(InvalidInput, match="対応する取組内容"):
        record_measures(measures=[done], **year)


def test_typed_figures_make_a_sheet_and_count_in_all_totals(small: SmallRegister) -> None:
    small.claim(yen=5_400)
    sheet_id = small.figures_only_sheet()
    columns = dict.fromkeys(LEDGER_COLUMNS, 0)
    typed = TypedFigures({**columns, "past_assessed": 20, "past_received": 5}, carried_in=21)
    record_figures(sheet_id=sheet_id, fiscal_year=2017, figures=typed, source="旧台帳", **BY)
    typed = TypedFigures(
        {**columns, "past_assessed": 15, "current_assessed": 7},
        counts={"past": {"S02": 3}, "current": {"S01": 1}},
        balances={"past": {"S02": 15}, "current": {"S01": 7}},
        obligors=4,
    )
    record_figures(sheet_id=sheet_id, fiscal_year=2018, figures=typed, source="旧台帳", **BY)
    sheet = _sheet("見本局/074")
    assert sheet.figures_only
    assert (_yen(sheet, "result_year_before", "past_reduction"), _yen(sheet, "result", "past_carried_in")) == (1, 15)
    assert (_yen(sheet, "result", "total_balance"), sheet.claims_total, sheet.obligors) == (22, 4, 4)
    city = city_overview(2018, editions=EDITIONS)
    assert city.city.cells["total_balance"] == 27
    assert (city.city.obligors.obligors, city.city.obligors.at_most) == (5, True)  # type: ignore[union-attr]
    assert {
        name: (total.cells["past_carried_in"], total.cells["past_reduction"], total.cells["total_balance"])
        for name, total in city.classes.items()
    } == {LegalClass.PUBLIC_ENFORCEABLE: (0, 0, 5), LegalClass.PRIVATE_LAW: (15, 0, 22)}


def test_figures_are_typed_only_where_the_claims_do_not_give_them(small: SmallRegister) -> None:
    typed = {"figures": TypedFigures(dict.fromkeys(LEDGER_COLUMNS, 0)), "source": "旧台帳", **BY}
    with pytest.raises(Refused, match="台帳から算出されるため"):
        record_figures(sheet_id=small.sheet, fiscal_year=2018, **typed)
    with pytest.raises(InvalidInput, match="様式のない年度"):
        record_figures(sheet_id=small.figures_only_sheet(), fiscal_year=2016, **typed)
    with pytest.raises(InvalidInput, match="様式がありません"):
        record_figures(sheet_id=999, fiscal_year=2018, **typed)


def test_a_figures_only_sheet_goes_over_to_claims_when_the_balances_tie_out(small: SmallRegister) -> None:
    sheet_id = small.figures_only_sheet()
    (receivable_id,) = SheetDefinition.objects.get(pk=sheet_id).receivables.values_list("pk", flat=True)
    typed = TypedFigures({**dict.fromkeys(LEDGER_COLUMNS, 0), "past_assessed": 20, "past_received": 5}, carried_in=20)
    switch = {"sheet_id": sheet_id, "fiscal_year": 2018, **BY}
    with pytest.raises(InvalidInput, match="2017年度の数値がありません"):
        base_on_claims(**switch)
    record_figures(sheet_id=sheet_id, fiscal_year=2017, figures=typed, source="旧台帳", **BY)
    private = {"receivable_id": receivable_id, "legal_class": LegalClass.PRIVATE_LAW, "fiscal_year": 2016}
    small.claim("1", yen=9_000, **private)
    with pytest.raises(Refused, match="15千円と、台帳の繰越 9千円"):
        base_on_claims(**switch)
    small.claim("2", yen=6_300, **private)
    before = freeze()
    assert base_on_claims(**switch) == 15_300
    then = sheet_value("見本局/074", 2018, editions=EDITIONS, states=STATES, as_of=before)
    assert (then.figures_only, then.claims_total) == (True, 0)  # as it was when it was looked at
    sheet = _sheet("見本局/074")
    assert (sheet.figures_only, sheet.claims_total) == (False, 2)
    assert (_yen(sheet, "result_year_before", "past_received"), _yen(sheet, "result", "past_carried_in")) == (5, 15)
    with pytest.raises(InvalidInput, match="数値のみの債権がありません"):
        base_on_claims(**switch)


def test_typed_figures_are_checked_before_they_are_stored() -> None:
    columns = dict.fromkeys(LEDGER_COLUMNS, 0)
    with pytest.raises(InvalidInput, match="そろっていません"):
        TypedFigures({"past_assessed": 1})
    with pytest.raises(InvalidInput, match="表3にない欄"):
        TypedFigures(columns, counts={"past": {"S17": 1}})
    with pytest.raises(InvalidInput, match="整数でない"):
        TypedFigures(columns, obligors="4")  # type: ignore[arg-type]


def test_the_city_recounts_people_and_splits_classes_by_claim(small: SmallRegister) -> None:
    small.claim("1", yen=5_400)
    small.claim("2", yen=3_000, receivable_id=small.loan, legal_class=LegalClass.PRIVATE_LAW)
    small.claim("3", yen=2_000, receivable_id=small.loan, fiscal_year=2017)
    other_sheet = small.water_sheet()
    small.claim("4", yen=1_000, receivable_id=small.water, legal_class=LegalClass.PUBLIC_ENFORCEABLE)
    state_grade(sheet_id=other_sheet, fiscal_year=2018, portion="total", grade=Grade.MET, **BY)
    city = city_overview(2018, editions=EDITIONS)
    assert [line.obligors.obligors for line in city.lines] == [1, 1]
    assert city.city.obligors is not None
    assert (city.city.obligors.obligors, city.city.sheets) == (1, 2)
    assert {name: total.cells["total_balance"] for name, total in city.classes.items()} == {
        LegalClass.PUBLIC_ENFORCEABLE: 8,
        LegalClass.PRIVATE_LAW: 3,
    }
    assert {name: total.sheets for name, total in city.classes.items()} == {
        LegalClass.PUBLIC_ENFORCEABLE: 2,
        LegalClass.PRIVATE_LAW: 1,
    }
    assert city.bureaus[0].cells == city.city.cells
    assert city.lines[0].trend == ((2016, 0), (2017, 2), (2018, 10))
    assert city.lines[1].grades == {"total": "A"}


def test_what_rounding_leaves_over_goes_to_the_largest_class_and_classes_add_up_to_the_city(
    small: SmallRegister,
) -> None:
    loan = {"receivable_id": small.loan, "fiscal_year": 2018}
    small.claim("1", yen=5_400, legal_class=LegalClass.PRIVATE_LAW, **loan)
    small.claim("2", yen=2_400, legal_class=LegalClass.PUBLIC_ENFORCEABLE, **loan)
    city = city_overview(2018, editions=EDITIONS)
    assert {name: total.cells["current_assessed"] for name, total in city.classes.items()} == {
        LegalClass.PUBLIC_ENFORCEABLE: 2,
        LegalClass.PRIVATE_LAW: 6,
    }
    assert city.city.cells["current_assessed"] == 8


def test_typed_figures_of_several_classes_stand_apart(small: SmallRegister) -> None:
    sheet_id = small.figures_only_sheet()
    Receivable.objects.filter(number="074").update(allowed_classes=["private_law", "public_unenforceable"])
    typed = TypedFigures({**dict.fromkeys(LEDGER_COLUMNS, 0), "current_assessed": 7})
    record_figures(sheet_id=sheet_id, fiscal_year=2018, figures=typed, source="旧台帳", **BY)
    classes = city_overview(2018, editions=EDITIONS).classes
    assert {name: total.cells["total_balance"] for name, total in classes.items()} == {
        **dict.fromkeys(LegalClass, 0),
        None: 7,
    }


def test_an_overpaid_claim_is_no_open_claim(small: SmallRegister) -> None:
    claim_id = small.claim(yen=1_000)
    receive(
        claim_id=claim_id,
        yen=3_000,
        particulars=Particulars(overpayment=True),
        lawbook=BOOK,
        by="kakari",
        on=date(2018, 9, 1),
    )
    sheet = _sheet()
    assert (sheet.claims_total, sheet.obligors, _yen(sheet, "result", "total_balance")) == (0, 0, -2)


def test_a_number_finds_its_sheet_or_the_candidates(small: SmallRegister) -> None:
    assert find_sheet("０２６", fiscal_year=2018).key == KEY
    with pytest.raises(InvalidInput, match="様式がありません"):
        find_sheet("999", fiscal_year=2018)
    with pytest.raises(InvalidInput, match="様式がありません"):
        _sheet(year=2015)
