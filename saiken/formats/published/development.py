"""Table 2: the rows of figures, in printed order, placed into the edition's columns.

The one idea: rows are matched to the form's rows by what is readable of their labels and else by their order; every row
of the form appears, unreadable ones with empty cells. The placing itself is the domain's.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from saiken.domain.dates.fiscal_year import short_label
from saiken.domain.sheets.edition import Edition, RowSpec
from saiken.domain.sheets.placement.chain import choose_by_chain
from saiken.domain.sheets.placement.row import Placement, place_row, unreadable
from saiken.domain.sheets.placement.token import Token
from saiken.domain.sheets.sheet import CERTAIN, INCONSISTENT, Row, Source
from saiken.formats.published import anchors
from saiken.formats.published.cuts import mended_cuts, printed_cuts
from saiken.formats.published.lines import Line, compatible

#: A placement of no more than this cost is believed before other ways to cut the line are tried.
SURE = 12

#: Ways to put torn numbers together that are searched to the end where nothing fits for certain.
MOST_SEARCHED = 5


def read_rows(
    edition: Edition, lines: tuple[Line, ...], *, fiscal_year: int, file: str, balances: frozenset[int] = frozenset()
) -> tuple[Row, ...]:
    """All rows of the edition in printed order; `balances` are what other tables print as the result row's balance."""
    placed = [(line, place_line(edition, line)) for line in lines[: len(edition.rows)]]
    found = _assigned(edition, placed, fiscal_year=fiscal_year, balances=balances)
    placements = {spec.id: found[spec.id][1] if spec.id in found else unreadable(edition) for spec in edition.rows}
    chosen = choose_by_chain(edition, placements)
    line_of = {name: line for name, (line, _) in found.items()}
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
    """The placement of the line as printed, or, where it fits the formulas only so, with torn numbers put together.

    Readings come before derivations: 「5,」「008」 is 5,008 and not 5,000 and 8, though the sum of both is the same.
    """
    printed = list(printed_cuts(edition, line))
    fitting = [(placed, tokens) for placed, tokens in _sure(edition, printed) if placed.verdict != INCONSISTENT]
    if fitting and _derived(*fitting[0]) == 0:
        return fitting[0][0]
    mended = list(mended_cuts(edition, line))
    for placed, tokens in _sure(edition, mended):
        if placed.verdict != INCONSISTENT and _derived(placed, tokens, only_mended=not fitting) == 0:
            return placed
    if fitting:
        return fitting[0][0]
    narrow = [tokens for tokens in mended[:MOST_SEARCHED] if len(tokens) <= len(edition.columns) < len(printed[0])]
    searched = [(place_row(edition, tokens), tokens) for tokens in (*printed, *narrow)]
    return max((placed for placed, tokens in searched if _derived(placed, tokens, only_mended=True) == 0), key=_worth)


def _sure(edition: Edition, cuts: list[tuple[Token, ...]]) -> Iterator[tuple[Placement, tuple[Token, ...]]]:
    return ((place_row(edition, tokens, most_cost=SURE), tokens) for tokens in cuts)


def _derived(placed: Placement, tokens: tuple[Token, ...], *, only_mended: bool = False) -> int:
    """How many damaged tokens (or numbers put together) got a value that they do not read."""
    readings = {token.printed: token.readings for token in tokens if token.is_mended or not only_mended}
    return sum(repair.derived not in readings.get(repair.printed, (repair.derived,)) for repair in placed.repairs)


def _worth(placed: Placement) -> tuple[bool, bool, int, int]:
    return placed.verdict == CERTAIN, bool(placed.printed), -len(placed.left_out), -len(placed.broken)


def _assigned(
    edition: Edition, placed: list[tuple[Line, Placement]], *, fiscal_year: int, balances: frozenset[int]
) -> dict[str, tuple[Line, Placement]]:
    """Lines by row id: the assignment in printed order that agrees best with readable labels, with the chain of ア and with
    the balance that other tables print for the result row.

    With as many lines as rows there is only one; with fewer, the earliest rows win between equals.
    """
    best: dict[str, tuple[Line, Placement]] = {}
    highest: int | None = None
    for specs in combinations(edition.rows, len(placed)):
        found = {spec.id: each for spec, each in zip(specs, placed, strict=True)}
        score = sum(
            _agreement(anchors.split_label(line, (edition,))[0], spec, fiscal_year=fiscal_year)
            for spec, (line, _) in zip(specs, placed, strict=True)
        )
        score += _chained(edition, found) + _balanced(edition, found, balances=balances)
        if highest is None or score > highest:
            best, highest = found, score
    return best


def _chained(edition: Edition, found: dict[str, tuple[Line, Placement]]) -> int:
    """How well the rows' ア follow from each other under this assignment."""
    score = 0
    for spec in edition.rows:
        if spec.id in found and spec.carried_in_from in found:
            cells, source = found[spec.id][1].cells, found[spec.carried_in_from][1].cells
            carried = [(cells[column.id], source[column.carries]) for column in edition.columns if column.carries]
            score += 2 if all((own or 0) == (before or 0) for own, before in carried) else -2
    return score


def _balanced(edition: Edition, found: dict[str, tuple[Line, Placement]], *, balances: frozenset[int]) -> int:
    """Whether the line taken for the result row closes with a balance that another table prints."""
    if edition.grade_result_row not in found or not balances:
        return 0
    cells = found[edition.grade_result_row][1].cells
    closing = {cells[column.carries] or 0 for column in edition.columns if column.carries}
    return 3 if closing & balances else -3


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
