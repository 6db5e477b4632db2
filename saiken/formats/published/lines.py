"""Numbered lines of a paper, the common ground of text, PDF and workbook.

The one idea: a line keeps its number in the file (or its sheet and row), so that every value can be shown beside its
source.
"""

import unicodedata
from dataclasses import dataclass

from saiken.domain.sheets.sheet import Source


@dataclass(frozen=True)
class Line:
    """One line as printed. `number` counts from 1; `cell` names workbook sheet and row, or a PDF page, instead of a
    text line.
    """

    number: int
    text: str
    cell: str | None = None

    @property
    def plain(self) -> str:
        """The text in compatibility form: half-width digits and brackets, trimmed; circled numbers kept."""
        return compatible(self.text).strip()

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a tab-separated line, trimmed; a single cell for a line without tabs."""
        return tuple(cell.strip() for cell in self.text.rstrip("\n").split("\t"))

    @property
    def is_tabular(self) -> bool:
        """Whether the line shows columns."""
        return "\t" in self.text

    def source(self, file: str) -> Source:
        """Where the line stands; a workbook's rows are named by sheet and row alone."""
        return Source(file, None if self.cell and "!" in self.cell else self.number, self.cell)


#: Kept through compatibility form: they are marks, not numbers.
_CIRCLED = {ord(mark): mark for mark in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"}


def compatible(text: str) -> str:
    """NFKC without turning ① into 1."""
    return "".join(mark if ord(mark) in _CIRCLED else unicodedata.normalize("NFKC", mark) for mark in text)
