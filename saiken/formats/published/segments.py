"""Which lines belong to which sheet of a paper.

The one idea: every sheet has exactly one block of table 2, so a boundary lies between two blocks, at the mark (title,
head, first heading) that precedes every block once. A head line printed right before the boundary belongs to the sheet
that lacks one. It reads no value.
"""

from collections.abc import Callable
from dataclasses import dataclass

from saiken.domain.sheets.edition import Edition
from saiken.formats.published import anchors
from saiken.formats.published.lines import Line

#: Rows of one table 2 stand no further apart than this many lines.
_WIDEST_GAP = 12

_MARKS: tuple[Callable[[Line], bool], ...] = (
    anchors.is_number_line,
    anchors.is_belonging_line,
    anchors.is_title,
    anchors.is_grade_heading,
    anchors.is_development_heading,
)


@dataclass(frozen=True)
class Segment:
    """The lines of one sheet and, among them, the rows of its table 2 (empty when none was found)."""

    lines: tuple[Line, ...]
    rows: tuple[Line, ...]


def segments_of(lines: tuple[Line, ...], editions: tuple[Edition, ...]) -> tuple[Segment, ...]:
    """The sheets of a paper in printed order; empty when it holds none."""
    blocks = _blocks(lines, editions)
    starts = _starts(lines, blocks)
    if not starts:
        return ()
    starts = [_with_head(lines, start) for start in starts]
    starts = _heads_given_back(lines, starts)
    ends = [*starts[1:], len(lines)]
    return tuple(_segment(lines[start:end], blocks) for start, end in zip(starts, ends, strict=True))


def _segment(lines: tuple[Line, ...], blocks: list[list[Line]]) -> Segment:
    inside = {line.number for line in lines}
    rows = tuple(line for block in blocks for line in block if line.number in inside)
    return Segment(lines, rows)


def _blocks(lines: tuple[Line, ...], editions: tuple[Edition, ...]) -> list[list[Line]]:
    most = max(len(edition.rows) for edition in editions)
    blocks: list[list[Line]] = []
    last, broken = -_WIDEST_GAP - 1, True
    for index, line in enumerate(lines):
        if anchors.is_grade_heading(line) or anchors.is_states_heading(line) or anchors.is_state_line(line):
            broken = True
        elif anchors.is_development_row(line, editions):
            if broken or index - last > _WIDEST_GAP or len(blocks[-1]) >= most:
                blocks.append([])
            blocks[-1].append(line)
            last, broken = index, False
    return blocks


def _starts(lines: tuple[Line, ...], blocks: list[list[Line]]) -> list[int]:
    """Index of the first line of every sheet."""
    index_of = {line.number: index for index, line in enumerate(lines)}
    spans = [(index_of[block[0].number], index_of[block[-1].number]) for block in blocks]
    marked = [[index for index, line in enumerate(lines) if mark(line)] for mark in _MARKS]
    perfect = [found for found in marked if _precedes_each(found, spans)]
    if perfect:
        return min(perfect, key=lambda found: found[0])
    return _gaps_cut(marked, spans)


def _precedes_each(found: list[int], spans: list[tuple[int, int]]) -> bool:
    """Whether exactly one mark stands before every block, after the block before it (further marks: sheets without
    rows).
    """
    if not spans or len(found) < len(spans):
        return False
    before = -1
    for first, last in spans:
        if sum(before < index < first for index in found) == 0:
            return False
        before = last
    inside = sum(any(first < index < last for first, last in spans) for index in found)
    return inside == 0


def _gaps_cut(marked: list[list[int]], spans: list[tuple[int, int]]) -> list[int]:
    """One boundary per gap: the last mark of the first kind that has one there, else the block itself."""
    starts, before = [], -1
    for first, last in spans:
        inside = ([index for index in found if before < index < first] for found in (marked[3], marked[1], marked[4]))
        candidates = next((found for found in inside if found), [first])
        starts.append(candidates[-1])
        before = last
    return starts


def _with_head(lines: tuple[Line, ...], start: int) -> int:
    """The start moved up over head lines, the title and rulers that stand directly above it."""
    index, best = start - 1, start
    while index >= 0 and (not lines[index].plain or set(lines[index].plain) <= set("-_ \t") or _is_head(lines[index])):
        if _is_head(lines[index]):
            best = index
        index -= 1
    return best


def _is_head(line: Line) -> bool:
    return anchors.is_head_line(line) or anchors.is_title(line)


def _heads_given_back(lines: tuple[Line, ...], starts: list[int]) -> list[int]:
    """Where a sheet would have two head lines of one kind and the one before it none, the first goes back."""
    moved = list(starts)
    for place in range(1, len(moved)):
        end = moved[place + 1] if place + 1 < len(moved) else len(lines)
        own = [index for index in range(moved[place], end) if anchors.is_belonging_line(lines[index])]
        earlier = [index for index in range(moved[place - 1], moved[place]) if anchors.is_belonging_line(lines[index])]
        if len(own) >= 2 and not earlier and own[0] < starts[place] + 8:
            moved[place] = own[0] + 1
    return moved
