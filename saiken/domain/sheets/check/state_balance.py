"""Table 3 against table 2: rule `state-balance`.

The one idea: an edition either asks for equality per portion and lets rounding differ (2022), or for equality of the
whole without allowance (2019). Both are reported; what rounding of that many cells can make is a warning, anything
more an error.
"""

from collections.abc import Iterator

from saiken.domain.sheets.check.case import Case
from saiken.domain.sheets.check.finding import Finding, Rule, Spot, shown
from saiken.domain.sheets.check.state_study import STATE_PORTIONS
from saiken.domain.sheets.check.state_totals import HEADINGS, rounding_allows
from saiken.domain.sheets.grade import GRADED_COLUMNS

#: Rounded cells on the side of table 2 that a portion's balance is computed from (assessed, received, written off).
_TABLE_2_CELLS = 3


def check_state_balance(case: Case) -> Iterator[Finding]:
    """Table 3's totals against the balances of the result row, per portion or over both as the edition asks."""
    for portion, found in _totals(case).items():
        expected = case.closing.get(portion)
        if expected is None or found == expected:
            continue
        rounding = rounding_allows(found - expected, _rounded_cells(case, portion))
        write = case.subject.warning if rounding else case.subject.error
        yield write(
            Rule.STATE_BALANCE,
            _message(case, portion, found=found, rounding=rounding),
            at=_spot(case, portion),
            expected=expected,
            found=found,
        )


def _totals(case: Case) -> dict[str, int]:
    """Table 3's balances by the portion that the edition compares."""
    study = case.state_studies.get("balance")
    portions = [portion for portion in STATE_PORTIONS if portion in case.sheet.states]
    known = {portion: total for portion in portions if study and (total := study.total(portion)) is not None}
    if case.edition.total_check != "exact":
        return known
    return {"total": sum(known.values())} if known and len(known) == len(portions) else {}


def _rounded_cells(case: Case, portion: str) -> int:
    """The non-zero balances of table 3 and the cells of table 2 whose rounding can make a difference."""
    tables = [table for name, table in case.sheet.states.items() if portion in (name, "total")]
    values = [value for table in tables for value in table.balance.values()]
    values += [value for table in tables for group in table.unplaced_balance.values() for value in group]
    return sum(1 for value in values if value) + _TABLE_2_CELLS * len(tables)


def _message(case: Case, portion: str, *, found: int, rounding: bool) -> str:
    expected, column = case.closing[portion], case.edition.column_of_id[GRADED_COLUMNS[portion]]
    reason = "四捨五入で生じうる範囲です。" if rounding else "四捨五入では生じない差です。"
    remedy = (
        "この様式は一致を求めているので、原因を確かめて一致させてください。"
        if case.edition.total_check == "exact"
        else "原因を確かめ、四捨五入によるものなら合計欄を黄色で示してください。"
    )
    return (
        f"３の表の{case.portion_label(portion)}の残高合計{shown(found)}が、２の表の実績の{column.letter}（{shown(expected)}）と"
        f"一致しません（差{found - expected:+,}）。{reason}{remedy}"
    )


def _spot(case: Case, portion: str) -> Spot:
    table = case.sheet.states.get(portion)
    return Spot(case.state_row(portion, "balance"), HEADINGS["total"], table.source if table else case.sheet.source)
