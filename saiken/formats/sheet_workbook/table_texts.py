"""Tables 4 to 6 of the worksheet: measures as numbered items, past and current side by side, and the comparison of rates.

The one idea: an item is a number, the number it answers, and a text, so results answer plans by number. A text begins with its class
in 【】 where a sheet splits its text by class.
"""

from saiken.domain.sheets.edition import PORTIONS
from saiken.domain.sheets.form import NEXT_KINDS, OWN_PORTIONS, VERIFICATION_KINDS
from saiken.formats.sheet_workbook.cell import FIRST_FIGURE, Cell, Key, label, reference
from saiken.formats.sheet_workbook.paper import Paper
from saiken.formats.sheet_workbook.table_development import DEVELOPMENT_TOP, figure_column, figure_row


def item_cells(paper: Paper, top: int) -> list[Cell]:
    """Table 4 and below it table 5."""
    cells = _items(paper, top, heading="verification", kinds=VERIFICATION_KINDS)
    below = max(cell.row + cell.rows for cell in cells) + 1
    return cells + _items(paper, below, heading="measures", kinds=NEXT_KINDS)


def _halves(paper: Paper) -> list[tuple[str, int, int]]:
    """Each portion with the first and the last of its columns."""
    middle = FIRST_FIGURE + (paper.last_figure - FIRST_FIGURE + 1) // 2
    return [(OWN_PORTIONS[0], FIRST_FIGURE, middle - 1), (OWN_PORTIONS[1], middle, paper.last_figure)]


def _items(paper: Paper, top: int, *, heading: str, kinds: tuple[str, ...]) -> list[Cell]:
    words = paper.words
    cells = [label(top, 0, text=words[heading], style="heading", columns=8)]
    if len(kinds) > 1:
        cells.append(label(top, 8, text=words["item_answers_note"], style="note left", columns=paper.last_figure - 7))
    cells.append(label(top + 1, 0, text=words["row_label"], style="head", rows=2, columns=2))
    for portion, first, last in _halves(paper):
        cells.append(
            label(top + 1, first, text=words[f"portion_{portion}"], style="head edge", columns=last - first + 1)
        )
        cells.append(label(top + 2, first, text=words["item_number"], style="head edge"))
        cells.append(label(top + 2, first + 1, text=words["item_answers"], style="head"))
        cells.append(label(top + 2, first + 2, text=words["item_text"], style="head", columns=last - first - 1))
    row = top + 3
    for kind in kinds:
        spans = paper.metadata.slots[kind]
        cells.append(label(row, 0, text=words[kind], style="row_label wrap", rows=sum(spans), columns=2))
        for slot, span in enumerate(spans):
            for portion, first, last in _halves(paper):
                cells += _item(row, (first, last), key=("item", kind, portion, str(slot)), span=span)
            row += span
    return cells


def _item(row: int, columns: tuple[int, int], *, key: Key, span: int) -> list[Cell]:
    """Number, answered number and text of one item over `span` rows."""
    first, last = columns
    return [
        Cell(row, first, "whole", "item_number edge", key=(*key, "number"), rows=span),
        Cell(row, first + 1, "whole", "item_number", key=(*key, "answers"), rows=span),
        Cell(row, first + 2, "text", "text", key=(*key, "text"), rows=span, columns=last - first - 1),
    ]


def comparison_cells(paper: Paper, top: int) -> list[Cell]:
    """Table 6: own rates repeated from table 2, the cities' averages, the rank, or the reason why not."""
    words = paper.words
    cells = [
        label(top, 0, text=words["comparison"], style="heading", columns=paper.last_figure + 1),
        label(top + 1, 0, text=words["row_label"], style="head", columns=4),
        label(top + 1, 4, text=words["own_rate"], style="head", columns=2),
        label(top + 1, 6, text=words["average_rate"], style="head", columns=2),
    ]
    source = figure_row(paper, DEVELOPMENT_TOP, row_id=paper.edition.comparison_row)
    for offset, portion in enumerate(PORTIONS, start=2):
        rate = reference(source, figure_column(paper, f"{portion}_collection_rate"))
        cells += [
            label(top + offset, 0, text=words[f"rate_{portion}"], style="row_label", columns=4),
            Cell(top + offset, 4, "formula", "rate", f"={rate}", ("own_rate", portion), columns=2),
            Cell(top + offset, 6, "rate", "rate", key=("average", portion), columns=2),
        ]
    cells += [
        label(top + 1, 9, text=words["rank"], style="head", columns=5),
        Cell(top + 1, 14, "whole", "rank", key=("rank",)),
        label(top + 1, 15, text=words["unit_rank"], style="note unit"),
        label(top + 2, 9, text=words["comparison_reason"], style="head wrap", rows=3, columns=2),
        Cell(top + 2, 11, "text", "text", key=("reason",), rows=3, columns=paper.last_figure - 10),
    ]
    return cells
