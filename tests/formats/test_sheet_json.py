"""The JSON of a sheet: the keys that others rely on, letters for columns, null for blanks, and the published schema."""

from dataclasses import replace

from saiken.domain.sheets.sheet import Repair, Sheet, StateTable
from saiken.formats.sheet_json.schema import departures
from saiken.formats.sheet_json.sheet_document import sheet_document
from tests.support.sheets import EDITIONS, sheet_038, sheet_two_numbers


def document_of(sheet: Sheet) -> dict[str, object]:
    """The document of a sheet of its own edition."""
    return sheet_document(sheet, EDITIONS[sheet.edition_id])


def test_a_sheet_has_the_promised_keys() -> None:
    document = sheet_document(sheet_038(), EDITIONS["2019"])
    assert document["numbers"] == ["038"]
    assert document["legal_classes"] == ["public_unenforceable"]
    assert document["grades"] == {"past": "B1", "current": "B1", "total": "B1"}
    row = document["rows"][3]
    assert (row["label"], row["kind"], row["fiscal_year"], row["placement"]) == ("平30実績", "result", 2018, "certain")
    assert (row["cells"]["ア"], row["cells"]["イ"], row["cells"]["ク"]) == (4934, -1262, "21.7%")


def test_columns_of_edition_2022_carry_ascii_primes() -> None:
    cells = sheet_document(sheet_two_numbers(), EDITIONS["2022"])["rows"][0]["cells"]
    assert list(cells)[:9] == list("アイウエオカキクケ")
    assert list(cells)[-4:] == ["ケ'", 'キ"', 'ク"', 'ケ"']


def test_computed_sheets_fit_the_schema() -> None:
    assert departures([document_of(sheet_038()), document_of(sheet_two_numbers())]) == []


def test_unplaced_values_are_pairs_of_count_and_balance() -> None:
    table = StateTable(
        unplaced_count={"recoverable": (7, 49)}, unplaced_balance={"recoverable": (562, 3903), "settlement": (5,)}
    )
    sheet = replace(sheet_038(), states={"past": table})
    assert sheet_document(sheet, EDITIONS["2019"])["states"]["past"]["unplaced"] == {
        "recoverable": [{"count": 7, "balance": 562}, {"count": 49, "balance": 3903}],
        "settlement": [{"count": None, "balance": 5}],
    }
    assert departures([document_of(sheet)]) == []


def test_repairs_broken_formulas_and_alternatives_are_told_by_letter() -> None:
    sheet = sheet_two_numbers()
    spoiled = replace(
        sheet.rows[0],
        repairs=(Repair("current_received", "C", 0),),
        broken=("past_balance",),
        alternatives=(sheet.rows[1].cells,),
        placement="ambiguous",
    )
    row = sheet_document(replace(sheet, rows=(spoiled,)), EDITIONS["2022"])["rows"][0]
    assert row["repairs"] == [{"column": "エ'", "printed": "C", "derived": 0}]
    assert row["broken"] == ["ケ"]
    assert row["alternatives"][0]["ア"] == sheet.rows[1].cells["past_carried_in"]


def test_the_schema_refuses_what_it_does_not_promise() -> None:
    document = document_of(sheet_038())
    assert departures([document | {"numbers": ["38"]}])
    assert departures([document | {"grades": {"past": "C"}}])
    assert departures([document | {"surprise": 1}])
