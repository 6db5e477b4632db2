"""Rules `format` and `placement`: what the reading of a paper left open."""

from dataclasses import replace
from typing import Any

import pytest

from saiken.domain.sheets.check import Finding, Severity
from saiken.domain.sheets.sheet import Repair, Sheet
from tests.support.checked_sheets import findings_of, with_cell
from tests.support.sheets import sheet_038


def _with_row(sheet: Sheet, row_id: str, **changes: Any) -> Sheet:
    return replace(sheet, rows=tuple(replace(row, **changes) if row.row_id == row_id else row for row in sheet.rows))


def _told(sheet: Sheet) -> list[tuple[str, str, str, Any, Any]]:
    found: tuple[Finding, ...] = findings_of(sheet, address="papers.txt#3")
    assert all(one.severity is Severity.WARNING for one in found)
    return [(one.rule.value, one.row, one.column, one.expected, one.found) for one in found]


def test_a_repaired_cell_is_told_with_what_was_printed() -> None:
    sheet = _with_row(sheet_038(), "result", repairs=(Repair("past_reduction", "4 1,262", -1262),))
    assert _told(sheet) == [("format", "平30実績", "イ", -1262, "4 1,262")]


def test_a_cell_nothing_could_fix_is_told_and_breaks_no_formula() -> None:
    sheet = with_cell(sheet_038(), "result", "past_received", value=None)
    sheet = with_cell(sheet, "result", "past_written_off", value=None)
    sheet = _with_row(sheet, "result", tokens={"past_received": "1,B46", "past_written_off": "E85"})
    assert _told(sheet) == [
        ("format", "平30実績", "エ", None, "1,B46"),
        ("format", "平30実績", "オ", None, "E85"),
    ]


@pytest.mark.parametrize("printed", ["", "平30実績", "平３０ 実績", "D 平30実績"])
def test_a_label_may_differ_in_width_spaces_and_mark(printed: str) -> None:
    assert _told(_with_row(sheet_038(), "result", printed_label=printed)) == []


def test_a_label_that_names_another_row_is_told() -> None:
    sheet = _with_row(sheet_038(), "result", printed_label="字元 実績")
    assert _told(sheet) == [("format", "平30実績", "", "平30実績", "字元 実績")]


def test_a_missing_head_is_told_under_the_address() -> None:
    sheet = replace(sheet_038(), numbers=())
    assert _told(sheet) == [("format", "所属", "", None, None)]
    assert findings_of(sheet, address="papers.txt#3")[0].number == "papers.txt#3"


def test_a_missing_row_is_told() -> None:
    sheet = sheet_038()
    assert _told(replace(sheet, rows=sheet.rows[:-1])) == [("format", "令2当初目標", "", None, None)]


def test_an_ambiguous_row_names_the_columns_that_differ_and_how_many_ways_there_are() -> None:
    row = sheet_038().row("result")
    assert row is not None
    other = {
        **row.cells,
        "past_received": row.cells["past_written_off"],
        "past_written_off": row.cells["past_received"],
    }
    sheet = _with_row(sheet_038(), "result", placement="ambiguous", alternatives=(other,))
    assert _told(sheet) == [("placement", "平30実績", "エ、オ", None, None)]
    assert "2通り" in findings_of(sheet)[0].message


def test_an_alternative_that_continues_the_chain_breaks_none() -> None:
    row = sheet_038().row("result")
    assert row is not None
    printed = {**row.cells, "past_carried_in": 0, "past_reduction": -6_196, "past_settled": -4_465}
    rates = {"past_settlement_rate": None, "total_settlement_rate": "-554.4%"}
    sheet = _with_row(
        sheet_038(), "result", cells={**printed, **rates}, placement="ambiguous", alternatives=(row.cells,)
    )
    assert [rule for rule, *_ in _told(sheet)] == ["placement"]


def test_a_row_that_fits_nowhere_is_told_only_when_no_formula_tells_it() -> None:
    fitting = _with_row(sheet_038(), "result", placement="inconsistent")
    assert _told(fitting) == [("format", "平30実績", "", None, None)]
    broken = with_cell(fitting, "result", "past_settled", value=496)
    assert [one.rule.value for one in findings_of(broken)] == ["formula"]


def test_a_broken_rate_explains_why_no_placement_fits() -> None:
    sheet = with_cell(sheet_038(), "result", "past_collection_rate", value="91.7%")
    sheet = _with_row(sheet, "result", placement="inconsistent", broken=("past_collection_rate",))
    assert [one.rule.value for one in findings_of(sheet)] == ["rate"]
