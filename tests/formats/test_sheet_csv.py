"""CSV of sheets: every figure, encodings that lose nothing, and no text that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest

from saiken.domain.errors import InvalidInput
from saiken.formats.sheet_csv.table import Encoding, to_csv
from saiken.formats.sheet_csv.write import LONG_COLUMNS, long_csv, wide_csv
from tests.support.sheets import EDITIONS, STATES, sheet_038, sheet_two_numbers


def parsed(content: bytes, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(encoding), newline="")))


def test_the_long_form_has_every_cell_of_table_two_of_both_editions() -> None:
    sheets = [sheet_038(), sheet_two_numbers()]
    lines = parsed(long_csv(sheets, editions=EDITIONS, states=STATES))
    for sheet in sheets:
        edition = EDITIONS[sheet.edition_id]
        mine = {(line["行"], line["記号"]): line["値"] for line in lines if line["様式"] == edition.id and line["記号"]}
        for row in sheet.rows:
            for column in edition.columns:
                assert mine[row.label, column.letter] == str(row.cells[column.id])


def test_a_line_says_whose_figure_it_is() -> None:
    lines = parsed(long_csv([sheet_038()], editions=EDITIONS, states=STATES))
    (line,) = [line for line in lines if line["行"] == "平30実績" and line["記号"] == "イ"]
    expected = (
        "2019",
        "2018",
        "福祉局",
        "038",
        "特別障がい者手当等返還金",
        "平30実績",
        "result",
        "イ",
        "過年度分 年度中の調定変更額",
        "-1262",
    )
    assert tuple(line[name] for name in LONG_COLUMNS) == expected


def test_states_grades_obligors_and_comparison_are_in_the_long_form() -> None:
    lines = parsed(long_csv([sheet_two_numbers()], editions=EDITIONS, states=STATES))
    found = {(line["行"], line["列"]): line["値"] for line in lines}
    assert found["過年度分 残高", "調査後も所在不明・相続人未確定"] == "6033"
    assert found["過年度分 件数", "整理債権 計"] == "100"
    assert found["現年度分 残高", "合計"] == "18300"
    assert found["過年度分", "達成状況"] == "B1"
    assert found["合計", "年度末の債務者数"] == "318"
    assert found["合計徴収率", "政令指定都市平均"] == "87.1%"


def test_the_wide_form_has_one_line_per_row() -> None:
    lines = parsed(wide_csv([sheet_038(), sheet_038()], edition=EDITIONS["2019"]))
    assert len(lines) == 14
    assert lines[3]["過年度分 エ 徴収額"] == "1346"
    assert lines[3]["過年度分 ク 徴収率"] == "21.7%"
    assert (lines[3]["行"], lines[3]["種別"], lines[3]["行の年度"]) == ("平30実績", "result", "2018")


def test_utf_8_begins_with_a_mark_and_all_lines_end_in_crlf() -> None:
    content = wide_csv([sheet_038()], edition=EDITIONS["2019"])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") == 8


def test_cp932_carries_the_whole_form() -> None:
    sheets = [sheet_038(), sheet_two_numbers()]
    in_cp932 = long_csv(sheets, editions=EDITIONS, states=STATES, encoding=Encoding.CP932)
    assert parsed(in_cp932, "cp932") == parsed(long_csv(sheets, editions=EDITIONS, states=STATES))


def test_cp932_lists_what_it_cannot_carry_instead_of_replacing_it() -> None:
    sheet = replace(sheet_038(), name="𠮷野住宅", section="㐂楽課𠮷")
    with pytest.raises(InvalidInput) as refused:
        wide_csv([sheet], edition=EDITIONS["2019"], encoding=Encoding.CP932)
    assert refused.value.found == "㐂（U+3402、7か所）、𠮷（U+20BB7、14か所）"


def test_characters_with_a_twin_are_carried_by_the_twin() -> None:
    assert to_csv([("大阪〜神戸 −1",)], Encoding.CP932).decode("cp932") == "大阪～神戸 －1\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+81-6", "-x", "@SUM(A1)", "\t=1", "＝1", "＠x"])
def test_a_text_that_looks_like_a_formula_is_guarded(text: str) -> None:
    (line,) = csv.reader(io.StringIO(to_csv([(text,)], Encoding.UTF_8).decode("utf-8-sig"), newline=""))
    assert line == [f"'{text}"]


@pytest.mark.parametrize("text", ["-1262", "-45.5%", "－", "0", "14.0%", "平30実績"])
def test_figures_are_not_guarded(text: str) -> None:
    assert to_csv([(text,)], Encoding.UTF_8).decode("utf-8-sig") == f"{text}\r\n"
