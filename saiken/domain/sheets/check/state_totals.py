"""Table 3 against itself: rule `state-total`.

The one idea: counts must add up exactly; balances are rounded cell by cell, so a difference that their rounding can
make is only a warning. Against table 2 it compares nothing but the grand total of balances, which may follow either
table.
"""

from collections.abc import Iterator

from saiken.domain.sheets.check.case import Case
from saiken.domain.sheets.check.finding import Finding, Rule, Spot, shown
from saiken.domain.sheets.check.repair import blame
from saiken.domain.sheets.check.state_study import GRAND, STATE_PORTIONS, StateStudy

#: Headings of table 3 that are sums.
HEADINGS = {"recoverable": "①～⑨計", "settlement": "⑩～⑯計", "total": "合計"}


def rounding_allows(difference: int, cells: int) -> bool:
    """Whether rounding that many cells to thousand yen (half a unit each) can make the difference."""
    return 2 * abs(difference) <= cells


def check_state_totals(case: Case) -> Iterator[Finding]:
    """One finding per root fault of counts and balances, then the grand total of balances."""
    for study in case.state_studies.values():
        blamed = blame(study.failing, study.explanations)
        for cell, expected in blamed.cells.items():
            yield _wrong_cell(case, study, cell=cell, expected=expected)
        for failing in blamed.sums:
            yield _wrong_cell(case, study, cell=failing.target, expected=failing.value(study.values))
    yield from _grand_balance(case)


def _wrong_cell(case: Case, study: StateStudy, *, cell: str, expected: int) -> Finding:
    found = study.values[cell]
    at = _spot(case, study, cell=cell)
    message = (
        f"３の表の{at.row}の{at.column}が{shown(found)}とありますが、内訳と合計から求めると{shown(expected)}です"
        f"（差{found - expected:+,}）。各区分の値と計を確かめてください。"
    )
    rounding = study.measure == "balance" and rounding_allows(found - expected, _rounded_cells(study, cell))
    write = case.subject.warning if rounding else case.subject.error
    return write(Rule.STATE_TOTAL, message, at=at, expected=expected, found=found)


def _rounded_cells(study: StateStudy, cell: str) -> int:
    """The non-zero cells whose rounding takes part, the total itself included."""
    portion = cell.split(".")[0]
    return 1 + sum(1 for name, value in study.values.items() if value and _is_part(name, portion))


def _is_part(name: str, portion: str) -> bool:
    """Whether a cell is a state's own value within the portion."""
    return name.startswith(f"{portion}.") and name.split(".")[1] not in HEADINGS


def _spot(case: Case, study: StateStudy, *, cell: str) -> Spot:
    if cell == GRAND:
        return Spot(case.state_row("total", study.measure), HEADINGS["total"], case.sheet.source)
    portion, name = cell.split(".")
    marks = {state.id: state.mark for state in case.states}
    column = marks.get(name) or HEADINGS.get(name) or _position(name)
    return Spot(case.state_row(portion, study.measure), column, case.sheet.states[portion].source)


def _position(name: str) -> str:
    """A value whose state is unknown: its group and position."""
    group, position = name.split("#")
    return f"{HEADINGS[group].removesuffix('計')}の{position}番目"


def _grand_balance(case: Case) -> Iterator[Finding]:
    """The printed grand balance, when it is neither the sum of both portions nor what table 2 says."""
    study, found = case.state_studies.get("balance"), case.sheet.balance_total
    totals = [study.total(portion) for portion in STATE_PORTIONS if portion in case.sheet.states] if study else []
    summed = sum(total for total in totals if total is not None)
    if found is None or not totals or None in totals or found in (summed, case.closing.get("total")):
        return
    at = Spot(case.state_row("total", "balance"), HEADINGS["total"], case.sheet.source)
    message = (
        f"３の表の下の未収金残高が{shown(found)}とありますが、過年度と現年度の計は{shown(summed)}です"
        f"（差{found - summed:+,}）。転記を確かめてください。"
    )
    yield case.subject.error(Rule.STATE_TOTAL, message, at=at, expected=summed, found=found)
