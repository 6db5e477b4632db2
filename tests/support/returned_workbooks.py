"""Workbooks as a section returns them: written by saiken, opened, cells typed into, saved.

The one idea: cells are named by the key of what they stand for, so a test says what was typed and not where.
"""

import hashlib
from collections.abc import Mapping
from io import BytesIO

from openpyxl import load_workbook

from saiken.domain.sheets.sheet import Sheet
from saiken.formats.sheet_workbook.blank import blank_form
from saiken.formats.sheet_workbook.cell import Key
from saiken.formats.sheet_workbook.layout import plan
from saiken.formats.sheet_workbook.metadata import metadata_of
from saiken.formats.sheet_workbook.read import read_workbook
from saiken.formats.sheet_workbook.write import write_sheet
from saiken.register.queries.submission import Returned
from tests.support.sheets import EDITIONS, STATES


def filled(sheet: Sheet, typed: Mapping[Key, object] | None = None, *, empty: bool = False) -> bytes:
    """The sheet's workbook (or its empty form) after somebody typed into the cells of those keys."""
    edition = EDITIONS[sheet.edition_id]
    shown = blank_form(sheet, edition) if empty else sheet
    planned = plan(edition, STATES, metadata=metadata_of(edition, shown))
    addresses = {cell.key: cell.reference for cell in planned.cells}
    book = load_workbook(BytesIO(write_sheet(shown, edition=edition, states=STATES)))
    for key, value in (typed or {}).items():
        book.worksheets[0][addresses[key]] = value
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def returned(content: bytes, file: str = "回答.xlsx") -> Returned:
    """The workbook as the command line hands it on."""
    readings = read_workbook(content, editions=EDITIONS, states=STATES, file=file)
    return Returned(file, hashlib.sha256(content).hexdigest(), readings)
