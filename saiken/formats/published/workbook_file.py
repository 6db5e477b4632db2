"""A workbook that holds a paper as tables → numbered tab-separated lines.

The one idea: a row of cells is a line with tabs; cells hidden inside a merged one do not count as columns. The
workbooks that sections fill and send back are another format with its own reader.
"""

import io
import zipfile
from decimal import ROUND_HALF_UP, Decimal

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from saiken.domain.errors import InvalidInput
from saiken.domain.money import format_rate
from saiken.formats.published.lines import Line

#: The first bytes of a zip container and of the old binary format.
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def is_workbook(content: bytes) -> bool:
    """Whether the bytes are a workbook, old or new."""
    return content[:4] in (_ZIP, _OLD)


def lines_of_workbook(content: bytes, file: str) -> tuple[Line, ...]:
    """The lines of all worksheets in order. Raises InvalidInput when it is no readable .xlsx."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise InvalidInput(
            "表計算のファイルとして開けません。",
            place=file,
            found=str(error)[:60],
            expected=".xlsx 形式",
            remedy="Excel ブック（.xlsx）で保存し直してください。",
        ) from error
    rows = [(f"{sheet.title}!{number}", text) for sheet in book.worksheets for number, text in _rows(sheet)]
    return tuple(Line(number, text, place) for number, (place, text) in enumerate(rows, start=1))


def _rows(sheet: Worksheet) -> list[tuple[int, str]]:
    return [
        (number, "\t".join(_text(cell) for cell in row if not _hidden(sheet, cell)))
        for number, row in enumerate(sheet.iter_rows(), start=1)
    ]


def _hidden(sheet: Worksheet, cell: Cell | MergedCell) -> bool:
    """Whether a cell lies inside a merged one of the same row (one merged downwards keeps its column)."""
    if not isinstance(cell, MergedCell):
        return False
    return any(cell.coordinate in merged and merged.min_col < cell.column for merged in sheet.merged_cells.ranges)


def _text(cell: Cell | MergedCell) -> str:
    found = cell.value
    if found is None or isinstance(cell, MergedCell):
        return ""
    if isinstance(found, bool) or not isinstance(found, int | float):
        return " ".join(str(found).split())
    if "%" in str(cell.number_format):
        tenths = (Decimal(repr(found)) * 1000).quantize(Decimal(1), ROUND_HALF_UP)
        return format_rate(int(tenths))
    if found != int(found):
        return repr(found)
    width = len(str(cell.number_format)) if set(str(cell.number_format)) == {"0"} else 0
    return str(int(found)).zfill(width)
