"""How cells look: words of a style, each a few properties, merged from left to right.

The one idea: a cell's style is a phrase ("yen strong input edge") and equal phrases share one workbook format. Colours keep a contrast
of at least 4.5 to 1 with the text on them.
"""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from saiken.formats.sheet_workbook.cell import INPUT_ROLES, Cell

#: The font of the form; office machines and the server both carry it.
FONT = "BIZ UDゴシック"

#: The colour of the cells a section fills, and that of a total that differs by rounding.
INPUT_COLOUR, DIFFERENCE_COLOUR = "#DDEBF7", "#FFFF00"

_BOX = {"border": 1, "border_color": "#595959"}
_HEAD = {**_BOX, "bg_color": "#EDEDED", "align": "center", "valign": "vcenter"}

_WORDS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
    "heading": {"bold": True, "font_size": 11, "valign": "vcenter"},
    "head": {**_HEAD, "font_size": 9},
    "past": {}, "current": {}, "total": {},
    "value": {**_BOX, "align": "left", "valign": "vcenter", "indent": 1, "bold": True, "font_size": 10, "shrink": True},
    "letter": {**_HEAD, "bold": True, "font_size": 9},
    "formula_note": {**_HEAD, "font_size": 8, "text_wrap": True},
    "state": {**_BOX, "font_size": 8, "text_wrap": True, "valign": "top", "align": "left", "bg_color": "#F7F7F7"},
    "row_label": {**_BOX, "valign": "vcenter", "align": "left", "indent": 1, "font_size": 9, "bg_color": "#F7F7F7"},
    "note": {"font_size": 8, "font_color": "#404040", "valign": "vcenter"},
    "yen": {**_BOX, "align": "right", "valign": "vcenter"},
    "rate": {**_BOX, "align": "right", "valign": "vcenter", "num_format": "0.0%_);-0.0%_);0.0%_);@_)"},
    "rank": {**_BOX, "align": "right", "valign": "vcenter", "num_format": "0_)"},
    "aside": {"align": "right", "valign": "vcenter", "num_format": "#,##0_)", "font_size": 9, "font_color": "#404040"},
    "grade": {**_BOX, "align": "center", "valign": "vcenter", "bold": True, "font_size": 14},
    "item_number": {**_BOX, "align": "center", "valign": "vcenter", "num_format": "0"},
    "text": {**_BOX, "align": "left", "indent": 1, "valign": "vcenter", "text_wrap": True},
    "input": {"bg_color": INPUT_COLOUR},
    "strong": {"bold": True},
    "shrink": {"shrink": True},
    "center": {"align": "center", "indent": 0},
    "edge": {"left": 2},
    "left": {"align": "left"}, "unit": {"align": "left", "indent": 1, "font_size": 9},
    "right": {"align": "right"}, "wrap": {"text_wrap": True},
    "hidden": {"num_format": "@"},
}  # fmt: skip

#: Number formats of whole figures by the edition's sign for what falls below zero; `_)` keeps figures off the right border, since
#: right indents are drawn unevenly by some spreadsheets.
_YEN_FORMATS = {"minus": "#,##0_);-#,##0_);0_)", "triangle": '#,##0_);"▲"#,##0_);0_)'}


class Styles:
    """The formats of one workbook by phrase."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool, str], Format] = {}

    def for_cell(self, cell: Cell, reduction_sign: str) -> Format:
        """The format of a planned cell: locked unless the section fills it."""
        return self.of(cell.style, locked=cell.role not in INPUT_ROLES, reduction_sign=reduction_sign)

    def of(self, phrase: str, *, locked: bool = True, reduction_sign: str = "minus") -> Format:
        """The format of a phrase, made once."""
        key = (phrase, locked, reduction_sign)
        if key not in self._made:
            self._made[key] = self._book.add_format(_properties(phrase, locked=locked, reduction_sign=reduction_sign))
        return self._made[key]


def _properties(phrase: str, *, locked: bool, reduction_sign: str) -> dict[str, Any]:
    properties: dict[str, Any] = {"font_name": FONT, "font_size": 9, "locked": locked}
    for word in phrase.split():
        properties |= _WORDS[word]
        if word == "yen":
            properties["num_format"] = _YEN_FORMATS[reduction_sign]
    return properties
