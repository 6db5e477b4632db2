"""Rows of texts, whole numbers and days as bytes.

The one idea: CSV is UTF-8 with a mark and CRLF, as spreadsheets in Japan open it; a workbook keeps days and numbers as what they are.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter

#: A text that a spreadsheet would run as a formula.
_FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")
#: A number as text that a spreadsheet would shorten: leading zeros, or more digits than it keeps.
_NUMBER_AS_TEXT = re.compile(r"^(0\d+|\d{12,})$")

Value = str | int | date | None


@dataclass(frozen=True)
class ListTable:
    """A title, the heads, the rows, and notes below (what the list is, when, by whom)."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Value]]
    notes: Sequence[str] = ()


def to_csv(table: ListTable) -> bytes:
    """Heads and rows alone; notes would be taken for rows."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([kept(head) for head in table.heads])
    writer.writerows([kept(value) for value in row] for row in table.rows)
    return target.getvalue().encode("utf-8-sig")


def kept(value: Value) -> str:
    """A value as a cell that a spreadsheet shows as it is.

    >>> kept("0012"), kept("=1+1"), kept(-5), kept(date(2026, 4, 1)), kept(None)
    ('="0012"', "'=1+1", '-5', '2026/04/01', '')
    """
    if value is None:
        return ""
    if isinstance(value, date):
        return value.strftime("%Y/%m/%d")
    if isinstance(value, int):
        return str(value)
    if _NUMBER_AS_TEXT.match(value):
        return f'="{value}"'
    return f"'{value}" if _FORMULA.match(value) else value


def to_workbook(table: ListTable) -> bytes:
    """One sheet with a fixed head and filters, for A4 across."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(table.title[:31])
    head = book.add_format({"bold": True, "text_wrap": True, "border": 1, "valign": "top", "bg_color": "#EEEEEE"})
    text, number = book.add_format({"num_format": "@"}), book.add_format({"num_format": "#,##0"})
    day = book.add_format({"num_format": "yyyy/mm/dd"})
    for column, title in enumerate(table.heads):
        sheet.write_string(0, column, title, head)
        sheet.set_column(column, column, _width(title, table, column=column))
    for place, row in enumerate(table.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(place, column, value, day)
            elif isinstance(value, int):
                sheet.write_number(place, column, value, number)
            elif value:
                sheet.write_string(place, column, value, text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, note in enumerate(table.notes, start=len(table.rows) + 2):
        sheet.write_string(place, 0, note)
    book.close()
    return target.getvalue()


def _width(title: str, table: ListTable, *, column: int) -> int:
    """Wide enough for the longest of the first rows, and no wider than reads well."""
    longest = max((_cells(row[column]) for row in table.rows[:200]), default=0)
    return min(60, max(10, 2 * len(title) + 2, longest + 2))


def _cells(value: Value) -> int:
    return sum(1 if character.isascii() else 2 for character in kept(value))
