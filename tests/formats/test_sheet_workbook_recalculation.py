"""The workbook's formulas are the form's: LibreOffice, told wrong results and to calculate anew, arrives at the domain's figures."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.compute import goal_cells
from saiken.domain.sheets.sheet import Sheet
from saiken.formats.sheet_workbook.layout import plan
from saiken.formats.sheet_workbook.metadata import metadata_of
from saiken.formats.sheet_workbook.read import read_workbook
from saiken.formats.sheet_workbook.values import values_of
from saiken.formats.sheet_workbook.write import write_city, write_sheet
from tests.support.libreoffice import WRONG_RESULT, recalculated, with_wrong_results
from tests.support.sheets import EDITIONS, STATES, rows_from, sheet_038, sheet_two_numbers

pytestmark = pytest.mark.system


def halves() -> Sheet:
    """Rates that lie exactly on a half (1 of 2000, 1 of 80, −5 of 400), below zero and on a zero denominator, and large figures."""
    edition = EDITIONS["2019"]
    columns = edition.input_columns
    inputs = {
        "result_two_years_before": (0, 1, 0, 80, 1, 0),
        "result_year_before": (-2005, 0, 0, 400, 0, 5),
        "first_goal": (0, 0, 0, 0, 0, 0),
        "result": (3, 1, 0, 700_000_000, 687_049_999, 1_000_001),
        "first_goal_next": (2000, 0, 0, 3, 2, 0),
        "effort_goal_next": (0, 5, 0, 8, 1, 0),
        "first_goal_after_next": (0, 0, 0, 16, 1, 0),
    }
    carried_in = {"result_two_years_before": 2000, "first_goal": 0}
    cells = {}
    for spec in edition.rows:
        source = spec.carried_in_from
        opening = carried_in[spec.id] if source is None else cells[source]["total_balance"]
        assert isinstance(opening, int)
        cells[spec.id] = goal_cells(
            edition, inputs=dict(zip(columns, inputs[spec.id], strict=True)), carried_in=opening
        )
    return replace(sheet_038(), name="端数の確認", rows=rows_from(edition, fiscal_year=2018, cells_by_id=cells))


def city_sheets() -> list[Sheet]:
    """Three sheets of two bureaus and three groups of classes, two of them with the same number."""
    first = sheet_two_numbers()
    second = replace(
        first, numbers=("002",), name="学校給食費", bureau="教育委員会事務局", legal_classes=(LegalClass.PRIVATE_LAW,)
    )
    third = replace(first, numbers=("002",), name="介護保険料", legal_classes=(LegalClass.PUBLIC_ENFORCEABLE,))
    return [first, second, third]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every workbook of these tests after one run of LibreOffice."""
    written = {
        "sheet-2019": write_sheet(sheet_038(), edition=EDITIONS["2019"], states=STATES),
        "sheet-2022": write_sheet(sheet_two_numbers(), edition=EDITIONS["2022"], states=STATES),
        "halves": write_sheet(halves(), edition=EDITIONS["2019"], states=STATES),
        "city": write_city(city_sheets(), edition=EDITIONS["2022"], states=STATES),
    }
    folder: Path = tmp_path_factory.mktemp("libreoffice")
    return recalculated({name: with_wrong_results(book) for name, book in written.items()}, folder)


@pytest.mark.parametrize(
    ("name", "sheet"), [("sheet-2019", sheet_038()), ("sheet-2022", sheet_two_numbers()), ("halves", halves())]
)
def test_every_formula_recalculates_to_the_figure_of_the_domain(
    books: Mapping[str, bytes], name: str, sheet: Sheet
) -> None:
    edition = EDITIONS[sheet.edition_id]
    planned = plan(edition, STATES, metadata=metadata_of(edition, sheet))
    expected = values_of(planned.paper, sheet)
    tab = load_workbook(BytesIO(books[name]), data_only=True).worksheets[0]
    formulas = [cell for cell in planned.cells if cell.role == "formula"]
    shown = {cell.key: tab.cell(cell.row + 1, cell.column + 1).value for cell in formulas}
    assert shown == pytest.approx({cell.key: expected[cell.key] for cell in formulas}, abs=1e-12)
    assert len(formulas) > 100


def test_the_city_overview_recalculates_to_the_figures_it_stores(books: Mapping[str, bytes]) -> None:
    written = write_city(city_sheets(), edition=EDITIONS["2022"], states=STATES)
    ours, theirs = (load_workbook(BytesIO(book), data_only=True).worksheets[0] for book in (written, books["city"]))
    formulas = load_workbook(BytesIO(written)).worksheets[0]
    compared = 0
    for row in formulas.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                assert theirs[cell.coordinate].value == pytest.approx(ours[cell.coordinate].value), cell.coordinate
                compared += 1
    assert compared == 3 * (12 + 3 + 2) + 6 * (12 + 1)


def test_the_wrong_results_were_really_wrong_before() -> None:
    wrong = with_wrong_results(write_sheet(sheet_038(), edition=EDITIONS["2019"], states=STATES))
    tab = load_workbook(BytesIO(wrong), data_only=True).worksheets[0]
    planned = plan(EDITIONS["2019"], STATES, metadata=metadata_of(EDITIONS["2019"], sheet_038()))
    shown = {tab.cell(cell.row + 1, cell.column + 1).value for cell in planned.cells if cell.role == "formula"}
    assert shown == {WRONG_RESULT}


@pytest.mark.parametrize("name", ["sheet-2019", "sheet-2022", "halves", "city"])
def test_a_workbook_saved_by_another_office_reads_back_without_findings(books: Mapping[str, bytes], name: str) -> None:
    readings = read_workbook(books[name], editions=EDITIONS, states=STATES)
    assert [finding.sentence for reading in readings for finding in reading.findings] == []
    written = {
        "sheet-2019": [sheet_038()],
        "sheet-2022": [sheet_two_numbers()],
        "halves": [halves()],
        "city": city_sheets(),
    }
    cells = [[row.cells for row in reading.sheet.rows] for reading in readings if reading.sheet]
    assert cells == [[row.cells for row in sheet.rows] for sheet in written[name]]
