"""The ways a row of table 2 can be cut into tokens: as printed, and with what a scanner ran together or tore apart undone.

The one idea: a cut is only a proposal; the form's formulas decide which one is believed, and a number put together from
pieces is no legible token, so it is told as a repair. It places nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations, islice

from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.placement.token import Token
from saiken.formats.published import anchors
from saiken.formats.published.lines import Line
from saiken.formats.published.lookalikes import is_dash, plain
from saiken.formats.published.tokens import is_figure, token_of

#: More ways than these to put torn numbers together are not tried in one row.
MOST_MENDED = 24

#: Torn numbers in one row that are put together at once.
_MOST_TORN = 2

_GROUPED = re.compile(r"[▲-]?[1-9]\d{0,2}(?:,\d{3})+")
_RATE = re.compile(r"[▲-]?\d{1,4}\.\d%")


def printed_cuts(edition: Edition, line: Line) -> Iterator[tuple[Token, ...]]:
    """The words, or the cells each in its column where as many are shown as the form has; then with run-together numbers
    cut.
    """
    if not line.is_tabular:
        yield tuple(token_of(piece) for piece in _pieces(edition, line))
        return
    cells = figure_cells(line, edition)
    shown = len(cells) == len(edition.columns)
    yield tuple(token_of(cell, index if shown else None) for index, cell in enumerate(cells) if cell)
    pieces = [piece for cell in cells for piece in _run_together(cell)]
    if len(pieces) > sum(bool(cell) for cell in cells):
        yield tuple(token_of(piece) for piece in pieces)


def mended_cuts(edition: Edition, line: Line) -> Iterator[tuple[Token, ...]]:
    """The pieces with one number put together, then with two; the fewest changes first."""
    pieces = _pieces(edition, line)
    torn = [place for place in range(len(pieces) - 1) if _is_torn(pieces[place], pieces[place + 1])]
    chosen = chain.from_iterable(combinations(torn, count) for count in range(1, _MOST_TORN + 1))
    for places in islice(chosen, MOST_MENDED):
        yield tuple(_joined(pieces, frozenset(places)))


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


def _pieces(edition: Edition, line: Line) -> list[str]:
    if line.is_tabular:
        return [cell for cell in figure_cells(line, edition) if cell]
    return anchors.row_pieces(anchors.split_label(line, (edition,))[1])


def _run_together(cell: str) -> list[str]:
    if token_of(cell).legible or not cell:
        return [cell] if cell else []
    pieces = cell.split()
    return pieces if len(pieces) > 1 and all(token_of(piece).legible for piece in pieces) else [cell]


def _joined(pieces: list[str], torn: frozenset[int]) -> Iterator[Token]:
    """The pieces as tokens, each of the places in `torn` joined with the next."""
    held: list[str] = []
    for place, piece in enumerate(pieces):
        held.append(piece)
        if place not in torn:
            yield replace(token_of(" ".join(held)), is_mended=len(held) > 1)
            held = []


def _is_torn(left: str, right: str) -> bool:
    """Whether two pieces may be one number: 「17,2」「74」, 「5」「887」, 「0.」「0%」, or a triangle read as 4 before its
    number.
    """
    before, after = plain(left), plain(right)
    if (before == "4" or is_dash(left)) and after[:1].isdigit() and "%" not in after:
        return True
    if _GROUPED.fullmatch(before + after) or _GROUPED.fullmatch(f"{before},{after}"):
        return True
    return (before.endswith(".") or after[:1] in (".", "%")) and _RATE.fullmatch(before + after) is not None
