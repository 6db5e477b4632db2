"""The tables of `saiken published` for people at a terminal.

The one idea: years stand side by side and the form's columns run downwards, so that a sheet fits a terminal;
full-width characters count twice. It reads and checks nothing.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from saiken.domain.sheets.check import Finding, Severity, address_of
from saiken.domain.sheets.edition import PORTIONS, Edition
from saiken.domain.sheets.paper import Paper
from saiken.domain.sheets.progress import PORTION_NAMES, ProgressReport, RecoveryRow, WardRow
from saiken.domain.sheets.sheet import CERTAIN, CellValue, Sheet

_PLACEMENTS = {"certain": "", "ambiguous": "置き方が複数", "inconsistent": "算式に合わない"}
_SEVERITIES = {Severity.ERROR: "誤り", Severity.WARNING: "注意"}


def width(text: str) -> int:
    """Columns of a terminal that the text takes.

    >>> width("平30実績"), width("ア")
    (8, 2)
    """
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows with their first cell flush left and the others flush right, each column as wide as it needs."""
    widths = [max(width(row[place]) for row in rows) for place in range(len(rows[0]))]
    for first, *others in rows:
        cells = [first + " " * (widths[0] - width(first))]
        cells += [" " * (wide - width(cell)) + cell for wide, cell in zip(widths[1:], others, strict=True)]
        yield "  ".join(cells).rstrip()


def paper_lines(paper: Paper, editions: Mapping[str, Edition]) -> Iterator[str]:
    """Everything read from one paper."""
    for index, sheet in enumerate(paper.sheets):
        yield from sheet_lines(sheet, editions[sheet.edition_id], title=_title(paper, index))
    if paper.progress:
        yield from _progress_lines(paper.progress)


def _title(paper: Paper, index: int) -> str:
    sheet = paper.sheets[index]
    number = "・".join(sheet.numbers) or address_of(paper, index)
    return f"■ {sheet.bureau} {number} {sheet.name}（{paper.file} {sheet.source.line}行目から、{sheet.edition_id}年版）"


def sheet_lines(sheet: Sheet, edition: Edition, *, title: str) -> Iterator[str]:
    """Grades, table 2 and the totals of one sheet under the title."""
    yield title
    grades = "　".join(f"{edition.headings[portion]} {sheet.grades.get(portion) or '空欄'}" for portion in PORTIONS)
    yield f"達成状況: {grades}"
    table = [["（千円）", *(row.label for row in sheet.rows)]]
    for column in edition.columns:
        name = f"{column.letter} {edition.headings[column.portion]} {column.label}"
        table.append([name, *(_shown(row.cells[column.id]) for row in sheet.rows)])
    if any(row.placement != CERTAIN for row in sheet.rows):
        table.append(["読み取り", *(_PLACEMENTS[row.placement] for row in sheet.rows)])
    yield from aligned(table)
    totals = {"件数": sheet.claims_total, "残高": sheet.balance_total, "債務者数": sheet.obligors}
    yield "　".join(f"{name} {_shown(value)}" for name, value in totals.items())
    yield ""


def _progress_lines(report: ProgressReport) -> Iterator[str]:
    yield f"■ 進捗報告 {report.fiscal_year}年度（{report.as_of.isoformat()}現在）"
    for receivable in report.receivables:
        yield f"{receivable.bureau} {'・'.join(receivable.numbers)} {receivable.name}"
        for portion, rates in receivable.portions.items():
            pairs = {"徴収率": rates.at_cut_off, "決算見込": rates.forecast, "目標": rates.goal}
            shown = "　".join(
                f"{name} {pair.this_year or '空欄'}（前年度 {pair.last_year or '空欄'}）"
                for name, pair in pairs.items()
            )
            yield f"  {PORTION_NAMES[portion]}: {shown}"
        rows = [*([receivable.ward_total] if receivable.ward_total else []), *receivable.wards]
        yield from _indented([_ward_cells(row) for row in rows])
    yield from _indented([_recovery_cells(row) for row in report.recovery])


def _indented(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from (f"  {line}" for line in (aligned(rows) if rows else ()))
    yield ""


def _ward_cells(row: WardRow) -> list[str]:
    return [row.name, *(rate or "空欄" for rate in row.rates.values())]


def _recovery_cells(row: RecoveryRow) -> list[str]:
    figures = (row.cases, row.owed_million, row.goal_million, row.collected_million, row.ratio, row.ratio_before)
    return [f"{row.name} {row.condition}".strip(), *(_shown(figure) for figure in figures)]


def finding_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Findings under the sheet they belong to, then how many there are."""
    headed = ""
    for finding in findings:
        title = f"■ {finding.bureau} {finding.number}（{finding.source.file}）"
        if title != headed:
            yield title
            headed = title
        line = f"（{finding.source.line}行目）" if finding.source.line else ""
        yield f"  {_SEVERITIES[finding.severity]} {finding.rule} {finding.row} {finding.column}{line}".rstrip()
        yield f"    {finding.message}"
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    yield f"指摘 {len(findings)}件（誤り {errors}、注意 {len(findings) - errors}）" if findings else "指摘はありません"


def _shown(value: CellValue) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else value
