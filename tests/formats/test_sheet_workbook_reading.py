"""A returned workbook: what was filled comes back, and every kind of damage is reported with worksheet and cell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.sheet import Measure, Sheet
from saiken.formats.sheet_workbook.blank import blank_form
from saiken.formats.sheet_workbook.cell import Key, absolute
from saiken.formats.sheet_workbook.layout import Plan, plan
from saiken.formats.sheet_workbook.metadata import RANGE_NAME, metadata_of
from saiken.formats.sheet_workbook.read import Expected, WorkbookReading, read_workbook
from saiken.formats.sheet_workbook.write import write_city, write_sheet
from tests.support.sheets import EDITIONS, STATES, sheet_038, sheet_two_numbers

TAB = "038 特別障がい者手当等返還金"


def planned(sheet: Sheet) -> Plan:
    edition = EDITIONS[sheet.edition_id]
    return plan(edition, STATES, metadata=metadata_of(edition, sheet))


def address(sheet: Sheet, *key: str) -> str:
    wanted: Key = key
    return next(cell.reference for cell in planned(sheet).cells if cell.key == wanted)


ANYTHING = Expected()


def read(book: bytes, expected: Expected = ANYTHING) -> WorkbookReading:
    (reading,) = read_workbook(book, editions=EDITIONS, states=STATES, expected=expected, file="returned.xlsx")
    return reading


def damaged(sheet: Sheet, damage: Callable[[Worksheet], None]) -> WorkbookReading:
    book = load_workbook(BytesIO(write_sheet(sheet, edition=EDITIONS[sheet.edition_id], states=STATES)))
    damage(book.worksheets[0])
    target = BytesIO()
    book.save(target)
    return read(target.getvalue())


def typed(sheet: Sheet, value: object, *key: str) -> tuple[str, WorkbookReading]:
    """What is found after somebody typed a value into the cell of that key, and the place it should be found at."""
    at = address(sheet, *key)

    def type_in(tab: Worksheet) -> None:
        tab[at] = value

    return f"{TAB}!{at}", damaged(sheet, type_in)


def shift(tab: Worksheet, *, rows: int = 0, columns: int = 0) -> None:
    """Insert as a spreadsheet does: merged cells and the hidden name move along with the cells."""
    for merged in list(tab.merged_cells.ranges):
        tab.unmerge_cells(str(merged))
    if rows:
        tab.insert_rows(rows)
    if columns:
        tab.insert_cols(columns)
        name = tab.defined_names[RANGE_NAME]
        first, last = (planned(sheet_038()).metadata_column + offset for offset in (1, 2))
        name.attr_text = f"'{tab.title}'!{absolute(0, first)}:{absolute(12, last)}"


@pytest.mark.parametrize("sheet", [sheet_038(), sheet_two_numbers()], ids=lambda sheet: sheet.edition_id)
def test_what_was_written_comes_back(sheet: Sheet) -> None:
    reading = read(write_sheet(sheet, edition=EDITIONS[sheet.edition_id], states=STATES))
    assert reading.findings == ()
    back = reading.sheet
    assert back is not None
    for name in (
        "edition_id",
        "fiscal_year",
        "numbers",
        "name",
        "bureau",
        "section",
        "legal_classes",
        "grades",
        "measures",
        "obligors",
    ):
        assert getattr(back, name) == getattr(sheet, name)
    assert [(row.row_id, row.label, row.kind, row.fiscal_year, row.cells) for row in back.rows] == [
        (row.row_id, row.label, row.kind, row.fiscal_year, row.cells) for row in sheet.rows
    ]
    for portion, table in sheet.states.items():
        assert (back.states[portion].count, back.states[portion].balance) == (table.count, table.balance)
    assert back.true_balances_yen == sheet.true_balances_yen
    if sheet.comparison.own_rates:
        assert back.comparison == sheet.comparison


def test_subtotals_and_totals_of_the_states_are_added_up() -> None:
    back = read(write_sheet(sheet_038(), edition=EDITIONS["2019"], states=STATES)).sheet
    assert back is not None
    past = back.states["past"]
    assert (past.count_recoverable, past.count_settlement, past.count_total) == (56, 0, 56)
    assert (past.balance_recoverable, past.balance_settlement, past.balance_total) == (4465, 0, 4465)
    assert (back.claims_total, back.balance_total) == (59, 4908)


def test_texts_of_a_sheet_of_mixed_class_keep_their_class() -> None:
    items = (
        Measure(3, "planned", "past", "差押予告を送る。", LegalClass.PUBLIC_ENFORCEABLE),
        Measure(7, "planned", "past", "支払督促を申し立てる。\n対象は10件。", LegalClass.PRIVATE_LAW),
    )
    back = read(write_sheet(replace(sheet_038(), measures=items), edition=EDITIONS["2019"], states=STATES)).sheet
    assert back is not None
    assert back.measures == items


def test_an_empty_form_reads_back_empty_and_without_findings() -> None:
    empty = blank_form(sheet_038(), EDITIONS["2019"])
    reading = read(write_sheet(empty, edition=EDITIONS["2019"], states=STATES))
    assert reading.findings == ()
    assert reading.sheet is not None
    assert (reading.sheet.rows, reading.sheet.measures, reading.sheet.obligors) == ((), (), None)
    assert set(reading.sheet.grades.values()) == {None}


def test_a_form_filled_by_a_section_is_computed_from_what_it_filled() -> None:
    empty = replace(sheet_038(), rows=(), states={}, grades={}, measures=(), obligors=None)
    filled = {
        "past_carried_in": 3361,
        "past_reduction": 2,
        "past_received": 469,
        "current_assessed": 1629,
        "current_received": 834,
    }

    def fill(tab: Worksheet) -> None:
        for column, thousand_yen in filled.items():
            tab[address(empty, "cell", "result_two_years_before", column)] = thousand_yen
        tab[address(empty, "cell", "result_year_before", "past_reduction")] = -1

    reading = damaged(empty, fill)
    assert reading.findings == ()
    assert reading.sheet is not None
    first, second = reading.sheet.rows
    assert (first.cells["past_collection_rate"], first.cells["total_balance"]) == ("14.0%", 3685)
    assert (second.cells["past_carried_in"], second.cells["past_assessed"]) == (3685, 3686)
    assert first.cells["past_written_off"] is None


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("1,346", "数値の欄に数値でないものがあります"),
        ("不明", "数値の欄に数値でないものがあります"),
        (True, "数値の欄に数値でないものがあります"),
        (datetime(2019, 4, 1), "数値の欄に数値でないものがあります"),
        (1346.5, "小数が入力されています"),
        ("=1300+46", "入力欄に計算式があります"),
    ],
)
def test_a_figure_that_is_no_whole_number_is_reported_and_left_empty(value: object, message: str) -> None:
    place, reading = typed(sheet_038(), value, "cell", "result", "past_received")
    assert [(finding.place, finding.message) for finding in reading.findings] == [(place, message)]
    assert reading.sheet is not None
    result = reading.sheet.row("result")
    assert result is not None
    assert result.cells["past_received"] is None


def test_a_number_stored_with_empty_decimals_is_a_whole_number() -> None:
    _, reading = typed(sheet_038(), 1346.0, "cell", "result", "past_received")
    assert reading.findings == ()


@pytest.mark.parametrize(
    "key",
    [
        ("cell", "result", "past_received"),
        ("state", "past", "S02", "count"),
        ("state", "past", "S02", "balance"),
        ("obligors",),
        ("rank",),
    ],
)
def test_a_figure_that_cannot_fall_below_zero_is_reported_and_kept(key: tuple[str, ...]) -> None:
    place, reading = typed(sheet_038(), -5, *key)
    assert [(finding.place, finding.message) for finding in reading.findings] == [(place, "負の数は入力できない欄です")]
    assert reading.sheet is not None


def test_an_increase_may_be_negative() -> None:
    _, reading = typed(sheet_038(), -403, "cell", "result", "past_reduction")
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (("cell", "result", "past_assessed"), 6196),
        (("cell", "result", "past_carried_in"), "=X1"),
        (("cell", "result", "past_collection_rate"), 0.217),
        (("sum", "past", "recoverable", "count"), "=SUM(C25:J25)"),
        (("own_rate", "past"), None),
    ],
)
def test_a_changed_formula_is_reported_even_when_its_value_is_right(key: tuple[str, ...], value: object) -> None:
    place, reading = typed(sheet_038(), value, *key)
    assert [(finding.place, finding.message) for finding in reading.findings] == [(place, "計算式が変更されています")]


def test_a_protected_cell_written_over_is_reported() -> None:
    place, reading = typed(sheet_038(), 3000, "cell", "first_goal", "past_carried_in")
    (finding,) = reading.findings
    assert (finding.place, finding.message) == (place, "入力できない欄が書き換えられています")
    assert (finding.found, finding.expected) == ("3000", "2971")
    place, reading = typed(sheet_038(), "他の債権", "head", "name")
    assert [one.place for one in reading.findings] == [place]


def test_an_inserted_row_is_one_finding_that_says_where() -> None:
    reading = damaged(sheet_038(), lambda tab: shift(tab, rows=14))
    assert reading.sheet is None
    assert [finding.message for finding in reading.findings] == ["行が動いています"]
    assert (reading.findings[0].place, reading.findings[0].expected) == (f"{TAB}!A15", "A14")


def test_swapped_rows_are_reported_each() -> None:
    def swap(tab: Worksheet) -> None:
        tab["A14"], tab["A15"] = tab["A15"].value, tab["A14"].value

    reading = damaged(sheet_038(), swap)
    assert reading.sheet is None
    assert [(finding.place, finding.found) for finding in reading.findings] == [
        (f"{TAB}!A15", "平29実績"),
        (f"{TAB}!A14", "平30当初目標"),
    ]


def test_an_inserted_column_is_reported() -> None:
    reading = damaged(sheet_038(), lambda tab: shift(tab, columns=5))
    assert reading.sheet is None
    assert {finding.message for finding in reading.findings} == {"列が動いています"}


def test_a_changed_label_is_reported_and_the_rest_is_read() -> None:
    def rename(tab: Worksheet) -> None:
        tab["A14"] = "平成29年度の実績"

    reading = damaged(sheet_038(), rename)
    assert [(one.place, one.message) for one in reading.findings] == [(f"{TAB}!A14", "様式の文言が変更されています")]
    assert reading.sheet is not None


def test_a_note_beside_the_form_is_reported_because_it_would_be_lost() -> None:
    def note(tab: Worksheet) -> None:
        tab["B20"] = "確認中"

    assert [one.message for one in damaged(sheet_038(), note).findings] == ["様式の欄の外に記入があります"]


def test_all_findings_come_together_in_order_of_cells() -> None:
    sheet = sheet_038()
    keys = [("cell", "result_year_before", "past_received"), ("cell", "result", "past_received"), ("obligors",)]

    def spoil(tab: Worksheet) -> None:
        for key in reversed(keys):
            tab[address(sheet, *key)] = "？"
        tab[address(sheet, "cell", "result", "past_assessed")] = 1

    expected = [
        address(sheet, *keys[0]),
        address(sheet, "cell", "result", "past_assessed"),
        address(sheet, *keys[1]),
        address(sheet, *keys[2]),
    ]
    assert [one.place for one in damaged(sheet, spoil).findings] == [f"{TAB}!{at}" for at in expected]


def test_an_unknown_grade_and_a_fine_rate_are_reported() -> None:
    assert typed(sheet_038(), "C", "grade", "past")[1].findings[0].message == "選択肢にない記号です"
    assert typed(sheet_038(), 0.12345, "average", "past")[1].findings[0].message == "割合は小数第1位までです"
    _, reading = typed(sheet_038(), 0.123, "average", "past")
    assert reading.sheet is not None
    assert reading.sheet.comparison.averages == {"past": "12.3%"}


def test_items_must_be_numbered_and_answer_something_planned() -> None:
    sheet = sheet_038()
    assert typed(sheet, None, "item", "planned", "past", "0", "number")[1].findings[0].message == "番号がありません"
    assert typed(sheet, 1, "item", "issue", "past", "1", "number")[1].findings == ()
    assert typed(sheet, 1, "item", "planned", "past", "1", "number")[1].findings[0].message == "番号が重複しています"
    assert (
        typed(sheet, 9, "item", "done", "past", "0", "answers")[1].findings[0].message == "対応する取組内容がありません"
    )


def test_a_workbook_without_metadata_is_refused_with_its_worksheet() -> None:
    def forget(tab: Worksheet) -> None:
        tab.defined_names.clear()

    reading = damaged(sheet_038(), forget)
    assert reading.sheet is None
    assert [(one.place, one.message) for one in reading.findings] == [(TAB, "様式の管理情報がありません")]


def test_a_workbook_of_another_layout_is_refused() -> None:
    def age(tab: Worksheet) -> None:
        column = planned(sheet_038()).metadata_column
        tab.cell(1, column + 2).value = "0"

    (finding,) = damaged(sheet_038(), age).findings
    assert (finding.message, finding.found, finding.expected) == ("様式の版が違います", "0", "2")


def test_another_edition_or_year_than_asked_for_is_refused() -> None:
    book = write_sheet(sheet_038(), edition=EDITIONS["2019"], states=STATES)
    assert read(book, Expected(edition_id="2019", fiscal_year=2018)).findings == ()
    (finding,) = read(book, Expected(edition_id="2022")).findings
    assert (finding.message, finding.found, finding.expected) == ("様式の版（年度版）が違います", "2019", "2022")
    (finding,) = read(book, Expected(fiscal_year=2019)).findings
    assert (finding.message, finding.found, finding.expected) == ("年度が違います", "2018", "2019")


def test_a_blank_form_keeps_what_is_carried_in_from_outside_and_locks_it() -> None:
    cells = {cell.key: cell for cell in planned(blank_form(sheet_038(), EDITIONS["2019"])).cells}
    first = cells["cell", "first_goal", "past_carried_in"]
    assert (first.role, first.text) == ("fixed", "2971")
    assert cells["cell", "result", "past_carried_in"].role == "formula"


def test_a_workbook_that_unpacks_beyond_measure_is_refused() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive, archive.open("xl/worksheets/sheet1.xml", "w") as member:
        for _ in range(31):
            member.write(bytes(10_000_000))
    with pytest.raises(InvalidInput, match="Excelブックとして開けません"):
        read(target.getvalue())


def test_an_ordinary_workbook_is_reported_and_a_broken_file_refused() -> None:
    target = BytesIO()
    Workbook().save(target)
    assert [one.message for one in read(target.getvalue()).findings] == ["様式の管理情報がありません"]
    with pytest.raises(InvalidInput, match="Excelブックとして開けません"):
        read(b"PK not a workbook")


def test_a_city_workbook_gives_one_reading_per_sheet_and_skips_the_overview() -> None:
    first = sheet_two_numbers()
    sheets = [
        first,
        replace(first, numbers=("001",), name="市税"),
        replace(first, numbers=("001",), name="市税", bureau="都市整備局"),
    ]
    book = write_city(sheets, edition=EDITIONS["2022"], states=STATES)
    readings = read_workbook(book, editions=EDITIONS, states=STATES)
    assert [reading.tab for reading in readings] == ["066・076 生活保護費返還金等", "001 市税", "001 都市整備局 市税"]
    assert [reading.sheet.bureau for reading in readings if reading.sheet] == ["福祉局", "福祉局", "都市整備局"]
    assert [reading.findings for reading in readings] == [(), (), ()]


def test_a_very_long_text_gets_rows_enough_and_comes_back_whole() -> None:
    long = Measure(1, "planned", "past", "納付の約束を得た債務者に毎月連絡する。" * 150)
    sheet = replace(sheet_038(), measures=(long,))
    book = write_sheet(sheet, edition=EDITIONS["2019"], states=STATES)
    back = read(book).sheet
    assert back is not None
    assert back.measures == (long,)
    tab = load_workbook(BytesIO(book)).worksheets[0]
    row = int("".join(filter(str.isdigit, address(sheet, "item", "planned", "past", "0", "text"))))
    heights = [tab.row_dimensions[at].height for at in range(1, tab.max_row + 1)]
    assert max(height for height in heights if height) < 409
    assert sum(tab.row_dimensions[at].height or 0 for at in range(row, row + 3)) > 5700 / 84 * 13
