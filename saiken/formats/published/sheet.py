"""One segment of a paper → one `Sheet`, with what was odd about it.

The one idea: every part is read by its own module and none can stop the others; this one only puts them together.
"""

from dataclasses import dataclass, replace

from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.paper import FormatFinding
from saiken.domain.sheets.sheet import Row, Sheet
from saiken.domain.states.table import State
from saiken.formats.published.comparison import read_comparison
from saiken.formats.published.development import read_rows
from saiken.formats.published.edition_choice import edition_of, fiscal_year_of_sheet
from saiken.formats.published.grades import read_grades
from saiken.formats.published.head import read_head
from saiken.formats.published.prose import read_prose
from saiken.formats.published.segments import Segment
from saiken.formats.published.states import ReadStates, read_states
from saiken.formats.published.totals import Totals, read_totals


@dataclass(frozen=True)
class Forms:
    """What the reader knows of the forms: the editions and the table of states."""

    editions: tuple[Edition, ...]
    states: tuple[State, ...]


def read_sheet(segment: Segment, forms: Forms, *, file: str) -> tuple[Sheet, tuple[FormatFinding, ...]]:
    """The sheet of one segment and the findings about its form, their `sheet_index` still open.

    Raises InvalidInput when not even the sheet's fiscal year can be read.
    """
    lines = segment.lines
    edition = edition_of(lines, forms.editions)
    year = fiscal_year_of_sheet(edition, lines, rows=segment.rows)
    if year is None:
        raise InvalidInput("様式の年度を示す見出しも行の名称も読み取れません。", place=f"{file}:{lines[0].number}")
    head = read_head(lines, file)
    states = read_states(lines, forms.states, file=file)
    totals = read_totals(lines)
    rows = read_rows(edition, segment.rows, fiscal_year=year, file=file, balances=_balances(states, totals))
    sheet = Sheet(
        edition_id=edition.id,
        fiscal_year=year,
        numbers=head.numbers,
        name=head.name,
        bureau=head.bureau,
        section=head.section,
        legal_classes=head.legal_classes,
        rows=rows,
        grades=read_grades(lines),
        states=states.tables,
        claims_total=totals.claims,
        balance_total=totals.balance,
        obligors=totals.obligors,
        comparison=read_comparison(lines, file),
        texts=read_prose(lines),
        source=lines[0].source(file),
    )
    return sheet, (*_row_findings(sheet, edition), *_state_findings(sheet, states))


def _balances(states: ReadStates, totals: Totals) -> frozenset[int]:
    """What table 3 and the totals below it say of the balance."""
    portions = [table.balance_total for table in states.tables.values()]
    summed = None if None in portions else sum(filter(None, portions))
    return frozenset(value for value in (summed, totals.balance) if value is not None)


def numbered(findings: tuple[FormatFinding, ...], index: int) -> tuple[FormatFinding, ...]:
    """The findings with the place of their sheet in the paper."""
    return tuple(replace(finding, sheet_index=index) for finding in findings)


def _row_findings(sheet: Sheet, edition: Edition) -> list[FormatFinding]:
    findings = []
    for row in sheet.rows:
        if not row.tokens:
            findings.append(FormatFinding("行の数値が読み取れません。", row=row.label, source=row.source))
        for repair in row.repairs:
            letter = edition.column_of_id[repair.column_id].letter
            message = "文字が損なわれたセルを、様式の計算式から定めました。原本で確かめてください。"
            findings.append(FormatFinding(message, None, row.label, letter, repair.printed, repair.derived, row.source))
        findings += _odd_cells(row, edition)
    return findings


def _odd_cells(row: Row, edition: Edition) -> list[FormatFinding]:
    """Damaged cells that nothing could fix."""
    unread = [
        (name, printed)
        for name, printed in row.tokens.items()
        if row.cells[name] is None and printed and not any(repair.column_id == name for repair in row.repairs)
    ]
    message = "セルの値が読み取れません。"
    return [
        FormatFinding(message, None, row.label, edition.column_of_id[name].letter, printed, None, row.source)
        for name, printed in unread
    ]


def _state_findings(sheet: Sheet, states: ReadStates) -> list[FormatFinding]:
    message = "計が合わないため、この記号を読み取りの汚れとみなして除きました。原本で確かめてください。"
    words = {"past": "過年度", "current": "現年度"}
    return [
        FormatFinding(message, row=f"区分別の状況（{words[portion]}）", printed=mark, source=source)
        for portion, mark, source in states.strays
    ]
