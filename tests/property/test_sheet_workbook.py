"""Whatever a section types into the input cells, the workbook gives it back and computes the rest like the domain."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.form import SIGNED_INPUTS, recomputed
from saiken.domain.sheets.sheet import CellValue, Row, Sheet, StateTable
from saiken.formats.sheet_workbook.read import read_workbook
from saiken.formats.sheet_workbook.write import write_sheet
from tests.support.sheets import EDITIONS, STATES, sheet_038

YEN = st.none() | st.integers(0, 10**9)
SIGNED_YEN = st.none() | st.integers(-(10**9), 10**9)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A sheet whose inputs are random and often blank, whole rows missing; formula cells as the form gives them."""
    edition = draw(st.sampled_from(list(EDITIONS.values())))
    base = replace(sheet_038(), edition_id=edition.id, rows=tuple(_rows(draw, edition)))
    counts = st.dictionaries(st.sampled_from([state.id for state in STATES]), st.integers(0, 10**7))
    states = {portion: StateTable(count=draw(counts), balance=draw(counts)) for portion in ("past", "current")}
    base = replace(base, states=states, obligors=draw(st.none() | st.integers(0, 10**7)))
    cells = recomputed(edition, base)
    rows = tuple(
        replace(row, cells=cells[row.row_id] | {one: row.cells[one] for one in edition.input_columns})
        for row in base.rows
    )
    return replace(base, rows=rows)


def _rows(draw: st.DrawFn, edition: Edition) -> list[Row]:
    rows = []
    for spec in edition.rows:
        cells: dict[str, CellValue] = {column.id: None for column in edition.columns}
        for column in edition.input_columns:
            cells[column] = draw(SIGNED_YEN if column in SIGNED_INPUTS else YEN)
        if all(value is None for value in cells.values()):
            continue
        if spec.carried_in_from is None:
            cells["past_carried_in"] = draw(st.integers(0, 10**9))
        rows.append(Row(spec.id, spec.label(2018), spec.kind, spec.fiscal_year(2018), cells))
    return rows


@settings(max_examples=25)
@given(sheets())
def test_a_workbook_gives_back_what_was_written(sheet: Sheet) -> None:
    edition = EDITIONS[sheet.edition_id]
    (reading,) = read_workbook(write_sheet(sheet, edition=edition, states=STATES), editions=EDITIONS, states=STATES)
    assert [finding.sentence for finding in reading.findings] == []
    assert reading.sheet is not None
    assert [(row.row_id, row.cells) for row in reading.sheet.rows] == [(row.row_id, row.cells) for row in sheet.rows]
    assert {portion: (table.count, table.balance) for portion, table in reading.sheet.states.items()} == {
        portion: (table.count, table.balance) for portion, table in sheet.states.items()
    }
    assert reading.sheet.obligors == sheet.obligors
