"""What the reading of a paper could not settle: rules `format` and `placement`.

The one idea: nothing is corrected silently; whatever the reader derived, could not read, or found in another wording
is said here, so that a person can look at the paper. It judges no figure.
"""

import re
import unicodedata
from collections.abc import Iterator

from saiken.domain.sheets.check.case import Case
from saiken.domain.sheets.check.development import contradicts_itself
from saiken.domain.sheets.check.finding import Finding, Rule, Spot, shown
from saiken.domain.sheets.check.row_study import is_unreadable
from saiken.domain.sheets.sheet import AMBIGUOUS, INCONSISTENT, Row

#: The mark of a row (A … G) before its label, and spaces within.
_MARK = re.compile(r"^[A-Z](?![A-Z])")
_SPACES = re.compile(r"\s+")


def check_reading(case: Case) -> Iterator[Finding]:
    """Findings about the reading of the head and of table 2."""
    sheet, subject = case.sheet, case.subject
    if not sheet.numbers:
        message = "所属や債権整理番号の欄がありません。どの債権の様式か確かめ、番号を記入してください。"
        yield subject.warning(Rule.FORMAT, message, at=Spot("所属", "", sheet.source))
    missing = [spec for spec in case.edition.rows if sheet.row(spec.id) is None]
    for spec in missing:
        label = spec.label(sheet.fiscal_year)
        message = f"２の表に{label}の行がありません。行を補ってください。"
        yield subject.warning(Rule.FORMAT, message, at=Spot(label, "", sheet.source))
    for row in sheet.rows:
        yield from _label(case, row)
        yield from _damaged(case, row)
        yield from _placement(case, row)


def _label(case: Case, row: Row) -> Iterator[Finding]:
    """A printed label that says something else than the row means."""
    printed = _plain(row.printed_label)
    if printed and printed != _plain(row.label):
        message = f"行の見出しが「{row.printed_label.strip()}」ですが、位置からは{row.label}の行です。見出しを確かめてください。"
        at = Spot(row.label, "", row.source)
        yield case.subject.warning(Rule.FORMAT, message, at=at, expected=row.label, found=row.printed_label.strip())


def _plain(label: str) -> str:
    """A label without mark, spaces and differences of width."""
    return _MARK.sub("", _SPACES.sub("", unicodedata.normalize("NFKC", label)))


def _damaged(case: Case, row: Row) -> Iterator[Finding]:
    """Cells that were derived from a formula, or not read at all."""
    for repair in row.repairs:
        column = case.edition.column_of_id[repair.column_id]
        message = (
            f"{row.label}の{column.letter}の印字「{repair.printed}」が読み取れず、計算式から{shown(repair.derived)}としました。"
            f"原本を確かめてください。"
        )
        yield case.subject.warning(
            Rule.FORMAT, message, at=case.spot(row, column), expected=repair.derived, found=repair.printed
        )
    for column in case.edition.columns:
        if is_unreadable(row, column.id):
            token = row.tokens[column.id]
            message = f"{row.label}の{column.letter}の印字「{token}」が読み取れません。原本を確かめてください。"
            yield case.subject.warning(Rule.FORMAT, message, at=case.spot(row, column), found=token)


def _placement(case: Case, row: Row) -> Iterator[Finding]:
    """Rows whose numbers fit several columns, or none though no formula was found broken."""
    if row.placement == AMBIGUOUS:
        letters = "、".join(column.letter for column in case.edition.columns if _differs(row, column.id))
        message = (
            f"{row.label}は空欄があり、数値をどの列に置くかが{len(row.alternatives) + 1}通りあります"
            f"（{letters}）。原本を確かめてください。"
        )
        yield case.subject.warning(Rule.PLACEMENT, message, at=Spot(row.label, letters, row.source))
    study = case.rows.get(row.row_id)
    if row.placement == INCONSISTENT and not (study and contradicts_itself(case, study)):
        message = f"{row.label}の数値の並びが様式の計算式のどの置き方にも合いません。原本を確かめてください。"
        yield case.subject.warning(Rule.FORMAT, message, at=Spot(row.label, "", row.source))


def _differs(row: Row, column_id: str) -> bool:
    """Whether a column holds another value in some alternative, a blank being zero."""
    return any((cells[column_id] or 0) != (row.cells[column_id] or 0) for cells in row.alternatives)
