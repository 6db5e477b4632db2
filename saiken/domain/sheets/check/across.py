"""Sheets and reports against each other: rules `cross-sheet` and `progress-goal`.

The one idea: what two papers say of the same receivable and year must agree; settlement estimates may be corrected a
year later, so a difference is a warning that asks for its name. Receivables are the same when bureau and a number are.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from saiken.domain.sheets.check.finding import Finding, Rule, Spot, Subject, shown, subject_of
from saiken.domain.sheets.check.row_study import CARRIED_IN, closing_column, is_blank
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.progress import PORTION_NAMES, ProgressReport, ReceivableProgress
from saiken.domain.sheets.sheet import Row, Sheet


def check_across(sheets: Sequence[Sheet], editions: Mapping[str, Edition]) -> Iterator[Finding]:
    """Every pair of consecutive papers of the same receivables, older one first."""
    by_key: dict[tuple[str, tuple[str, ...]], list[Sheet]] = {}
    for sheet in sheets:
        if sheet.numbers:
            by_key.setdefault((sheet.bureau, sheet.numbers), []).append(sheet)
    for papers in by_key.values():
        for older, newer in pairwise(sorted(papers, key=lambda paper: paper.fiscal_year)):
            yield from _overlap(older, newer, edition=editions[newer.edition_id])
            yield from _handover(older, newer, edition=editions[newer.edition_id])


def _overlap(older: Sheet, newer: Sheet, *, edition: Edition) -> Iterator[Finding]:
    """Result rows of the same year: the first column that differs, once per row."""
    subject = subject_of(newer)
    for row in _results(newer):
        before = next((other for other in _results(older) if other.fiscal_year == row.fiscal_year), None)
        columns = [column for column in edition.columns if not column.is_rate]
        differing = [column for column in columns if before and before.yen(column.id) != row.yen(column.id)]
        if before is None or not differing:
            continue
        column = differing[0]
        letters = "、".join(each.letter for each in differing)
        message = (
            f"{row.label}の{letters}が、{_paper(older)}の同じ年度の実績と異なります（{column.letter}は前の様式で"
            f"{shown(before.yen(column.id))}、この様式で{shown(row.yen(column.id))}）。決算の確定による差なら、その旨を付記してください。"
        )
        at = Spot(row.label, column.letter, row.source)
        yield subject.warning(
            Rule.CROSS_SHEET, message, at=at, expected=before.yen(column.id), found=row.yen(column.id)
        )


def _handover(older: Sheet, newer: Sheet, *, edition: Edition) -> Iterator[Finding]:
    """ア of the newer paper's first result row against the older paper's balance of the year before."""
    results = _results(newer)
    first = min(results, key=lambda row: row.fiscal_year) if results else None
    before = next((row for row in _results(older) if first and row.fiscal_year == first.fiscal_year - 1), None)
    if first is None or before is None or before.yen(closing_column(edition)) == first.yen(CARRIED_IN):
        return
    column, expected, found = (
        edition.column_of_id[CARRIED_IN], before.yen(closing_column(edition)), first.yen(CARRIED_IN),
    )  # fmt: skip
    message = (
        f"{first.label}の{column.letter}（{column.label}）が{shown(found)}ですが、{_paper(older)}の{before.label}の年度末残高は"
        f"{shown(expected)}です。決算の確定や債権の統合による差なら、その旨を付記してください。"
    )
    at = Spot(first.label, column.letter, first.source)
    yield subject_of(newer).warning(Rule.CROSS_SHEET, message, at=at, expected=expected, found=found)


def _results(sheet: Sheet) -> list[Row]:
    return [row for row in sheet.rows if row.kind == "result" and not is_blank(row)]


def _paper(sheet: Sheet) -> str:
    return sheet.source.file or f"{sheet.fiscal_year}年度の様式"


def check_goals_set(receivable: ReceivableProgress, subject: Subject) -> Iterator[Finding]:
    """Portions that report a rate but name no goal in force."""
    for portion, rates in receivable.portions.items():
        if rates.at_cut_off.this_year and not rates.goal.this_year:
            label = PORTION_NAMES[portion]
            message = f"{label}の徴収率が報告されていますが、目標徴収率がありません。定めた目標を記入してください。"
            yield subject.warning(Rule.PROGRESS_GOAL, message, at=Spot(label, "目標徴収率", receivable.source))


def check_goals(
    report: ProgressReport, sheets: Sequence[Sheet], *, editions: Mapping[str, Edition]
) -> Iterator[Finding]:
    """Goal rates of a report against the revised goal of the same year on a sheet of the same receivable.

    A first goal is no measure: the goal in force at the end of October is the revised one.
    """
    for receivable, sheet in itertools.product(report.receivables, sheets):
        if sheet.bureau != receivable.bureau or sheet.numbers != receivable.numbers:
            continue
        for row in sheet.rows:
            if row.kind == "revised_goal" and row.fiscal_year == report.fiscal_year:
                yield from _goal(receivable, row, edition=editions[sheet.edition_id])


def _goal(receivable: ReceivableProgress, row: Row, *, edition: Edition) -> Iterator[Finding]:
    for portion, rates in receivable.portions.items():
        column = edition.column_of_id[f"{portion}_collection_rate"]
        expected, found = row.cells[column.id], rates.goal.this_year
        if not expected or not found or expected == found:
            continue
        message = (
            f"{PORTION_NAMES[portion]}の目標徴収率が{found}ですが、様式の{row.label}の{column.letter}は{expected}です。"
            f"どちらが有効な目標か確かめ、そろえてください。"
        )
        at = Spot(PORTION_NAMES[portion], "目標徴収率", rates.goal.source)
        yield subject_of(receivable).warning(Rule.PROGRESS_GOAL, message, at=at, expected=expected, found=found)
