"""Oddities of published sheets, one by one: damaged cells, missing heads, torn numbers, mixed digits.

Figures are those of published papers where an oddity needs them; captions and prose are our own.
"""

import pytest

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.edition import load_editions
from saiken.domain.sheets.paper import Paper
from saiken.domain.sheets.sheet import Row, Sheet
from saiken.formats.published.read import read_content

EDITIONS = load_editions()

HEADINGS = "１．30年度の未収金残高目標の達成状況\n\n過年度 B１ 現年度 － B１\n\n２．未収金残高の推移\n\n年度中の調定変更額 未収金解消額\n"

ROWS_2019 = """198 198 25 0 25 173 12.6% 12.6% 60 60 0 60 0 100.0% 100.0% 32.9% 32.9% 173

173 1 172 49 30 80 93 28.5% 46.2% 0 0 － － 28.5% 46.2% 93

44 0 44 44 0 44 0 100.0% 100.0% 0 0 0 0 0 － － 100.0% 100.0% 0

93 0 93 4 0 4 89 4.3% 4.3% 0 0 0 0 0 － － 4.3% 4.3% 89

0 0 0 － － 0 0 － － － － 0

89 0 89 39 0 39 50 43.8% 43.8% 0 0 0 0 0 － － 43.8% 43.8% 50

50 0 50 25 0 25 25 50.0% 50.0% 0 0 0 0 0 － － 50.0% 50.0% 25
"""

LABELS_2019 = "令元努力目標\n\n平28実績\n\n平29実績\n\n平30当初目標\n\n平30実績\n\n令元当初目標\n\n令２当初目標\n"

ROWS_2022 = """A 字元 実績	172,592	0	172,592	52,194	0	52,194	30.2%	30.2%	120,398	7,025,185	6,955,889	0	6,955,889	99.0%	99.0%	69,296	97.4%	97.4%	189,694
B 令2 実績	189,694	37	189,657	37,872	0	37,909	20.0%	20.0%	151,785	512,894	512,894	0	512,894	100.0%	100.0%	0	78.4%	78.4%	151,785
C 令3 修正目標	151,785	0	151,785	32,298	0	32,298	21.3%	21.3%	119,487	2,970,424	2,970,424	0	2,970,424	100.0%	100.0%	0	96.2%	96.2%	119,487
D 令3 実績	151,785	4 4	151,789	20,786	0	20,782	13.7%	13.7%	131,003	2,365,826	2,365,826	0	2,365,826	100.0%	100.0%	0	94.8%	94.8%	131,003
E 令4 当初目標	119,487	0	119,487	25,450	0	25,450	21.3%	21.3%	94,037	2,970,424	2,970,424	C	2,970,424	100.0%	100.0%	0	97.0%	97.0%	94,037
F 令4 修正目標	131,003	0	131,003	17,947	0	17,947	13.7%	13.7%	113,056	2,461,380	2,461,380	0	2,461,380	100.0%	100.0%	0	95.6%	95.6%	113.056
G 当初目標	113,056	0	113,056	15,489	0	15,489	13.7%	13.7%	97,567	2,461,380	2,461,380	0	2,461,380	100.0%	100.0%	0	96.2%	96.2%	97,567
"""  # noqa: E501 - one printed row per line

HEADINGS_2022 = """1. 令和3年度の修正目標の達成状況

過年度 В1 現年度 合計(過年度+現年度) 一

2. 未収金の推移
	年度中の調定減少額	調定額
"""

STATES_2022 = """3. 令和3年度決算見込における未収金の状況

過 件数\t\t0 1,56\t9 0\t0\t\t248\t0\t(355\t2,172\tC\t51\t44\tC)\t0\t891\t986\t3,158
度 残高\ti\t0 80,16\tВ\t0\t\t17,462\t0\t\t10,285\t107,915\tC\t578\t967\tC)\t0\t21,543\t23,088\t131,003
現 件数\tC\t274\t10\t0\t0\t40\tC\t\t0\t324\t(4\t0\t(0\t0\t4\t328
度 残高\tC\t14,223\t1,142\t2 0\t0\t2,712\tC)\t0\t18,077\t(223\t0\t()\t0 (0\t223\t18,300

令和3年度 決算見込に 3,158 おける 債務者数

令和3年度決算見込における 3,158 未収債権の件数(過年度+現年度) 令和3年度決算見込における 131.003 未収金残高(過年度+現年度)
"""


def paper_of(*parts: str) -> Paper:
    """The paper read from parts of text."""
    return read_content("\n".join(parts).encode(), "paper.txt")


def only(paper: Paper) -> Sheet:
    """The one sheet of a paper."""
    assert len(paper.sheets) == 1
    return paper.sheets[0]


def letters(sheet: Sheet, row: Row) -> dict[str, int | str | None]:
    """A row's cells under the form's letters."""
    return {column.letter: row.cells[column.id] for column in EDITIONS[sheet.edition_id].columns}


def sheet_2019(head: str = "課・担当 0７３ 債権名 債権区分", tail: str = "") -> Sheet:
    """A sheet of edition 2019 with that head and tail."""
    return only(paper_of(head, "", HEADINGS, ROWS_2019, tail, LABELS_2019))


def test_labels_printed_apart_still_tell_the_year_and_every_row_is_placed() -> None:
    sheet = sheet_2019()
    assert (sheet.edition_id, sheet.fiscal_year) == ("2019", 2018)
    assert [row.label for row in sheet.rows][:5] == ["平28実績", "平29実績", "平30当初目標", "平30実績", "令元当初目標"]
    assert {row.placement for row in sheet.rows} == {"certain"}
    assert letters(sheet, sheet.rows[1])["オ"] == 30


def test_numbers_are_read_in_every_width() -> None:
    assert sheet_2019("課・担当 0７３ 債権名 債権区分").numbers == ("073",)
    assert sheet_2019("課・担当 056・057 債権名 債権区分").numbers == ("056", "057")
    assert sheet_2019("課・担当 ０２９、０３０ 債権名 債権区分").numbers == ("029", "030")
    assert sheet_2019("課・担当 O82 債権名 債権区分").numbers == ("082",)


def test_a_head_that_is_printed_apart_and_wrapped_is_put_together() -> None:
    head = "所属 健康局 給付課　推進係 債権整理番号（３ケタ） 手当等返還金（過年度）\n非強制徴収公債権（非強\n公）\n"
    sheet = sheet_2019(tail=head)
    assert (sheet.bureau, sheet.section, sheet.name) == ("健康局", "給付課　推進係", "手当等返還金（過年度）")
    assert sheet.legal_classes == (LegalClass.PUBLIC_UNENFORCEABLE,)


def test_the_bureau_ends_at_its_own_word() -> None:
    sheet = sheet_2019(tail="所属 健康局高齢部 給付課（在宅担当） 債権整理番号（３ケタ） 負担金 私債権\n")
    assert (sheet.bureau, sheet.section, sheet.name) == ("健康局", "高齢部 給付課（在宅担当）", "負担金")


def test_a_row_that_is_missing_stays_in_its_place_unread() -> None:
    rows = ROWS_2019.split("\n\n")
    sheet = only(paper_of("課・担当 073 債権名 債権区分", HEADINGS, "\n\n".join(rows[:2] + rows[3:]), LABELS_2019))
    assert [row.source.line is None for row in sheet.rows].count(True) == 1
    missing = next(row for row in sheet.rows if row.source.line is None)
    assert missing.row_id == "first_goal"
    assert set(missing.cells.values()) == {None}
    assert len(sheet.rows) == 7


def test_labels_beside_their_rows_are_read_as_well() -> None:
    rows = ROWS_2019.strip().split("\n\n")
    labels = ["平28実績", "平29実績", "平30当初目標", "平30実績", "令元当初目標", "令元努力目標", "令２当初目標"]
    text = "\n".join(f"{label} {row}" for label, row in zip(labels, rows, strict=True))
    sheet = only(paper_of("課・担当 073 債権名 債権区分", HEADINGS, text))
    assert sheet.fiscal_year == 2018
    assert [row.printed_label for row in sheet.rows] == labels
    assert {row.placement for row in sheet.rows} == {"certain"}


def test_a_sheet_without_a_head_is_still_a_sheet() -> None:
    sheet = only(paper_of(HEADINGS_2022, ROWS_2022))
    assert (sheet.edition_id, sheet.fiscal_year, sheet.numbers, sheet.bureau) == ("2022", 2021, (), "")
    assert {row.placement for row in sheet.rows} == {"certain"}


def test_look_alike_letters_and_dashes_are_grades() -> None:
    assert only(paper_of(HEADINGS_2022, ROWS_2022)).grades == {"past": "B1", "current": None, "total": "－"}


def test_damaged_cells_carry_value_and_repair_and_are_reported() -> None:
    paper = paper_of(HEADINGS_2022, ROWS_2022)
    sheet = only(paper)
    repairs = [(row.label, each.printed, each.derived) for row in sheet.rows for each in row.repairs]
    assert repairs == [("令3実績", "4 4", -4), ("令4当初目標", "C", 0), ("令4修正目標", "113.056", 113056)]
    assert [(found.row, found.column, found.printed) for found in paper.findings] == [
        ("令3実績", "イ", "4 4"),
        ("令4当初目標", "オ'", "C"),
        ("令4修正目標", 'ケ"', "113.056"),
    ]


def test_a_label_without_its_year_keeps_its_row() -> None:
    sheet = only(paper_of(HEADINGS_2022, ROWS_2022))
    assert (sheet.rows[6].label, sheet.rows[6].printed_label) == ("令5当初目標", "G 当初目標")
    assert letters(sheet, sheet.rows[6])['ケ"'] == 97567


def test_shifted_columns_are_placed_by_the_formulas() -> None:
    shifted = "\n".join(line.replace("\t", "\t\t", 1) for line in ROWS_2022.splitlines())
    sheet = only(paper_of(HEADINGS_2022, shifted))
    assert {row.placement for row in sheet.rows} == {"certain"}
    assert letters(sheet, sheet.rows[0])["ア"] == 172592


def test_torn_numbers_and_ovals_of_table_3_are_put_together() -> None:
    past = only(paper_of(HEADINGS_2022, ROWS_2022, STATES_2022)).states["past"]
    assert past.count == {"S02": 1569, "S06": 248, "S09": 355, "S11": 51, "S12": 44, "S16": 891}
    assert past.balance["S02"] == 80168
    assert (past.count_total, past.balance_total, past.count_settlement) == (3158, 131003, 986)


def test_what_table_3_cannot_tell_is_unplaced() -> None:
    current = only(paper_of(HEADINGS_2022, ROWS_2022, STATES_2022)).states["current"]
    assert current.count == {"S02": 274, "S03": 10, "S06": 40}
    assert current.unplaced_count == {"settlement": (4,)}
    assert current.unplaced_balance == {"settlement": (223,)}
    assert current.balance_settlement == 223


def test_totals_beside_their_captions_are_read_through_a_full_stop() -> None:
    sheet = only(paper_of(HEADINGS_2022, ROWS_2022, STATES_2022))
    assert (sheet.claims_total, sheet.balance_total, sheet.obligors) == (3158, 131003, 3158)


STATES_2019 = """３．30年度決算における未収債権の状況

件数 0 3 1 1 5 5

残高 0 220 20 80 320 320

件数 0 0 0

残高 0 0 0

5

320

人

30年度末
時点の
債務者数

4
"""


def test_lost_blanks_of_table_3_leave_values_unplaced_by_group() -> None:
    sheet = sheet_2019(tail=STATES_2019)
    past = sheet.states["past"]
    assert (past.count, past.unplaced_count) == ({}, {"settlement": (3, 1, 1)})
    assert past.unplaced_balance == {"settlement": (220, 20, 80)}
    assert (past.count_recoverable, past.count_settlement, past.count_total) == (0, 5, 5)
    assert (sheet.claims_total, sheet.balance_total, sheet.obligors) == (5, 320, 4)


@pytest.mark.parametrize(
    ("printed", "rank", "averages", "reason"),
    [
        ("① 大川市 19 位\n\n大川市 17.6% 17.6%\n大川市 98.0% 98.8% 大川市 94.6% 96.5%", 19, 3, ""),
        ("過年度徴収率\t17.6%\t\n現年度徴収率\t98.0%\t\n合計(過年度+現年度)徴収率\t94.6%\t", None, 0, ""),
        (
            "過年度徴収率\t17.6%\t\n現年度徴収率\t98.0%\t\n合計徴収率\t94.6%\t\n※ その理由 調べた市がないため",
            None,
            0,
            "調べた市がないため",
        ),
        ("大川市 17.6%\n大川市 98.0%\n大川市 94.6%\n記載できない場合は、その理由\t1", None, 0, ""),
    ],
)
def test_the_comparison_is_read_as_far_as_it_is_printed(
    printed: str, rank: int | None, averages: int, reason: str
) -> None:
    comparison = sheet_2019(tail=f"（参考）29年度実績における徴収率の政令指定都市比較\n\n{printed}\n").comparison
    assert dict(comparison.own_rates) == {"past": "17.6%", "current": "98.0%", "total": "94.6%"}
    assert (comparison.rank, len(comparison.averages), comparison.reason) == (rank, averages, reason)


def test_prose_is_kept_by_kind_and_portion() -> None:
    done, issue = "\n".join("取組実績"), "\n".join("課題")
    prose = (
        f"５．取組内容（１及び４を踏まえて記載）\n\n{done}\n\n・電話した。\n・面談した。\n\n同左\n\n{issue}\n\n不足。\n"
    )
    assert sheet_2019(tail=prose).texts == {
        "done/past": "・電話した。\n・面談した。",
        "done/current": "同左",
        "issue": "不足。",
    }


def test_two_sheets_are_cut_where_the_second_begins() -> None:
    sheets = [
        f"課・担当 {number} 債権名 債権区分\n\n{HEADINGS}\n{ROWS_2019}\n{LABELS_2019}" for number in ("011", "012")
    ]
    assert [sheet.numbers for sheet in paper_of(*sheets).sheets] == [("011",), ("012",)]


def test_a_sheet_whose_year_is_unreadable_does_not_stop_the_others() -> None:
    nameless = "課・担当 011 債権名 債権区分\n\n１．年度の未収金残高目標の達成状況\n\n" + ROWS_2019
    readable = f"課・担当 012 債権名 債権区分\n\n{HEADINGS}\n{ROWS_2019}\n{LABELS_2019}"
    paper = paper_of(nameless, readable)
    assert [sheet.numbers for sheet in paper.sheets] == [("012",)]
    assert len(paper.findings) == 1


def test_every_row_knows_its_line() -> None:
    paper = paper_of("課・担当 073 債権名 債権区分", HEADINGS, ROWS_2019, LABELS_2019)
    lines = "\n".join(["課・担当 073 債権名 債権区分", HEADINGS, ROWS_2019, LABELS_2019]).split("\n")
    for row in only(paper).rows:
        assert lines[(row.source.line or 0) - 1].split() == list(row.tokens.values())
