"""The plan of one worksheet: every cell of the form with its place, role and formula, for any edition.

The one idea: the plan depends only on edition, states and metadata, so a returned workbook is compared with a plan made anew from
what it says of itself. Values are filled in by `write` and taken out by `read`.
"""

from dataclasses import dataclass

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.form import words_for
from saiken.domain.states.table import State
from saiken.formats.sheet_workbook.cell import FIRST_FIGURE, Cell
from saiken.formats.sheet_workbook.head import grade_cells, head_cells
from saiken.formats.sheet_workbook.metadata import Metadata
from saiken.formats.sheet_workbook.paper import Paper
from saiken.formats.sheet_workbook.table_development import DEVELOPMENT_TOP, development_cells
from saiken.formats.sheet_workbook.table_states import state_cells
from saiken.formats.sheet_workbook.table_texts import comparison_cells, item_cells

_METADATA_GAP = 4


@dataclass(frozen=True)
class Plan:
    """All cells of a worksheet, the row where the second printed page begins, and the last column that is printed."""

    paper: Paper
    cells: tuple[Cell, ...]
    page_break_row: int
    last_column: int

    @property
    def metadata_column(self) -> int:
        """The first of the two hidden columns, well to the right of what is printed."""
        return self.last_column + _METADATA_GAP

    @property
    def last_row(self) -> int:
        """The last row the form uses."""
        return max(cell.row + cell.rows - 1 for cell in self.cells)


def plan(edition: Edition, states: tuple[State, ...], *, metadata: Metadata) -> Plan:
    """Place every table below the one before it."""
    width = max(len(edition.columns), len(states) + 3)
    paper = Paper(edition, states, metadata, words_for(edition, metadata.fiscal_year), FIRST_FIGURE + width - 1)
    cells = [*head_cells(paper, 0), *grade_cells(paper, 3)]
    cells += development_cells(paper, DEVELOPMENT_TOP)
    cells += state_cells(paper, _below(cells))
    page_break_row = _below(cells)
    cells += item_cells(paper, page_break_row)
    cells += comparison_cells(paper, _below(cells))
    last_column = paper.last_figure + (1 if metadata.true_balances_yen else 0)
    return Plan(paper, tuple(cells), page_break_row, last_column)


def _below(cells: list[Cell]) -> int:
    """The row after a free one below everything placed so far."""
    return max(cell.row + cell.rows for cell in cells) + 1
