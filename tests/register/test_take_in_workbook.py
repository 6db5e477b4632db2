"""Returned workbooks: what a section changed is stored, what others changed is never lost, what the ledger gives is never typed.

The one idea: every workbook is a real one, written from the register, filled in and read back.
"""

from collections.abc import Mapping
from datetime import date

import pytest

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import Refused
from saiken.domain.sheets.grade import Grade
from saiken.domain.sheets.sheet import Comparison, Measure, Sheet
from saiken.formats.sheet_workbook.cell import Key
from saiken.formats.sheet_workbook.write import write_city
from saiken.register.actions.record_comparison import record_comparison
from saiken.register.actions.record_measures import record_measures
from saiken.register.actions.set_goal import set_goal
from saiken.register.actions.state_grade import state_grade
from saiken.register.actions.take_in_workbook import Confirmation, take_in_workbook
from saiken.register.models import AuditRow, FiguresVersion, GoalVersion, GradeStatement, SheetDefinition
from saiken.register.queries.goal_versions import goal_versions
from saiken.register.queries.sheet import sheet_value
from saiken.register.queries.submission import Returned, Submission, submission_of
from tests.support.returned_workbooks import filled, returned
from tests.support.sheets import EDITIONS, STATES
from tests.support.small_register import SmallRegister

NOTHING_SAID = Confirmation()
KEY, TYPED_KEY = "見本局/016・026", "見本局/074"
BY = {"by": "kakari", "on": date(2019, 6, 3)}
GOAL = {("cell", "first_goal_next", column): yen for column, yen in (
    ("past_reduction", 1), ("past_received", 20), ("past_written_off", 0),
    ("current_assessed", 50), ("current_received", 45), ("current_written_off", 0),
)}  # fmt: skip


def _sheet(key: str = KEY) -> Sheet:
    return sheet_value(key, 2018, editions=EDITIONS, states=STATES)


def _found(workbook: Returned, **sent: str) -> Submission:
    return submission_of(workbook, editions=EDITIONS, states=STATES, **sent)


def _take_in(workbook: Returned, sender: Confirmation = NOTHING_SAID) -> Submission:
    return take_in_workbook(
        returned=workbook, editions=EDITIONS, states=STATES, sender=sender, by="shukei", on=BY["on"]
    )


@pytest.fixture
def stated(small: SmallRegister) -> SmallRegister:
    """A sheet with claims and with every kind of statement."""
    small.claim(yen=32_300)
    year = {"sheet_id": small.sheet, "fiscal_year": 2018, **BY}
    set_goal(kind="first_goal", columns={"past_reduction": 0, "carried_in_outside": 9}, **year)
    set_goal(kind="first_goal", columns={"past_reduction": 0, "past_received": 3}, **{**year, "fiscal_year": 2019})
    state_grade(portion="past", grade=Grade.MET, **year)
    record_measures(measures=[Measure(1, "planned", "past", "  財産調査\n（年2回）"),
                              Measure(2, "planned", "past", "催告", LegalClass.PRIVATE_LAW)], **year)  # fmt: skip
    record_comparison(comparison=Comparison(rank=3, averages={"total": "95.0%"}), **year)
    return small


@pytest.fixture
def typed_only(small: SmallRegister) -> int:
    """A sheet whose receivable is kept as figures only, nothing typed yet; its id."""
    return small.figures_only_sheet(from_fiscal_year=2016)


def test_an_untouched_workbook_changes_nothing(stated: SmallRegister) -> None:
    found = _take_in(returned(filled(_sheet())))
    assert (found.changes, found.blocking, found.doubtful, found.cleared) == ((), (), (), ())
    assert (GoalVersion.objects.count(), GradeStatement.objects.count()) == (2, 1)


def test_what_a_section_filled_is_stored_with_who_when_and_why(stated: SmallRegister) -> None:
    item = ("item", "done", "past", "0")
    typed = {
        **GOAL,
        ("grade", "current"): "－",
        (*item, "number"): 1,
        (*item, "answers"): 1,
        (*item, "text"): "120件を調査",
        ("rank",): 5,
        ("average", "past"): 0.142,
    }
    workbook = returned(filled(_sheet(), typed))
    assert "理由" in _found(workbook).blocking[0].message
    found = _take_in(workbook, Confirmation(reason="当年度に発生"))
    assert found.changes[0].labels == ("達成状況 現年度", "令元当初目標", "取組内容", "政令指定都市比較")
    sheet = _sheet()
    goal = sheet.row("first_goal_next")
    assert goal is not None
    assert [goal.yen(key[2]) for key in GOAL] == list(GOAL.values())
    assert (sheet.grades["past"], sheet.grades["current"]) == ("A", "－")
    assert Measure(1, "done", "past", "120件を調査", answers=1) in sheet.measures
    assert (sheet.comparison.rank, sheet.comparison.averages) == (5, {"past": "14.2%", "total": "95.0%"})
    newest, _first = goal_versions(stated.sheet, fiscal_year=2019, kind="first_goal")
    assert (newest.version, newest.recorded_by, newest.set_on, newest.reason) == (2, "shukei", BY["on"], "当年度に発生")


def test_the_same_file_twice_has_one_effect(stated: SmallRegister) -> None:
    content = filled(_sheet(), GOAL)
    _take_in(returned(content))
    again = _take_in(returned(content, "別名.xlsx"))
    assert again.already is not None
    assert (again.already.by, again.changes) == ("shukei", ())
    set_goal(sheet_id=stated.sheet, fiscal_year=2019, kind="first_goal", columns={"past_reduction": 7}, **BY)
    assert _take_in(returned(content)).changes == ()
    assert GoalVersion.objects.filter(fiscal_year=2019).count() == 3


def test_a_form_older_than_what_is_stored_is_a_conflict_and_overwrites_nothing(stated: SmallRegister) -> None:
    workbook = returned(filled(_sheet(), {**GOAL, ("grade", "past"): "B1"}))
    set_goal(sheet_id=stated.sheet, fiscal_year=2019, kind="first_goal", columns={"past_reduction": 7}, **BY)
    (conflict,) = _found(workbook).blocking
    assert "出力した後に" in conflict.message
    assert conflict.place.startswith("016・026 見本保険料等!")
    with pytest.raises(Refused, match="出力した後に"):
        _take_in(workbook, Confirmation(confirmed=True))
    assert _sheet().grades["past"] == "A"
    assert not AuditRow.objects.filter(action="take_in_workbook").exists()


def test_what_others_changed_meanwhile_stays_where_the_sender_did_not_touch_it(stated: SmallRegister) -> None:
    workbook = returned(filled(_sheet(), {("grade", "past"): "B1"}))
    set_goal(sheet_id=stated.sheet, fiscal_year=2019, kind="first_goal", columns={"past_reduction": 7}, **BY)
    _take_in(workbook)
    sheet = _sheet()
    goal = sheet.row("first_goal_next")
    assert goal is not None
    assert (sheet.grades["past"], goal.yen("past_reduction")) == ("B1", 7)


def test_figures_of_the_ledger_are_named_by_cell_and_never_taken(stated: SmallRegister) -> None:
    typed = {
        ("cell", "result", "current_received"): 12,
        ("state", "current", "S02", "count"): 9,
        ("grade", "past"): "B2",
    }
    workbook = returned(filled(_sheet(), typed))
    found = _found(workbook)
    assert [(doubt.found, doubt.expected) for doubt in found.doubtful] == [("12", "0"), ("9", "0")]
    assert all(doubt.place.startswith("016・026 見本保険料等!") for doubt in found.doubtful)
    with pytest.raises(Refused, match="算出される欄"):
        _take_in(workbook)
    assert _sheet().grades["past"] == "A"
    _take_in(workbook, Confirmation(confirmed=True))
    sheet = _sheet()
    assert sheet.grades["past"] == "B2"
    assert (sheet.row("result").yen("current_received"), sheet.states["current"].count_total) == (0, 1)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ({("cell", "first_goal_next", "past_received"): "２０千円"}, "数値の欄に数値でないもの"),
        ({("cell", "first_goal_next", "past_received"): 20.5}, "小数"),
        ({("grade", "past"): "C"}, "選択肢にない"),
        ({("item", "done", "past", "0", "text"): "調査", ("item", "done", "past", "0", "answers"): 8}, "対応する取組"),
        ({("cell", "effort_goal_next", "past_received"): "=1+2"}, "計算式"),
    ],
)
def test_what_could_not_be_read_cannot_be_confirmed(
    stated: SmallRegister, damage: Mapping[Key, object], message: str
) -> None:
    workbook = returned(filled(_sheet(), {**damage, ("grade", "total"): "A"}))
    assert message in _found(workbook).blocking[0].message
    with pytest.raises(Refused, match=message):
        _take_in(workbook, Confirmation(confirmed=True))
    assert _sheet().grades["total"] is None


def test_a_changed_formula_or_word_is_told_and_may_be_confirmed(stated: SmallRegister) -> None:
    workbook = returned(filled(_sheet(), {("cell", "result", "total_balance"): 999, ("grade", "total"): "A"}))
    assert "計算式が変更" in _found(workbook).doubtful[0].message
    with pytest.raises(Refused, match="計算式が変更"):
        _take_in(workbook)
    _take_in(workbook, Confirmation(confirmed=True))
    assert _sheet().grades["total"] == "A"


def test_an_empty_form_stores_what_was_filled_and_clears_nothing(stated: SmallRegister) -> None:
    found = _take_in(returned(filled(_sheet(), {("grade", "total"): "B1"}, empty=True)))
    assert [change.parts for change in found.changes] == [("grade/total",)]
    assert len(found.cleared) == 5
    sheet = _sheet()
    assert (sheet.grades["past"], sheet.grades["total"], sheet.comparison.rank, len(sheet.measures)) == (
        "A",
        "B1",
        3,
        2,
    )


def test_every_sheet_of_one_file_is_stored_or_none(stated: SmallRegister, typed_only: int) -> None:
    figures = _first_year()
    good, bad = _reading(KEY, {("grade", "total"): "A"}), _reading(TYPED_KEY, {**figures, ("grade", "past"): "D"})
    both = Returned("二枚.xlsx", "2" * 64, (*good.readings, *bad.readings))
    with pytest.raises(Refused, match="選択肢にない"):
        _take_in(both)
    assert (_sheet().grades["total"], FiguresVersion.objects.count()) == (None, 0)
    twice = Returned("同じ.xlsx", "3" * 64, (good.readings[0], good.readings[0]))
    assert "二つあります" in _found(twice).blocking[0].message


def _reading(key: str, typed: Mapping[Key, object]) -> Returned:
    return returned(filled(_sheet(key), typed))


def _first_year() -> dict[Key, object]:
    """Results of three years, ア of the first among them since nobody knows it yet, and table 3 of the last."""
    columns = ("past_reduction", "past_received", "past_written_off")
    current = ("current_assessed", "current_received", "current_written_off")
    rows = {
        "result_two_years_before": (1, 5, 0, 0, 0, 0),
        "result_year_before": (0, 2, 0, 9, 2, 0),
        "result": (0, 0, 1, 7, 0, 0),
    }
    return {
        ("cell", "result_two_years_before", "past_carried_in"): 21,
        **{
            ("cell", row, column): yen
            for row, figures in rows.items()
            for column, yen in zip(columns + current, figures, strict=True)
        },
        ("state", "past", "S02", "count"): 3,
        ("state", "past", "S02", "balance"): 19,
        ("state", "current", "S01", "count"): 1,
        ("state", "current", "S01", "balance"): 7,
        ("obligors",): 4,
    }


def test_figures_of_a_receivable_without_claims_are_taken_from_the_form(typed_only: int) -> None:
    workbook = _reading(TYPED_KEY, _first_year())
    assert [change.labels for change in _take_in(workbook).changes] == [
        ("平28実績", "平29実績", "平30実績", "未収債権の状況 過年度", "未収債権の状況 現年度", "債務者数")
    ]
    sheet = _sheet(TYPED_KEY)
    balances = [(row.yen("past_carried_in"), row.yen("total_balance")) for row in sheet.rows]
    assert balances == [(21, 15), (15, 20), (20, 26)]
    assert (sheet.states["past"].balance["S02"], sheet.claims_total, sheet.obligors) == (19, 4, 4)
    assert set(FiguresVersion.objects.values_list("source", flat=True)) == {"回答.xlsx 074 数値のみ"}


def test_a_correction_is_a_new_version_of_its_year_alone(typed_only: int) -> None:
    _take_in(_reading(TYPED_KEY, _first_year()))
    _take_in(_reading(TYPED_KEY, {("obligors",): 3, ("cell", "result_year_before", "past_received"): 4}))
    versions = FiguresVersion.objects.order_by("fiscal_year", "version").values_list("fiscal_year", "version")
    assert list(versions) == [(2016, 1), (2017, 1), (2017, 2), (2018, 1), (2018, 2)]
    sheet = _sheet(TYPED_KEY)
    assert (sheet.obligors, sheet.states["past"].count["S02"]) == (3, 3)
    assert sheet.row("result").yen("past_carried_in") == 18  # type: ignore[union-attr]


def test_years_are_typed_in_turn_and_states_need_their_row(typed_only: int) -> None:
    last = {key: value for key, value in _first_year().items() if key[:2] == ("cell", "result")}
    assert "年度が続いていません" in _found(_reading(TYPED_KEY, last)).blocking[0].message
    assert "実績の行が空欄" in _found(_reading(TYPED_KEY, {("obligors",): 4})).blocking[0].message


def test_the_row_before_the_first_year_only_carries_its_balance_in(small: SmallRegister, typed_only: int) -> None:
    SheetDefinition.objects.filter(pk=typed_only).update(from_fiscal_year=2017)
    workbook = _reading(TYPED_KEY, _first_year())
    assert [doubt.message for doubt in _found(workbook).doubtful] == ["様式の最初の年度より前の行です"]
    _take_in(workbook, Confirmation(confirmed=True))
    assert [(row.label, row.yen("past_carried_in")) for row in _sheet(TYPED_KEY).rows] == [
        ("平29実績", 15),
        ("平30実績", 20),
    ]


def test_a_sheet_that_the_register_does_not_know_is_named(stated: SmallRegister) -> None:
    content = filled(_sheet())
    SheetDefinition.objects.filter(pk=stated.sheet).update(numbers="016")
    assert (
        "台帳にありません（値: 2018年度 見本局 016・026 見本保険料等）"
        in _found(returned(content)).blocking[0].sentence
    )


def test_the_city_workbook_comes_back_sheet_by_sheet(stated: SmallRegister, typed_only: int) -> None:
    _take_in(_reading(TYPED_KEY, _first_year()))
    sheets = [_sheet(KEY), _sheet(TYPED_KEY)]
    workbook = returned(write_city(sheets, edition=EDITIONS["2019"], states=STATES))
    assert len(workbook.readings) == 2
    found = _found(workbook)
    assert (found.changes, found.blocking, found.doubtful) == ((), (), ())
