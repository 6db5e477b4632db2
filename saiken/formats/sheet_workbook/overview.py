"""The front worksheet of the city's workbook: every sheet in one line, totals by bureau and class, all by live formulas.

The one idea: each figure refers to a cell of a sheet's own worksheet, and totals add the lines; rates of totals come from added
figures. Obligors are the exception: persons are recounted by the caller, never added.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter.worksheet import Worksheet

from saiken.domain.money import NO_RATE, format_rate, rate_tenths
from saiken.domain.sheets.edition import PORTIONS
from saiken.domain.sheets.form import OWN_PORTIONS, Words, class_groups, numbers_text, short_classes_text, words_for
from saiken.domain.sheets.sheet import Sheet
from saiken.formats.sheet_workbook.cell import Key, reference, reference_range
from saiken.formats.sheet_workbook.layout import Plan
from saiken.formats.sheet_workbook.styles import Styles
from saiken.formats.sheet_workbook.table_states import total_key
from saiken.formats.sheet_workbook.text_size import line_count
from saiken.formats.sheet_workbook.values import Value, fraction

#: One worksheet: its name, its plan and what its cells show.
Tab = tuple[str, Plan, Mapping[Key, Value]]

_TEXTS = ("numbers", "name", "bureau", "section", "legal_class")
_FIGURES = ("assessed", "received", "balance")
_FIRST_LINE = 5

#: Columns: five texts, then per portion three figures and a rate, three grades, claims, obligors.
_PORTION_COLUMNS = len(_FIGURES) + 1
_GRADES = len(_TEXTS) + _PORTION_COLUMNS * len(PORTIONS)
_CLAIMS = _GRADES + len(PORTIONS)
_OBLIGORS = _CLAIMS + 1

#: Heights in points of a line of one text line, and of each further one; a text's indent takes this many characters.
_LINE_HEIGHT, _FURTHER_LINE, _INDENT = 20, 12, 4
_WIDTHS = (13, 40, 20, 32, 22, *([13, 13, 13, 9] * 3), 8, 8, 8, 11, 11)


@dataclass(frozen=True)
class Overview:
    """`obligors` are persons recounted for "" (the city), a bureau's name or a class text; `tab` is the worksheet's name."""

    tab: str = "総括"
    obligors: Mapping[str, int] = field(default_factory=dict)
    at_most: bool = False


@dataclass(frozen=True)
class _Front:
    """What is being drawn: worksheet, formats, and the sheets with their worksheets."""

    worksheet: Worksheet
    styles: Styles
    words: Words
    tabs: Sequence[Tab]
    sheets: Sequence[Sheet]
    overview: Overview

    @property
    def last_line(self) -> int:
        """The row of the last sheet."""
        return _FIRST_LINE + len(self.tabs) - 1


def write_overview(
    worksheet: Worksheet, overview: Overview, *, tabs: Sequence[Tab], sheets: Sequence[Sheet], styles: Styles
) -> None:
    """Draw the front worksheet; with no sheet it says so by an empty list."""
    if not tabs:
        return
    paper = tabs[0][1].paper
    front = _Front(worksheet, styles, words_for(paper.edition, paper.metadata.fiscal_year), tabs, sheets, overview)
    _header(front)
    for line, (tab, sheet) in enumerate(zip(tabs, sheets, strict=True), start=_FIRST_LINE):
        _line(front, line, tab=tab, sheet=sheet)
    below = _total(front, front.last_line + 1, name=front.words["overview_all"], column=None)
    below = _group(front, below + 1, heading="overview_by_bureau", names=[sheet.bureau for sheet in sheets], column=2)
    _group(
        front,
        below + 1,
        heading="overview_by_class",
        names=class_groups(front.words, sheets),
        column=4,
    )
    _set_page(front)


def _header(front: _Front) -> None:
    sheet, words, styles = front.worksheet, front.words, front.styles
    sheet.write_string(0, 0, words["overview"], styles.of("title left"))
    sheet.write_string(1, 0, words["unit_thousand_yen"], styles.of("note left"))
    sheet.set_row(0, 28)
    top, head = _FIRST_LINE - 2, styles.of("head wrap")
    for column, name in enumerate(_TEXTS):
        sheet.merge_range(top, column, top + 1, column, words[name], head)
    for index, portion in enumerate(PORTIONS):
        first = len(_TEXTS) + index * _PORTION_COLUMNS
        sheet.merge_range(top, first, top, first + _PORTION_COLUMNS - 1, words[portion], styles.of("head edge"))
        for offset, name in enumerate((*_FIGURES, "collection_rate")):
            sheet.write_string(top + 1, first + offset, words[name], styles.of("head edge" if offset == 0 else "head"))
    sheet.merge_range(top, _GRADES, top, _CLAIMS - 1, words["grade_short"], styles.of("head edge"))
    for offset, portion in enumerate(("portion_past", "portion_current", "total")):
        sheet.write_string(top + 1, _GRADES + offset, words[portion], styles.of("head"))
    sheet.merge_range(top, _CLAIMS, top + 1, _CLAIMS, words["measure_count"], styles.of("head edge"))
    sheet.merge_range(top, _OBLIGORS, top + 1, _OBLIGORS, words["obligors"], head)
    sheet.set_row(top + 1, 30)


def _line(front: _Front, line: int, *, tab: Tab, sheet: Sheet) -> None:
    """One sheet: texts, figures taken from its worksheet, grades, claims and obligors."""
    words, styles = front.words, front.styles
    texts = (numbers_text(sheet), sheet.name, sheet.bureau, sheet.section, short_classes_text(words, sheet))
    for column, text in enumerate(texts):
        front.worksheet.write_string(line, column, text, styles.of("row_label wrap"))
    most = max(line_count(text, width - _INDENT) for text, width in zip(texts, _WIDTHS[: len(texts)], strict=True))
    front.worksheet.set_row(line, _LINE_HEIGHT + _FURTHER_LINE * (most - 1))
    result = tab[1].paper.edition.grade_result_row
    for index, portion in enumerate(PORTIONS):
        first = len(_TEXTS) + index * _PORTION_COLUMNS
        for offset, figure in enumerate(_FIGURES):
            _figure(front, (line, first + offset), tab=tab, keys=_sources(result, portion, figure=figure))
        _rate(front, line, first=first, sums=_sums(front, [line - _FIRST_LINE], portion=portion))
        grade = ("grade", portion)
        shown = tab[2].get(grade) or ""
        formula = f'={_remote(tab, grade)}&""'
        front.worksheet.write_formula(line, _GRADES + index, formula, styles.of("head"), shown)
    _figure(front, (line, _CLAIMS), tab=tab, keys=[total_key("total", "count")])
    _figure(front, (line, _OBLIGORS), tab=tab, keys=[("obligors",)])


def _sources(result: str, portion: str, *, figure: str) -> list[Key]:
    """The cells of a sheet that make up a figure of the overview; 合計 adds both portions but for the balance."""
    portions = OWN_PORTIONS if portion == "total" and figure != "balance" else (portion,)
    return [("cell", result, f"{one}_{figure}") for one in portions]


def _figure(front: _Front, at: tuple[int, int], *, tab: Tab, keys: list[Key]) -> None:
    formula = "=" + "+".join(_remote(tab, key) for key in keys)
    style = "yen edge" if at[1] == _CLAIMS or (at[1] - len(_TEXTS)) % _PORTION_COLUMNS == 0 else "yen"
    front.worksheet.write_formula(*at, formula, front.styles.of(style), _shown(tab, keys))


def _remote(tab: Tab, key: Key) -> str:
    """The address of a cell on its own worksheet."""
    cell = next(cell for cell in tab[1].cells if cell.key == key)
    return f"'{tab[0]}'!{cell.reference}"


def _shown(tab: Tab, keys: list[Key]) -> int:
    return sum(value for key in keys if isinstance(value := tab[2].get(key), int))


def _sums(front: _Front, lines: Sequence[int], *, portion: str) -> tuple[int, int]:
    """Assessed and received of those sheets, for the stored result of a rate."""
    assessed = received = 0
    for line in lines:
        tab = front.tabs[line]
        result = tab[1].paper.edition.grade_result_row
        assessed += _shown(tab, _sources(result, portion, figure="assessed"))
        received += _shown(tab, _sources(result, portion, figure="received"))
    return assessed, received


def _rate(front: _Front, line: int, *, first: int, sums: tuple[int, int]) -> None:
    """The rate of one line from the figures beside it."""
    above, below = reference(line, first + 1), reference(line, first)
    formula = f'=IF({below}=0,"{NO_RATE}",ROUND({above}*1000/{below},0)/1000)'
    shown = fraction(format_rate(rate_tenths(sums[1], sums[0])))
    front.worksheet.write_formula(line, first + len(_FIGURES), formula, front.styles.of("rate"), shown)


def _group(front: _Front, top: int, *, heading: str, names: Sequence[str], column: int) -> int:
    """Totals per distinct name of one text column; returns the next free row."""
    front.worksheet.write_string(top, 0, front.words[heading], front.styles.of("heading"))
    line = top + 1
    for name in dict.fromkeys(names):
        line = _total(front, line, name=name, column=column)
    return line


def _total(front: _Front, line: int, *, name: str, column: int | None) -> int:
    """One line of totals over all sheets, or over those whose text in `column` is `name`; returns the next row."""
    front.worksheet.set_row(line, _LINE_HEIGHT)
    lines = [
        index
        for index, sheet in enumerate(front.sheets)
        if column is None or _text(front, sheet, column=column) == name
    ]
    front.worksheet.merge_range(line, 0, line, len(_TEXTS) - 1, name, front.styles.of("row_label strong"))
    result = front.tabs[0][1].paper.edition.grade_result_row
    for index, portion in enumerate(PORTIONS):
        first = len(_TEXTS) + index * _PORTION_COLUMNS
        for offset, figure in enumerate(_FIGURES):
            shown = sum(_shown(front.tabs[one], _sources(result, portion, figure=figure)) for one in lines)
            _write_sum(front, (line, first + offset), name=name, column=column, shown=shown)
        _rate(front, line, first=first, sums=_sums(front, lines, portion=portion))
    claims = sum(_shown(front.tabs[one], [total_key("total", "count")]) for one in lines)
    _write_sum(front, (line, _CLAIMS), name=name, column=column, shown=claims)
    _write_obligors(front, line, name="" if column is None else name)
    return line + 1


def _write_sum(front: _Front, at: tuple[int, int], *, name: str, column: int | None, shown: int) -> None:
    added = reference_range((_FIRST_LINE, at[1]), (front.last_line, at[1]))
    formula = f"=SUM({added})"
    if column is not None:
        names = reference_range((_FIRST_LINE, column), (front.last_line, column))
        formula = f"=SUMIF({names},{reference(at[0], 0)},{added})"
    front.worksheet.write_formula(*at, formula, front.styles.of("yen strong"), shown)


def _write_obligors(front: _Front, line: int, *, name: str) -> None:
    """Recounted persons, or nothing where nobody recounted them."""
    persons = front.overview.obligors.get(name)
    if persons is not None:
        front.worksheet.write_number(line, _OBLIGORS, persons, front.styles.of("yen strong"))


def _text(front: _Front, sheet: Sheet, *, column: int) -> str:
    return sheet.bureau if column == _TEXTS.index("bureau") else short_classes_text(front.words, sheet)


def _set_page(front: _Front) -> None:
    sheet = front.worksheet
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    if front.overview.obligors:
        note = "obligors_recounted_at_most" if front.overview.at_most else "obligors_recounted"
        sheet.write_string(1, _GRADES, front.words[note], front.styles.of("note left"))
    sheet.freeze_panes(_FIRST_LINE, 2)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.set_margins(left=0.4, right=0.4, top=0.45, bottom=0.55)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_FIRST_LINE - 2, _FIRST_LINE - 1)
    sheet.set_footer("&C&9&P / &N")
    sheet.hide_gridlines(2)
    sheet.set_zoom(85)
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
