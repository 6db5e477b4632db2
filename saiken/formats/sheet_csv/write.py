"""Sheets as CSV: long form with one line per cell, wide form with one line per row of table 2.

The one idea: the long form carries every figure of any edition in the same ten columns; the wide form is for one edition and looks like
table 2. Figures are thousand yen as on the sheet; texts of tables 4 and 5 are not figures and stay out.
"""

from collections.abc import Iterator, Mapping, Sequence

from saiken.domain.sheets.edition import PORTIONS, Edition
from saiken.domain.sheets.form import OWN_PORTIONS, Words, group_figure, numbers_text, words_for
from saiken.domain.sheets.sheet import CellValue, Sheet, StateTable
from saiken.domain.states.table import GROUPS, State
from saiken.formats.sheet_csv.table import Encoding, to_csv

LONG_COLUMNS = ("様式", "年度", "所属", "債権整理番号", "債権名", "行", "種別", "記号", "列", "値")

#: What stands before the figures of the wide form.
WIDE_COLUMNS = ("様式", "年度", "所属", "担当", "債権整理番号", "債権名", "行", "種別", "行の年度")

_MEASURES = ("count", "balance")

_Line = tuple[str, ...]


def long_csv(
    sheets: Sequence[Sheet],
    *,
    editions: Mapping[str, Edition],
    states: tuple[State, ...],
    encoding: Encoding = Encoding.UTF_8,
) -> bytes:
    """One line per cell of tables 1 to 3 and 6. Raises InvalidInput for characters that the encoding lacks."""
    lines: list[_Line] = [LONG_COLUMNS]
    for sheet in sheets:
        edition = editions[sheet.edition_id]
        words = words_for(edition, sheet.fiscal_year)
        head = (edition.id, str(sheet.fiscal_year), sheet.bureau, numbers_text(sheet), sheet.name)
        lines += [(*head, *cell) for cell in _cells(sheet, edition, states=states, words=words)]
    return to_csv(lines, encoding)


def wide_csv(sheets: Sequence[Sheet], *, edition: Edition, encoding: Encoding = Encoding.UTF_8) -> bytes:
    """One line per row of table 2 of sheets of one edition; a header names portion, letter and column."""
    figures = tuple(f"{edition.headings[column.portion]} {column.letter} {column.label}" for column in edition.columns)
    lines: list[_Line] = [WIDE_COLUMNS + figures]
    for sheet in sheets:
        head = (edition.id, str(sheet.fiscal_year), sheet.bureau, sheet.section, numbers_text(sheet), sheet.name)
        for row in sheet.rows:
            values = (_text(row.cells[column.id]) for column in edition.columns)
            lines.append((*head, row.label, row.kind, str(row.fiscal_year), *values))
    return to_csv(lines, encoding)


def _cells(sheet: Sheet, edition: Edition, *, states: tuple[State, ...], words: Words) -> Iterator[_Line]:
    """Row, kind, letter, column and value of every cell."""
    for portion in PORTIONS:
        yield words[portion], "grade", "", words["grade_short"], sheet.grades.get(portion) or ""
    for row in sheet.rows:
        for column in edition.columns:
            label = f"{words[column.portion]} {column.label}"
            yield row.label, row.kind, column.letter, label, _text(row.cells[column.id])
    for portion in OWN_PORTIONS:
        yield from _state_cells(sheet.states.get(portion, StateTable()), states, words=words, portion=portion)
    yield words["total"], "obligors", "", words["obligors"], _text(sheet.obligors)
    for portion in PORTIONS:
        yield words[f"rate_{portion}"], "comparison", "", words["own_rate"], sheet.comparison.own_rates.get(portion, "")
        yield (
            words[f"rate_{portion}"],
            "comparison",
            "",
            words["average_rate"],
            sheet.comparison.averages.get(portion, ""),
        )
    yield words["total"], "comparison", "", words["rank"], _text(sheet.comparison.rank)
    yield words["total"], "comparison", "", words["comparison_reason"], sheet.comparison.reason


def _state_cells(table: StateTable, states: tuple[State, ...], *, words: Words, portion: str) -> Iterator[_Line]:
    for measure in _MEASURES:
        row = f"{words[portion]} {words[f'measure_{measure}']}"
        shown = table.count if measure == "count" else table.balance
        for state in states:
            yield row, measure, state.mark, state.label, _text(shown.get(state.id))
        for group in GROUPS:
            yield (
                row,
                measure,
                "",
                f"{words[group]} {words['subtotal']}",
                _text(group_figure(table, states, group=group, measure=measure)),
            )
        yield row, measure, "", words["states_total"], _text(group_figure(table, states, group=None, measure=measure))


def _text(value: CellValue) -> str:
    """A figure without grouping, a rate as printed, a blank as nothing."""
    return "" if value is None else str(value)
