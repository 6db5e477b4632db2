"""The cells of one row of table 3 as a scanner left them → cells with values.

The one idea: a scanner tears numbers apart (「1,56」「9」), repeats their last digit, and makes brackets, C or O of a
zero's oval. Each mark becomes a cell that is there or may be there; the sums and the number of states decide. Text that
was never scanned passes unchanged.
"""

import re
from dataclasses import replace

from saiken.domain.sheets.placement.states import StateCell
from saiken.formats.published.lookalikes import digits_for, is_dash, plain
from saiken.formats.published.tokens import likely_yen_of, yen_of

_ZERO = re.compile(r"[(\[{]*[0OoQDCcUu〇°][)\]}]*|[(\[{]+[)\]}]*|[)\]}]+")
_TORN = re.compile(r"[(]?\d{1,3}(?:,\d{3})*,\d{1,2}")


def cells_of_words(words: list[str]) -> tuple[StateCell, ...]:
    """Cells of running text: every word is a cell; a word that is no number has no value."""
    return tuple(StateCell(word, 0 if is_dash(word) else likely_yen_of(word)) for word in words)


def cells_of_columns(columns: list[str], *, states: int) -> tuple[StateCell, ...]:
    """Cells of a tab-separated row. A clean row that shows every column needs no guessing: an empty cell is then a
    blank.
    """
    if len(columns) == states + 3 and all(not cell or yen_of(cell) is not None for cell in columns):
        return tuple(StateCell(cell, yen_of(cell) or 0) for cell in columns)
    cells: list[StateCell] = []
    for column in columns:
        cells += _column(column, after_number=bool(cells) and cells[-1].number != 0)
    return _joined(cells)


def _column(text: str, *, after_number: bool) -> list[StateCell]:
    pieces = plain(text).split()
    if not pieces:
        return [StateCell("", 0, optional=True)]
    cells: list[StateCell] = []
    for place, piece in enumerate(pieces):
        repeats = place == 0 and len(pieces) > 1 and after_number and re.fullmatch(r"\d", piece) is not None
        cells += [replace(cell, merged=len(pieces) > 1) for cell in _piece(piece, stray=repeats)]
    if len(pieces) == 1 and re.fullmatch(r"[1Il|]", pieces[0]):
        return [StateCell(pieces[0], 1, doubtful=True)]
    return cells


def _piece(piece: str, *, stray: bool) -> list[StateCell]:
    """The cells of one piece: an opening bracket before a number, a closing one after a cell, may be a zero's oval."""
    if is_dash(piece):
        return [StateCell(piece, 0)]
    if _ZERO.fullmatch(piece):
        closed = re.fullmatch(r"[0OoQDCcUu〇°][)\]}]+", piece) is not None
        return [StateCell(piece, 0)] + ([StateCell(piece, 0, optional=True)] if closed else [])
    match = re.fullmatch(r"(?P<before>[(\[{]?)(?P<number>.*?)(?P<after>[)\]}]?)", piece)
    number = match.group("number") if match else piece
    if not re.search(r"[0-9BSZ]", number):
        return [StateCell(piece, 0, optional=True)]
    cell = StateCell(number, _value(number), stray=stray)
    oval = StateCell(piece, 0, optional=True)
    return [oval] * bool(match and match.group("before")) + [cell] + [oval] * bool(match and match.group("after"))


def _value(number: str) -> int | None:
    return None if _TORN.fullmatch(number) else likely_yen_of(number)


def _joined(cells: list[StateCell]) -> tuple[StateCell, ...]:
    """Numbers torn at a column's edge put together: 「1,56」 and 「9」 are 1,569."""
    joined: list[StateCell] = []
    for cell in cells:
        head = joined[-1] if joined else None
        tail = digits_for(cell.printed)
        if head is not None and _TORN.fullmatch(head.printed) and re.fullmatch(r"\d+", tail) and not cell.optional:
            missing = 3 - len(head.printed.rsplit(",", 1)[1])
            if len(tail) == missing:
                joined[-1] = replace(head, printed=f"{head.printed} {cell.printed}", value=yen_of(head.printed + tail))
                continue
        joined.append(cell)
    return tuple(joined)
