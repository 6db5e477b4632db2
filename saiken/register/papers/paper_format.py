"""The files that can be made of sheets, and what they are called.

The one idea: a format is a member here and a line in the tables of `sheet_paper` and `city_paper`. Names come from bureau, numbers and
receivable, free of what file systems forbid.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.form import numbers_text
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import State
from saiken.formats.sheet_csv.table import Encoding

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')

#: File systems take 255 bytes; a Japanese character takes three.
_LONGEST_NAME = 60


class PaperFormat(StrEnum):
    """What a sheet can be written as."""

    XLSX = "xlsx"
    PDF = "pdf"
    HTML = "html"
    CSV = "csv"
    CSV_WIDE = "csv-wide"
    JSON = "json"

    @property
    def ending(self) -> str:
        """The ending of the file's name; the two kinds of CSV stand beside each other."""
        return "表2.csv" if self is PaperFormat.CSV_WIDE else self.value


@dataclass(frozen=True)
class Making:
    """What every writer needs beside the sheet."""

    editions: Mapping[str, Edition]
    states: tuple[State, ...]
    printed_on: date
    encoding: Encoding = Encoding.UTF_8


def sheet_file_name(sheet: Sheet, paper_format: PaperFormat) -> str:
    """The file's name of one sheet: 2018年度_福祉局_064_介護保険料.xlsx."""
    parts = (f"{sheet.fiscal_year}年度", sheet.bureau, numbers_text(sheet), sheet.name)
    plain = "_".join(_FORBIDDEN.sub("", part).strip() for part in parts if part)
    return f"{plain[:_LONGEST_NAME]}.{paper_format.ending}"


def city_file_name(fiscal_year: int, paper_format: PaperFormat) -> str:
    """The file's name of all sheets of a year: 2018年度_未収債権.xlsx."""
    return f"{fiscal_year}年度_未収債権.{paper_format.ending}"
