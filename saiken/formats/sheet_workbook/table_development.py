"""Table 2 of the worksheet: seven rows, a two-level header, letters, formula notes and live formulas.

The one idea: every cell that the edition does not call an input is a formula over cells of this worksheet, ア included where its
source row stands on the sheet. Rates are rounded as ROUND(n × 1000 ÷ d, 0) ÷ 1000, which is exact for halves.
"""

from collections.abc import Callable

from saiken.domain.money import NO_RATE
from saiken.domain.sheets.edition import PORTIONS, Column, RowSpec
from saiken.domain.sheets.form import formula_note, paused, row_title
from saiken.domain.sheets.formula import Formula
from saiken.formats.sheet_workbook.cell import FIRST_FIGURE, Cell, label, reference
from saiken.formats.sheet_workbook.paper import Paper

#: Where the heading of table 2 stands on every worksheet.
DEVELOPMENT_TOP = 7

#: Rows from the heading of table 2 to its first row of figures.
HEADER_ROWS = 5


def figure_row(paper: Paper, top: int, *, row_id: str) -> int:
    """The worksheet row of a row of table 2 whose heading stands at `top`."""
    return top + HEADER_ROWS + [row.id for row in paper.edition.rows].index(row_id)


def figure_column(paper: Paper, column_id: str) -> int:
    """The worksheet column of a column of table 2."""
    return FIRST_FIGURE + [column.id for column in paper.edition.columns].index(column_id)


def development_cells(paper: Paper, top: int) -> list[Cell]:
    """Table 2 from its heading down."""
    words = paper.words
    cells = [
        label(top, 0, text=words["development"], style="heading", columns=7),
        label(top, 7, text=words["input_note"], style="note left", columns=9),
        label(top, paper.last_figure - 1, text=words["unit_thousand_yen"], style="note right", columns=2),
        label(top + 1, 0, text=words["row_label"], style="head", rows=4, columns=2),
    ]
    cells += _header(paper, top + 1)
    for spec in paper.edition.rows:
        cells += _row(paper, top, spec=spec)
    return cells


def _header(paper: Paper, top: int) -> list[Cell]:
    """Portions over their columns, then label, letter and note of each column."""
    edition, cells = paper.edition, []
    for portion in PORTIONS:
        columns = [column.id for column in edition.columns if column.portion == portion]
        first = figure_column(paper, columns[0])
        cells.append(label(top, first, text=paper.words[portion], style=f"head {portion}", columns=len(columns)))
    for column in edition.columns:
        at, edge = figure_column(paper, column.id), _edge(paper, column)
        cells.append(label(top + 1, at, text=column.label, style=f"head wrap {edge}"))
        cells.append(label(top + 2, at, text=column.letter, style=f"letter {edge}"))
        cells.append(label(top + 3, at, text=paused(formula_note(edition, column)), style=f"formula_note {edge}"))
    if paper.metadata.true_balances_yen:
        cells.append(
            label(top, paper.last_figure + 1, text=paper.words["true_balance"], style="note wrap right", rows=4)
        )
    return cells


def _row(paper: Paper, top: int, *, spec: RowSpec) -> list[Cell]:
    at, year = figure_row(paper, top, row_id=spec.id), paper.metadata.fiscal_year
    emphasis = "strong" if spec.id == paper.edition.grade_result_row else ""
    cells = [label(at, 0, text=row_title(spec, year), style=f"row_label {emphasis}", columns=2)]
    cells += [_figure(paper, top, spec=spec, column=column) for column in paper.edition.columns]
    true_yen = paper.metadata.true_balances_yen.get(spec.id)
    if true_yen is not None:
        key = ("true_balance", spec.id)
        cells.append(Cell(at, paper.last_figure + 1, "fixed", "aside", str(true_yen), key))
    return cells


def _figure(paper: Paper, top: int, *, spec: RowSpec, column: Column) -> Cell:
    """One figure: an input, a constant ア, or a formula."""
    row, at = figure_row(paper, top, row_id=spec.id), figure_column(paper, column.id)
    key, edge = ("cell", spec.id, column.id), _edge(paper, column)
    emphasis = "strong " if spec.id == paper.edition.grade_result_row else ""
    style = f"{emphasis}{'rate' if column.is_rate else 'yen'} {edge}"
    if column.role == "input":
        return Cell(row, at, "whole", f"{style} input", key=key)
    if column.formula is not None:
        return Cell(
            row,
            at,
            "formula",
            style,
            _formula(column.formula, lambda one: reference(row, figure_column(paper, one))),
            key,
        )
    if spec.id in paper.metadata.carried_in:
        known = paper.metadata.carried_in[spec.id]
        return (
            Cell(row, at, "whole", f"{style} input", key=key)
            if known is None
            else Cell(row, at, "fixed", style, str(known), key)
        )
    source = figure_row(paper, top, row_id=spec.carried_in_from or "")
    return Cell(row, at, "formula", style, "=" + reference(source, figure_column(paper, column.carries or "")), key)


def _formula(formula: Formula, reference_of: Callable[[str], str]) -> str:
    """The formula for a spreadsheet; a rate shows 「－」 when its denominator is zero."""
    if not formula.is_rate:
        return "=" + formula.render(reference_of)
    above, below = (_sum(terms, reference_of) for terms in (formula.numerator, formula.denominator))
    return f'=IF({below}=0,"{NO_RATE}",ROUND({above}*1000/{below},0)/1000)'


def _sum(terms: tuple[tuple[int, str], ...], reference_of: Callable[[str], str]) -> str:
    """A signed sum in brackets, or a single reference without them."""
    text = "".join(f"{'+' if sign > 0 else '-'}{reference_of(column)}" for sign, column in terms).removeprefix("+")
    return f"({text})" if len(terms) > 1 or text.startswith("-") else text


def _edge(paper: Paper, column: Column) -> str:
    """A heavier line before the first column of a portion, and the total column standing out at the right."""
    first = next(one for one in paper.edition.columns if one.portion == column.portion)
    return "edge" if column.id == first.id else ""
