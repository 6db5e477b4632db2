"""Table 2: the rows of figures, in printed order, placed into the edition's columns.

The one idea: rows are matched to the form's rows by what is readable of their labels and else by their order; every row
of the form appears, unreadable ones with empty cells. The placing itself is the domain's.
"""

import re
from collections.abc import Iterator

from saiken.domain.dates.fiscal_year import short_label
from saiken.domain.sheets.edition import Edition, RowSpec
from saiken.domain.sheets.placement.chain import choose_by_chain
from saiken.domain.sheets.placement.row import Placement, place_row, unreadable
from saiken.domain.sheets.placement.token import Token
from saiken.domain.sheets.sheet import CERTAIN, Row, Source
from saiken.formats.published import anchors
from saiken.formats.published.lines import Line, compatible
from saiken.formats.published.tokens import is_figure, token_of


def read_rows(edition: Edition, lines: tuple[Line, ...], *, fiscal_year: int, file: str) -> tuple[Row, ...]:
    """All rows of the edition in printed order."""
    line_of = _assigned(edition, lines, fiscal_year=fiscal_year)
    placements = {
        spec.id: place_line(edition, line_of[spec.id]) if spec.id in line_of else unreadable(edition)
        for spec in edition.rows
    }
    chosen = choose_by_chain(edition, placements)
    return tuple(
        _row(edition, spec, placed=chosen[spec.id], line=line_of.get(spec.id), fiscal_year=fiscal_year, file=file)
        for spec in edition.rows
    )


def _row(edition: Edition, spec: RowSpec, *, placed: Placement, line: Line | None, fiscal_year: int, file: str) -> Row:
    return Row(
        row_id=spec.id,
        label=spec.label(fiscal_year),
        kind=spec.kind,
        fiscal_year=spec.fiscal_year(fiscal_year),
        cells=placed.cells,
        placement=placed.verdict,
        repairs=placed.repairs,
        alternatives=placed.alternatives,
        broken=placed.broken,
        printed_label=anchors.split_label(line, (edition,))[0] if line else "",
        tokens=placed.printed,
        source=line.source(file) if line else Source(file),
    )


def place_line(edition: Edition, line: Line) -> Placement:
    """The best placement over the ways the line can be cut into tokens (a cell may hold two numbers that ran
    together).
    """
    best: Placement | None = None
    for tokens in _cuts(edition, line):
        placed = place_row(edition, tokens)
        if best is None or _worth(placed) > _worth(best):
            best = placed
        if placed.verdict == CERTAIN:
            break
    return best or unreadable(edition)


def _worth(placed: Placement) -> tuple[bool, int, int]:
    return placed.verdict == CERTAIN, -len(placed.left_out), -len(placed.broken)


def _cuts(edition: Edition, line: Line) -> Iterator[tuple[Token, ...]]:
    """Token rows of one line, the most faithful first."""
    _, rest = anchors.split_label(line, (edition,))
    if not line.is_tabular:
        yield tuple(token_of(piece) for piece in anchors.row_pieces(rest))
        return
    cells = figure_cells(line, edition)
    shown = len(cells) == len(edition.columns)
    yield tuple(token_of(cell, index if shown else None) for index, cell in enumerate(cells) if cell)
    pieces = [piece for cell in cells for piece in _run_together(cell)]
    if len(pieces) > sum(bool(cell) for cell in cells):
        yield tuple(token_of(piece) for piece in pieces)


def figure_cells(line: Line, edition: Edition) -> list[str]:
    """The cells after the label, without empty ones at the end; a surplus of empty cells at the front is dropped."""
    cells = list(line.cells)
    label, rest = anchors.split_label(line, (edition,))
    if label:
        cells = [cell.strip() for cell in rest.split("\t")]
        cells = cells[1:] if cells and not cells[0] else cells
    else:
        cells = cells[1:] if cells and not is_figure(cells[0]) else cells
    while cells and not cells[-1]:
        cells.pop()
    while len(cells) > len(edition.columns) and not cells[0]:
        cells.pop(0)
    return cells


def _run_together(cell: str) -> list[str]:
    if token_of(cell).legible or not cell:
        return [cell] if cell else []
    pieces = cell.split()
    return pieces if len(pieces) > 1 and all(token_of(piece).legible for piece in pieces) else [cell]


def _assigned(edition: Edition, lines: tuple[Line, ...], *, fiscal_year: int) -> dict[str, Line]:
    """Lines by row id: the order-keeping assignment that agrees best with the readable labels."""
    specs = edition.rows
    lines = lines[: len(specs)]
    scores = [
        [_agreement(anchors.split_label(line, (edition,))[0], spec, fiscal_year=fiscal_year) for spec in specs]
        for line in lines
    ]
    best = _best_order(scores, len(specs))
    return {specs[place].id: line for line, place in zip(lines, best, strict=True)}


def _best_order(scores: list[list[int]], places: int) -> list[int]:
    """Increasing places, one per line, of the highest total; the earliest places among equals."""
    table: list[dict[int, tuple[int, list[int]]]] = [{-1: (0, [])}]
    for index, row in enumerate(scores):
        following: dict[int, tuple[int, list[int]]] = {}
        left = len(scores) - index - 1
        for last, (total, path) in table[-1].items():
            for place in range(last + 1, places - left):
                found = (total + row[place], [*path, place])
                if place not in following or found[0] > following[place][0]:
                    following[place] = found
        table.append(following)
    return max(table[-1].values(), key=lambda found: (found[0], [-place for place in found[1]]))[1] if scores else []


def _agreement(printed: str, spec: RowSpec, *, fiscal_year: int) -> int:
    """How well a printed label fits a row: its kind, its year, its mark."""
    label = re.sub(r"\s", "", compatible(printed))
    if not label:
        return 0
    kind = compatible(spec.label_pattern.replace("{year}", ""))
    year = compatible(short_label(spec.fiscal_year(fiscal_year)))
    score = 3 if label.endswith(kind) else -3
    score += 3 if year in label else 0
    return score + (2 if spec.mark and label.startswith(spec.mark) else 0)
