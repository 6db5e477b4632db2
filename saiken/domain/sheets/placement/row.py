"""A row's placement: certain, ambiguous or inconsistent, with what was repaired and which formulas are broken.

The one idea: placements that differ only in which zero cell was left blank are the same placement. Of those the one is
shown that leaves the fewest computed cells blank, since forms compute those and people leave their own cells empty. It
does not read or print.
"""

from dataclasses import dataclass

from saiken.domain.sheets.check.row_study import faults_of
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.placement.search import Fit, cheapest_fits
from saiken.domain.sheets.placement.token import Token
from saiken.domain.sheets.sheet import AMBIGUOUS, CERTAIN, INCONSISTENT, Cells, CellValue, Repair

#: More alternatives than these are not listed: nobody chooses among so many.
MOST_ALTERNATIVES = 20

#: More broken placements than these are not weighed against each other.
MOST_COMPARED = 40


@dataclass(frozen=True)
class Placement:
    """`cells` by column id, `printed` tokens by column id, `verdict` certain | ambiguous | inconsistent, and the
    evidence.

    `broken` are the ids of columns whose formula fails, `left_out` the printed tokens that found no column.
    """

    cells: Cells
    printed: dict[str, str]
    verdict: str
    repairs: tuple[Repair, ...] = ()
    alternatives: tuple[Cells, ...] = ()
    broken: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def place_row(edition: Edition, tokens: tuple[Token, ...], *, most_cost: int | None = None) -> Placement:
    """Place the tokens, in their order, into the edition's columns; with `most_cost` only if that is cheap enough."""
    if not tokens:
        return Placement({column.id: None for column in edition.columns}, {}, INCONSISTENT)
    fits = _printed_columns_first(tokens, cheapest_fits(edition, tokens, most_cost=most_cost))
    if not fits:
        return unreadable(edition, tokens)
    distinct = _distinct(edition, fits)
    best = _least_at_fault(edition, distinct)
    placed = _placement(edition, tokens, fit=best)
    if placed.verdict == CERTAIN and len(distinct) > 1:
        others = tuple(_cells(edition, fit) for fit in distinct[1 : MOST_ALTERNATIVES + 1])
        return Placement(placed.cells, placed.printed, AMBIGUOUS, placed.repairs, others)
    return placed


def _least_at_fault(edition: Edition, fits: list[Fit]) -> Fit:
    """Among fits that break equally many formulas the one that needs the fewest wrong cells to be explained."""
    if len(fits) == 1 or not fits[0].broken:
        return fits[0]
    return min(fits[:MOST_COMPARED], key=lambda fit: faults_of(edition, _cells(edition, fit)))


def unreadable(edition: Edition, tokens: tuple[Token, ...] = ()) -> Placement:
    """A row nothing could be read from: every cell null."""
    cells: Cells = {column.id: None for column in edition.columns}
    return Placement(cells, {}, INCONSISTENT, left_out=tuple(token.printed for token in tokens))


def _printed_columns_first(tokens: tuple[Token, ...], fits: list[Fit]) -> list[Fit]:
    """Where the paper shows columns and a fit keeps every token in its own, only that fit counts."""
    if any(token.column_index is None for token in tokens):
        return fits
    kept = [fit for fit in fits if _moved(tokens, fit) == 0]
    return kept or sorted(fits, key=lambda fit: _moved(tokens, fit))


def _moved(tokens: tuple[Token, ...], fit: Fit) -> int:
    return sum(tokens[token].column_index != column for column, token in enumerate(fit.used) if token is not None)


def _distinct(edition: Edition, fits: list[Fit]) -> list[Fit]:
    """One fit per set of values with blank = 0, best shown first."""
    best: dict[tuple[CellValue, ...], Fit] = {}
    for fit in fits:
        key = tuple(
            value or 0 if not column.is_rate else None
            for column, value in zip(edition.columns, fit.values, strict=True)
        )
        if key not in best or _blank_formulas(edition, fit) < _blank_formulas(edition, best[key]):
            best[key] = fit
    return list(best.values())


def _blank_formulas(edition: Edition, fit: Fit) -> tuple[int, ...]:
    """How many computed cells the fit leaves blank, then which ones: a total order, so that the same row always
    reads the same.
    """
    blanks = [
        index for index, column in enumerate(edition.columns) if fit.used[index] is None and column.role != "input"
    ]
    used = [index for index, token in enumerate(fit.used) if token is None]
    return (len(blanks), *blanks, *used)


def _cells(edition: Edition, fit: Fit) -> Cells:
    return {column.id: value for column, value in zip(edition.columns, fit.values, strict=True)}


def _placement(edition: Edition, tokens: tuple[Token, ...], *, fit: Fit) -> Placement:
    columns = edition.columns
    printed = {columns[index].id: tokens[token].printed for index, token in enumerate(fit.used) if token is not None}
    repairs = tuple(
        Repair(columns[index].id, tokens[token].printed, fit.values[index])
        for index, token in enumerate(fit.used)
        if token is not None and not tokens[token].legible and fit.values[index] is not None
    )
    broken = tuple(columns[index].id for index in fit.broken)
    left_out = tuple(tokens[index].printed for index in fit.left_out)
    sound = not broken and not any(tokens[index].legible for index in fit.left_out)
    cells = _zeros_shown(edition, tokens, fit=fit)
    return Placement(cells, printed, CERTAIN if sound else INCONSISTENT, repairs, (), broken, left_out)


def _zeros_shown(edition: Edition, tokens: tuple[Token, ...], *, fit: Fit) -> Cells:
    """The cells of a fit; a bare 0 printed in a rate column is shown as the rate it must be."""
    cells = dict(_cells(edition, fit))
    for column, token in zip(edition.columns, fit.used, strict=True):
        if column.formula and column.is_rate and token is not None and cells[column.id] is None:
            yen = {name: value if isinstance(value := cells[name], int) else 0 for name in column.formula.columns}
            cells[column.id] = column.formula.evaluate(yen) if tokens[token].legible else None
    return cells
