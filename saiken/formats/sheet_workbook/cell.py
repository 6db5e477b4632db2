"""One planned cell of the worksheet, and where things stand on the grid.

The one idea: a cell says what it is (`role`), what it shows (`text` of a label or formula) and which value of the sheet it stands
for (`key`), so writing and reading need no other knowledge of the form. Positions are zero-based.
"""

from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

#: What a cell stands for: ("cell", row id, column id), ("state", portion, state id, measure), ("grade", portion), ("obligors",),
#: ("item", kind, portion, slot, number | answers | text), ("rank",), ("average", portion), ("reason",), ("head", field),
#: ("true_balance", row id), ("sum", …) for derived figures of table 3; empty for a label.
Key = tuple[str, ...]

#: Roles a section may fill; all others are locked. whole: a whole number, rate: a percentage, choice: a grade, text: free text.
INPUT_ROLES = frozenset({"whole", "rate", "choice", "text"})

#: The first column of figures; before it stand the portion and the label.
FIRST_FIGURE = 2


@dataclass(frozen=True)
class Cell:
    """A cell or merged range. `role` is label | fixed | formula or one of INPUT_ROLES; `style` is a list of words for `styles`."""

    row: int
    column: int
    role: str
    style: str
    text: str = ""
    key: Key = ()
    rows: int = 1
    columns: int = 1

    @property
    def reference(self) -> str:
        """The address of the (first) cell: "C14"."""
        return reference(self.row, self.column)


def reference(row: int, column: int) -> str:
    """The address of a position: (13, 2) is "C14"."""
    address: str = xl_rowcol_to_cell(row, column)
    return address


def absolute(row: int, column: int) -> str:
    """The address of a position that stays when copied: "$C$14"."""
    address: str = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    return address


def reference_range(first: tuple[int, int], last: tuple[int, int]) -> str:
    """The address of a range: "C14:K14"."""
    return f"{reference(*first)}:{reference(*last)}"


def label(row: int, column: int, *, text: str, style: str, rows: int = 1, columns: int = 1) -> Cell:
    """A fixed text of the form."""
    return Cell(row, column, "label", style, text, rows=rows, columns=columns)
