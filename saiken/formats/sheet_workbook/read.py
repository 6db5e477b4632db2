"""A returned workbook read back: what the section filled in, and everything that differs from the form it was given.

The one idea: the plan is made anew from the worksheet's own metadata and compared cell by cell; all findings come back together as
`InvalidInput` with worksheet and cell. A finding blocks nothing here: storing is decided by whoever asked.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import Sheet, Source
from saiken.domain.states.table import State
from saiken.formats.sheet_workbook.cell import Key
from saiken.formats.sheet_workbook.compare import compare, moved, outside
from saiken.formats.sheet_workbook.grid import Grid
from saiken.formats.sheet_workbook.inputs import keeps_value, read_inputs
from saiken.formats.sheet_workbook.layout import Plan, plan
from saiken.formats.sheet_workbook.metadata import RANGE_NAME, VERSION, Metadata, from_rows
from saiken.formats.sheet_workbook.overview import Overview
from saiken.formats.sheet_workbook.values import sheet_from

#: The city's workbook of several hundred sheets unpacks to a tenth of this.
_LARGEST_UNPACKED = 300_000_000


@dataclass(frozen=True)
class WorkbookReading:
    """One worksheet as read: the sheet, or None where its form cannot be trusted, and all findings in order of cells.

    `lost` are those of the findings without which something typed would be lost; `places` gives worksheet and cell by key.
    """

    tab: str
    sheet: Sheet | None
    findings: tuple[InvalidInput, ...]
    lost: tuple[InvalidInput, ...] = ()
    places: Mapping[Key, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Expected:
    """What the sender was asked to fill; None means anything the program knows."""

    edition_id: str | None = None
    fiscal_year: int | None = None


def read_workbook(
    content: bytes,
    *,
    editions: Mapping[str, Edition],
    states: tuple[State, ...],
    expected: Expected = Expected(),
    file: str = "",
) -> tuple[WorkbookReading, ...]:
    """Every worksheet but the overview. Raises InvalidInput only when the bytes are no workbook at all."""
    book = _open(content, file)
    overview = Overview().tab
    tabs = [tab for tab in book.worksheets if isinstance(tab, Worksheet) and tab.title != overview]
    return tuple(_read_tab(tab, editions=editions, states=states, expected=expected, file=file) for tab in tabs)


def _open(content: bytes, file: str) -> Workbook:
    """The workbook; one that unpacks to more than any form could hold is refused before it is unpacked."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
        if unpacked > _LARGEST_UNPACKED:
            raise ValueError(f"{unpacked} bytes")
        return load_workbook(io.BytesIO(content))
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise InvalidInput(
            "Excelブックとして開けません", place=file, expected=".xlsx", remedy="Excelで開いて保存し直してください。"
        ) from error


def _read_tab(
    tab: Worksheet, *, editions: Mapping[str, Edition], states: tuple[State, ...], expected: Expected, file: str
) -> WorkbookReading:
    grid = Grid.of(tab)
    try:
        metadata = _metadata(tab, grid)
        edition = _edition(metadata, editions, expected=expected, tab=tab.title)
    except InvalidInput as error:
        return WorkbookReading(tab.title, None, (error,), lost=(error,))
    planned = plan(edition, states, metadata=metadata)
    if displaced := moved(planned, grid):
        return WorkbookReading(tab.title, None, tuple(displaced), lost=tuple(displaced))
    values, wrong = read_inputs(planned, grid)
    sheet = sheet_from(planned.paper, values)
    findings = sorted(
        [*compare(planned, grid), *outside(planned, grid), *wrong], key=lambda finding: grid.order(finding.place)
    )
    return WorkbookReading(
        tab.title,
        _with_source(sheet, file, tab=tab.title, planned=planned),
        tuple(findings),
        lost=tuple(finding for finding in findings if finding in wrong and not keeps_value(finding)),
        places={cell.key: grid.place(cell) for cell in planned.cells if cell.key},
    )


def _metadata(tab: Worksheet, grid: Grid) -> Metadata:
    """The hidden cells of the worksheet as metadata."""
    missing = InvalidInput(
        "様式の管理情報がありません",
        place=tab.title,
        expected="配付した様式",
        remedy="配付した様式の欄に入力して送ってください（シートの作り直しや別ブックへの値の貼り付けはできません）。",
    )
    name = tab.defined_names.get(RANGE_NAME)
    if name is None:
        raise missing
    rows = dict(_hidden_rows(name.attr_text, grid))
    if rows.get("version") not in (None, VERSION):
        raise InvalidInput(
            "様式の版が違います", place=tab.title, found=str(rows["version"]), expected=VERSION,
            remedy="新しい様式を受け取って入力してください。",
        )  # fmt: skip
    try:
        return from_rows(rows)
    except (KeyError, ValueError, TypeError) as error:
        raise missing from error


def _hidden_rows(target: str | None, grid: Grid) -> Iterator[tuple[str, str]]:
    """Keys and values below the name's range."""
    try:
        first_column, first_row, _, last_row = range_boundaries((target or "").rpartition("!")[2].replace("$", ""))
    except ValueError:
        return
    for row in range((first_row or 1) - 1, last_row or 0):
        column = (first_column or 1) - 1
        yield str(grid.at(row, column) or ""), str(grid.at(row, column + 1) or "")


def _edition(metadata: Metadata, editions: Mapping[str, Edition], *, expected: Expected, tab: str) -> Edition:
    edition = editions.get(metadata.edition_id)
    if edition is None or expected.edition_id not in (None, edition.id):
        known = expected.edition_id or "・".join(editions)
        raise InvalidInput(
            "様式の版（年度版）が違います", place=tab, found=metadata.edition_id, expected=known,
            remedy="依頼した年度版の様式に入力してください。",
        )  # fmt: skip
    if expected.fiscal_year not in (None, metadata.fiscal_year):
        raise InvalidInput(
            "年度が違います", place=tab, found=str(metadata.fiscal_year), expected=str(expected.fiscal_year),
            remedy="依頼した年度の様式に入力してください。",
        )  # fmt: skip
    if unknown := set(metadata.carried_in) - set(edition.row_of_id):
        raise InvalidInput(
            "様式の管理情報が壊れています",
            place=tab,
            found="・".join(sorted(unknown)),
            remedy="様式を受け取り直してください。",
        )
    return edition


def _with_source(sheet: Sheet, file: str, *, tab: str, planned: Plan) -> Sheet:
    """The sheet with the file and cell where it and each of its rows was read."""
    at = {cell.key: cell.reference for cell in planned.cells if cell.key}
    first = planned.paper.edition.columns[0].id
    rows = tuple(
        replace(row, source=Source(file=file, cell=f"{tab}!{at['cell', row.row_id, first]}")) for row in sheet.rows
    )
    return replace(sheet, rows=rows, source=Source(file=file, cell=tab))
