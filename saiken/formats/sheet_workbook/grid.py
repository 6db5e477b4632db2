"""The cells of a returned worksheet as plain values by position.

The one idea: rows are walked once (looking rows up one by one is quadratic in the reader library). It judges nothing.
"""

import re
from dataclasses import dataclass, field

from openpyxl.utils.cell import column_index_from_string
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from saiken.formats.sheet_workbook.cell import Cell

#: Far more than any form takes; a worksheet formatted down to its last row is not walked to the end.
_ROWS, _COLUMNS = 2_000, 200

_PLACE = re.compile(r"!\$?([A-Z]+)\$?(\d+)$")


@dataclass(frozen=True)
class Grid:
    """Values by (row, column), zero-based; formulas are texts that begin with "="."""

    title: str
    values: dict[tuple[int, int], object] = field(default_factory=dict)

    @classmethod
    def of(cls, tab: Worksheet) -> "Grid":
        """All non-empty cells of a worksheet."""
        values: dict[tuple[int, int], object] = {}
        for row, cells in enumerate(
            tab.iter_rows(max_row=min(tab.max_row, _ROWS), max_col=min(tab.max_column, _COLUMNS))
        ):
            for column, cell in enumerate(cells):
                value = cell.value
                if value is not None:
                    values[row, column] = value.text if isinstance(value, ArrayFormula) else value
        return cls(tab.title, values)

    def at(self, row: int, column: int) -> object:
        """The value there, None when empty."""
        return self.values.get((row, column))

    def place(self, cell: Cell) -> str:
        """Worksheet and cell as people write it."""
        return f"{self.title}!{cell.reference}"

    def order(self, place: str) -> tuple[int, int]:
        """A place's position from top left, for sorting findings."""
        found = _PLACE.search(place)
        return (int(found[2]), column_index_from_string(found[1])) if found else (0, 0)
