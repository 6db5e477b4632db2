"""Wording and figures of the form: headings with their years, letters, signs, subtotals, and what the formulas give."""

from dataclasses import replace

import pytest

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.form import (
    balance_total,
    claims_total,
    classes_text,
    differs_by_rounding,
    fixed_carried_in,
    formula_note,
    group_figure,
    measure_text,
    measures_of,
    numbers_text,
    printed,
    recomputed,
    row_title,
    short_classes_text,
    state_wordings,
    unplaced_notes,
    words_for,
)
from saiken.domain.sheets.sheet import Measure, Sheet, StateTable
from tests.support.sheets import EDITIONS, STATES, sheet_038, sheet_two_numbers


def test_headings_name_the_years_of_the_sheet() -> None:
    words = words_for(EDITIONS["2019"], 2018)
    assert words["states"] == "３．平成30年度決算における未収債権の状況"
    assert words["measures"] == "５．令和元年度の取組内容"
    assert words["comparison"].startswith("６．平成29年度")
    assert words["balance_source"] == "＝２の平30実績のテ"
    assert words_for(EDITIONS["2022"], 2021)["balance_source"] == '＝２のD（令3実績）のケ"'


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=lambda edition: edition.id)
def test_every_edition_words_the_same_things(edition: Edition) -> None:
    assert set(edition.headings) == set(EDITIONS["2022"].headings)
    assert "{" not in "".join(words_for(edition, 2020).by_name.values())


def test_rows_are_titled_with_their_mark_where_the_edition_has_one() -> None:
    titles = {edition.id: row_title(edition.row_of_id["result"], 2021) for edition in EDITIONS.values()}
    assert titles == {"2019": "令3実績", "2022": "D 令3実績"}


def test_a_letter_explains_itself_by_its_formula() -> None:
    def note(edition: str, letter: str) -> str:
        return formula_note(EDITIONS[edition], EDITIONS[edition].column_of_letter[letter])

    assert note("2019", "チ") == "＝(エ＋サ)÷(ウ＋コ)"
    assert note("2019", "ア") == "＝前年度のテ"
    assert note("2019", "エ") == ""
    assert note("2022", "イ") == "＝ア－ウ（▲は増加）"
    assert note("2022", "ケ'") == "＝ウ'－(エ'＋オ')"


def test_figures_are_printed_with_the_sign_of_the_edition() -> None:
    assert [printed(EDITIONS["2019"], value) for value in (-1262, 3361, 0, None, "-45.5%")] == [
        "-1,262",
        "3,361",
        "0",
        "",
        "-45.5%",
    ]
    assert printed(EDITIONS["2022"], -5530) == "▲5,530"


def test_numbers_and_classes_are_joined() -> None:
    sheet, words = sheet_two_numbers(), words_for(EDITIONS["2022"], 2021)
    assert numbers_text(sheet) == "066・076"
    assert classes_text(words, sheet) == "強制徴収公債権・非強制徴収公債権"
    assert short_classes_text(words, sheet) == "強制公・非強公"


def test_a_state_worded_by_class_says_which_wording_is_whose() -> None:
    words = words_for(EDITIONS["2022"], 2021)
    by_id = {state.id: state_wordings(words, state) for state in STATES}
    assert by_id["S14"] == ("【強制公】滞納処分の停止中", "【非強公・私債権】徴収停止中")
    assert by_id["S13"] == ("破産免責決定",)


def test_measures_come_in_order_and_carry_their_class() -> None:
    items = (
        Measure(2, "done", "past", "二"),
        Measure(1, "done", "past", "一", LegalClass.PRIVATE_LAW),
        Measure(1, "done", "current", "三"),
    )
    sheet, words = replace(sheet_038(), measures=items), words_for(EDITIONS["2019"], 2018)
    assert [measure_text(words, item) for item in measures_of(sheet, kind="done", portion="past")] == [
        "【私債権】一",
        "二",
    ]


def test_the_text_of_a_read_paper_is_shown_as_one_item() -> None:
    sheet = replace(sheet_038(), measures=(), texts={"planned/current": "現年度の文", "issue": "どちらか不明の文"})

    def shown(kind: str, portion: str) -> list[str]:
        return [item.text for item in measures_of(sheet, kind=kind, portion=portion)]

    assert (shown("planned", "past"), shown("planned", "current")) == ([], ["現年度の文"])
    assert (shown("issue", "past"), shown("issue", "current")) == (["〔過年度・現年度の別なし〕どちらか不明の文"], [])


def test_a_subtotal_is_what_the_paper_prints_or_else_the_sum_of_what_it_shows() -> None:
    read = StateTable(count={"S01": 3}, unplaced_count={"recoverable": (7, 49), "settlement": (2,)}, count_settlement=5)
    figures = {
        group: group_figure(read, STATES, group=group, measure="count") for group in ("recoverable", "settlement", None)
    }
    assert figures == {"recoverable": 59, "settlement": 5, None: 61}


def test_totals_of_both_portions_are_as_printed_or_added() -> None:
    sheet = sheet_038()
    assert (claims_total(sheet, STATES), balance_total(sheet, STATES)) == (59, 4908)
    read = replace(sheet, claims_total=60, balance_total=4909)
    assert (claims_total(read, STATES), balance_total(read, STATES)) == (60, 4909)


def test_a_difference_is_yellow_only_in_an_edition_that_says_so() -> None:
    def yellow(sheet: Sheet, edition: str = "2022") -> list[bool]:
        return [
            differs_by_rounding(EDITIONS[edition], sheet, states=STATES, portion=one) for one in ("past", "current")
        ]

    sheet = sheet_two_numbers()
    assert yellow(sheet) == [True, False]
    assert yellow(replace(sheet, rows=())) == [False, False]
    assert yellow(replace(sheet, states={})) == [False, False]
    assert yellow(replace(sheet_038(), states=sheet.states), "2019") == [False, False]


def test_values_without_a_state_are_told_not_guessed() -> None:
    past = StateTable(
        unplaced_count={"recoverable": (7, 49), "settlement": ()}, unplaced_balance={"settlement": (1562,)}
    )
    notes = unplaced_notes(words_for(EDITIONS["2019"], 2018), replace(sheet_038(), states={"past": past}))
    assert notes == (
        "区分を読み取れない値（過年度・件数・回収債権）：7、49",
        "区分を読み取れない値（過年度・残高・整理債権）：1,562",
    )


@pytest.mark.parametrize("sheet", [sheet_038(), sheet_two_numbers()], ids=lambda sheet: sheet.edition_id)
def test_a_sheet_that_obeys_its_formulas_is_computed_to_itself(sheet: Sheet) -> None:
    assert recomputed(EDITIONS[sheet.edition_id], sheet) == {row.row_id: row.cells for row in sheet.rows}


def test_the_carried_in_balance_is_fixed_only_where_no_row_gives_it() -> None:
    sheet, edition = sheet_038(), EDITIONS["2019"]
    assert fixed_carried_in(edition, sheet) == {"result_two_years_before": 3361, "first_goal": 2971}
    without = replace(sheet, rows=tuple(row for row in sheet.rows if row.row_id != "result_year_before"))
    assert fixed_carried_in(edition, without) == {"result_two_years_before": 3361, "first_goal": 2971, "result": 4934}
    assert recomputed(edition, without)["result"] == recomputed(edition, sheet)["result"]
    empty = replace(sheet, rows=())
    assert fixed_carried_in(edition, empty) == {"result_two_years_before": None, "first_goal": None}
    assert recomputed(edition, empty)["result"]["total_balance"] == 0
