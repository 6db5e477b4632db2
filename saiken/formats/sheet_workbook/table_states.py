"""Table 3 of the worksheet: sixteen states by count and balance, past and current, with subtotals, totals and obligors.

The one idea: states and obligors are inputs, everything else adds them up. Comparing the totals with table 2 is a live colour
(`rounding_watch`), never a correction.
"""

from saiken.domain.sheets.form import OWN_PORTIONS, state_wordings
from saiken.domain.states.table import GROUPS, State
from saiken.formats.sheet_workbook.cell import FIRST_FIGURE, Cell, label, reference, reference_range
from saiken.formats.sheet_workbook.paper import Paper

MEASURES = ("count", "balance")

#: Rows from the heading of table 3 to its first row of figures.
_HEADER_ROWS = 4


def state_cells(paper: Paper, top: int) -> list[Cell]:
    """Table 3 from its heading down, with the totals beneath."""
    words = paper.words
    cells = [
        label(top, 0, text=words["states"], style="heading", columns=7),
        label(top, 7, text=words["states_input_note"], style="note left", columns=9),
        label(top, paper.last_figure - 1, text=words["unit_thousand_yen"], style="note right", columns=2),
        label(top + 1, 0, text=words["portion_and_measure"], style="head", rows=3, columns=2),
    ]
    cells += _header(paper, top + 1)
    for index, portion in enumerate(OWN_PORTIONS):
        at = top + _HEADER_ROWS + index * len(MEASURES)
        cells.append(label(at, 0, text=words[f"portion_{portion}"], style="row_label center", rows=len(MEASURES)))
        for offset, measure in enumerate(MEASURES):
            cells += _row(paper, at + offset, portion=portion, measure=measure)
    return cells + _totals(paper, top)


def _groups(paper: Paper) -> list[tuple[str, tuple[State, ...], int]]:
    """Each group with its states and its first column; its subtotal stands after the last state."""
    placed, column = [], FIRST_FIGURE
    for group in GROUPS:
        members = tuple(state for state in paper.states if state.group == group)
        placed.append((group, members, column))
        column += len(members) + 1
    return placed


def _total_column(paper: Paper) -> int:
    return FIRST_FIGURE + len(paper.states) + len(GROUPS)


def _header(paper: Paper, top: int) -> list[Cell]:
    words, cells = paper.words, []
    for group, members, first in _groups(paper):
        cells.append(label(top, first, text=words[group], style="head edge", columns=len(members) + 1))
        for offset, state in enumerate(members):
            edge = "edge" if offset == 0 else ""
            cells.append(label(top + 1, first + offset, text=state.mark, style=f"letter {edge}"))
            cells.append(
                label(top + 2, first + offset, text="\n".join(state_wordings(words, state)), style=f"state {edge}")
            )
        cells.append(label(top + 1, first + len(members), text=words["subtotal"], style="head", rows=2))
    cells.append(label(top, _total_column(paper), text=words["states_total"], style="head edge", rows=3))
    return cells


def _row(paper: Paper, row: int, *, portion: str, measure: str) -> list[Cell]:
    cells = [label(row, 1, text=paper.words[f"measure_{measure}"], style="row_label center")]
    subtotals = []
    for group, members, first in _groups(paper):
        for offset, state in enumerate(members):
            edge = "edge" if offset == 0 else ""
            key = ("state", portion, state.id, measure)
            cells.append(Cell(row, first + offset, "whole", f"yen input {edge}", key=key))
        last = first + len(members)
        formula = f"=SUM({reference_range((row, first), (row, last - 1))})"
        cells.append(Cell(row, last, "formula", "yen strong", formula, ("sum", portion, group, measure)))
        subtotals.append(reference(row, last))
    formula = "=" + "+".join(subtotals)
    cells.append(Cell(row, _total_column(paper), "formula", "yen strong edge", formula, total_key(portion, measure)))
    return cells


def total_key(portion: str, measure: str) -> tuple[str, ...]:
    """The key of the total of a portion, or with portion "total" of both."""
    return ("sum", portion, "total", measure)


def _totals(paper: Paper, top: int) -> list[Cell]:
    """One line below: claims, balance and obligors at the end of the year, each with its unit."""
    words, row = paper.words, top + _HEADER_ROWS + len(OWN_PORTIONS) * len(MEASURES) + 1
    column, cells = 0, []
    for name, measure, unit in (("claims_total", "count", "unit_claims"), ("balance_total", "balance", "unit_yen")):
        parts = [
            reference(top + _HEADER_ROWS + index * len(MEASURES) + MEASURES.index(measure), _total_column(paper))
            for index in range(len(OWN_PORTIONS))
        ]
        value = Cell(row, column + 4, "formula", "yen strong", "=" + "+".join(parts), total_key("total", measure))
        cells += [
            label(row, column, text=words[name], style="head", columns=4),
            value,
            label(row, column + 5, text=words[unit], style="note unit"),
        ]
        column += 6
    obligors = Cell(row, column + 3, "whole", "yen input", key=("obligors",))
    cells += [label(row, column, text=words["obligors"], style="head", columns=3), obligors]
    cells.append(label(row, column + 4, text=words["unit_persons"], style="note unit"))
    cells.append(label(row + 1, 0, text=words["states_note"], style="note left", columns=paper.last_figure + 1))
    return cells
