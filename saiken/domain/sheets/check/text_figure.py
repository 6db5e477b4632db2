"""Figures in the prose of a sheet or a progress report: rule `text-figure`.

The one idea: only a sentence that itself names the year (or the comparison), the portion and the item can contradict
a table with certainty; it does so when no row of that year has the figure. Every other figure in the prose is left
alone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from saiken.domain.dates.fiscal_year import long_label
from saiken.domain.sheets.check.case import Case
from saiken.domain.sheets.check.finding import Finding, Rule, Spot, Subject
from saiken.domain.sheets.check.tenths import tenths_of
from saiken.domain.sheets.edition import Column
from saiken.domain.sheets.progress import ReceivableProgress
from saiken.domain.sheets.sheet import CellValue, Row

_PORTIONS = {"過年度": "past", "現年度": "current", "合計": "total"}
_ITEMS = {"徴収率": "collection_rate", "整理率": "settlement_rate", "未収金残高": "balance"}

#: 令和3年度(の)過年度(分)(の)徴収率は11.2%
_STATEMENT = re.compile(
    r"(?P<year>(?:平成|令和)(?:元|\d+)年度)(?:決算)?(?:の|における)?(?P<portion>過年度|現年度|合計)分?の?"
    r"(?P<item>徴収率|整理率|未収金残高)(?:は|が|:|=)(?P<figure>[\d,]+(?:\.\d)?)(?P<unit>%|千円)"
)

#: 現年度分では(対)前年同月比2.4ポイント減
_POINTS = re.compile(
    r"(?P<portion>過年度|現年度)分(?:では|は|で)?(?:対?前年(?:同月|度)?比)?(?P<points>\d+\.\d)ポイント(?P<way>減|増)"
)


def check_sheet_texts(case: Case) -> Iterator[Finding]:
    """Statements of year, portion and item that no row of that year bears out."""
    sheet = case.repaired
    texts = [*sheet.texts.values(), *(measure.text for measure in sheet.measures)]
    for statement in _statements(texts, _STATEMENT):
        column = f"{_PORTIONS[statement['portion']]}_{_ITEMS[statement['item']]}"
        rows = [row for row in sheet.rows if long_label(row.fiscal_year) == statement["year"]]
        printed = _printed(statement, column)
        if printed is None or not rows or any(row.cells[column] == printed for row in rows):
            continue
        yield _contradiction(case, rows[-1], column=case.edition.column_of_id[column], statement=statement)


def _printed(statement: re.Match[str], column: str) -> CellValue:
    """The figure as a cell would hold it; None where unit and item do not belong together."""
    if column.endswith("_rate"):
        return statement["figure"] + "%" if statement["unit"] == "%" and "." in statement["figure"] else None
    return int(statement["figure"].replace(",", "")) if statement["unit"] == "千円" else None


def _contradiction(case: Case, row: Row, *, column: Column, statement: re.Match[str]) -> Finding:
    message = (
        f"本文に「{statement[0]}」とありますが、{row.label}の{column.letter}と合いません。本文か表を訂正してください。"
    )
    expected, found = row.cells[column.id], _printed(statement, column.id)
    return case.subject.error(Rule.TEXT_FIGURE, message, at=case.spot(row, column), expected=expected, found=found)


def check_progress_texts(receivable: ReceivableProgress, subject: Subject) -> Iterator[Finding]:
    """Points gained or lost against last year that the head rates do not bear out (0.1 may be rounding)."""
    for statement in _statements(receivable.texts.values(), _POINTS):
        rates = receivable.portions.get(_PORTIONS[statement["portion"]])
        now = tenths_of(rates.at_cut_off.this_year) if rates else None
        before = tenths_of(rates.at_cut_off.last_year) if rates else None
        if rates is None or now is None or before is None:
            continue
        said = int(statement["points"].replace(".", "")) * (1 if statement["way"] == "増" else -1)
        if abs(said - (now - before)) > 1:
            message = (
                f"本文に「{statement[0]}」とありますが、徴収率は{rates.at_cut_off.last_year}から{rates.at_cut_off.this_year}です。"
                f"本文か率を訂正してください。"
            )
            at = Spot(statement["portion"], "徴収率", rates.at_cut_off.source)
            yield subject.error(Rule.TEXT_FIGURE, message, at=at, found=statement[0])


def _statements(texts: Iterable[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Every match in the texts, freed of spaces and differences of width."""
    for text in texts:
        yield from pattern.finditer(re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)))
