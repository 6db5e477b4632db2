"""Table 6, the comparison with the other designated cities: rules `comparison-threshold`, `comparison-missing`, `rate`.

The one idea: from 1億円 of balance a sheet shows rank and averages or says why not, below it shows neither; the city's
own rates are copied from table 2 and must be its rates. It knows nothing of other cities.
"""

import re
from collections.abc import Iterator

from saiken.domain.sheets.check.case import Case
from saiken.domain.sheets.check.development import rate_text
from saiken.domain.sheets.check.finding import Finding, Rule, Spot, shown
from saiken.domain.sheets.check.row_study import is_blank
from saiken.domain.sheets.edition import PORTIONS, Column
from saiken.domain.sheets.sheet import Row

#: 1億円 in thousand yen: the total balance of the result row from which table 6 is filled in.
THRESHOLD = 100_000

#: The heading findings of table 6 are placed under.
_ROW = "政令指定都市比較"

#: A reason has words; a stray mark of the reading is none.
_WORDS = re.compile(r"[ぁ-んァ-ヶ一-龥]{2}")


def check_comparison(case: Case) -> Iterator[Finding]:
    """Table 6 filled in where it must be, empty where it must be, with the city's own rates."""
    result = case.sheet.row(case.edition.grade_result_row)
    if result is not None and not is_blank(result):
        yield from _threshold(case, result)
    yield from _own_rates(case)


def _threshold(case: Case, result: Row) -> Iterator[Finding]:
    comparison, balance = case.sheet.comparison, case.closing.get("total", result.yen("total_balance"))
    compared = comparison.rank is not None or any(comparison.averages.values())
    at = Spot(_ROW, "", comparison.source if comparison.source.file else case.sheet.source)
    if balance >= THRESHOLD and not compared and not _WORDS.search(comparison.reason):
        message = (
            f"{result.label}の未収金残高が{shown(balance)}千円（1億円以上）ですが、順位も政令指定都市平均も、記載できない理由も"
            f"ありません。順位と平均を記入するか、理由を書いてください。"
        )
        yield case.subject.error(Rule.COMPARISON_MISSING, message, at=at)
    if balance < THRESHOLD and compared:
        message = (
            f"{result.label}の未収金残高が{shown(balance)}千円（1億円未満）ですが、順位又は平均が記入されています。"
            f"1億円以上の債権だけが記入する欄です。残高を確かめ、不要なら消してください。"
        )
        yield case.subject.warning(Rule.COMPARISON_THRESHOLD, message, at=at)


def _computed(case: Case, row: Row, *, column: Column) -> str | None:
    """The rate that follows from the row's cells: a rate misprinted in table 2 is not told again from here."""
    study = case.rows.get(row.row_id)
    return rate_text(column, study.repaired) if study else None


def _own_rates(case: Case) -> Iterator[Finding]:
    sheet, edition = case.sheet, case.edition
    row = sheet.row(edition.comparison_row)
    for portion in PORTIONS if row else ():
        column = edition.column_of_id[f"{portion}_collection_rate"]
        expected, found = row.cells[column.id] if row else None, sheet.comparison.own_rates.get(portion)
        if row is None or not expected or not found or found in (expected, _computed(case, row, column=column)):
            continue
        message = (
            f"{_ROW}の{case.portion_label(portion)}の自市の徴収率が{found}ですが、{row.label}の{column.letter}は{expected}です。"
            f"２の表から写し直してください。"
        )
        at = Spot(_ROW, column.letter, sheet.comparison.source)
        yield case.subject.error(Rule.RATE, message, at=at, expected=expected, found=found)
