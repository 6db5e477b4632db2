"""Table 2: rules `formula`, `rate`, `carry-over` and `goal-chain`.

The one idea: every root fault is said once, at the cell to correct; what merely follows from it is left out. Where
the figures cannot tell which of several cells is wrong, the computed cell of the failing formula is named and the
candidates are listed.
"""

from collections.abc import Iterator, Mapping

from saiken.domain.sheets.check.case import Case
from saiken.domain.sheets.check.finding import Finding, Rule, shown
from saiken.domain.sheets.check.repair import Sum, blame
from saiken.domain.sheets.check.row_study import CARRIED_IN, RowStudy, closing_column, is_unreadable
from saiken.domain.sheets.edition import Column, Edition
from saiken.domain.sheets.sheet import CellValue

#: Operators of a formula as the paper writes them.
_PAPER_SIGNS = str.maketrans({"+": "＋", "-": "－", "/": "÷"})


def check_development(case: Case) -> Iterator[Finding]:
    """All findings of table 2 in printed order."""
    for study in case.rows.values():
        yield from _broken_cells(case, study)
        yield from _broken_link(case, study)
        yield from _broken_rates(case, study)


def contradicts_itself(case: Case, study: RowStudy) -> bool:
    """Whether a formula or a rate of the row is found broken, so that its numbers need no further explanation."""
    return bool(study.failing) or any(True for _ in _broken_rates(case, study))


def _broken_cells(case: Case, study: RowStudy) -> Iterator[Finding]:
    """The wrong yen cells of one row; ア of a chained row is left to the chain."""
    blamed = blame(study.failing, study.explanations)
    for column in case.edition.columns:
        if column.id in blamed.cells and not (column.id == CARRIED_IN and _source(case, study)):
            yield _wrong_cell(case, study, column=column, expected=blamed.cells[column.id])
    for failing in blamed.sums:
        yield _failing_formula(case, study, failing=failing)


def _wrong_cell(case: Case, study: RowStudy, *, column: Column, expected: int) -> Finding:
    found = study.row.cells[column.id]
    formulas = "、".join(formula_text(case.edition, one.target) for one in study.failing if column.id in one.cells)
    doubt = _candidates(case.edition, study) if len(study.explanations) > 1 else ""
    message = (
        f"{study.row.label}の{column.letter}（{column.label}）が{shown(found)}では計算式（{formulas}）が成り立ちません。"
        f"{shown(expected)}であれば行全体が合います。{doubt}原資料を確かめて訂正してください。"
    )
    return case.subject.error(Rule.FORMULA, message, at=case.spot(study.row, column), expected=expected, found=found)


def _failing_formula(case: Case, study: RowStudy, *, failing: Sum) -> Finding:
    column = case.edition.column_of_id[failing.target]
    expected, found = failing.value(study.values), study.row.cells[column.id]
    message = (
        f"{study.row.label}の{column.letter}（{column.label}）は{formula_text(case.edition, column.id)}により{shown(expected)}"
        f"ですが、{shown(found)}とあります。{_candidates(case.edition, study)}原資料を確かめて訂正してください。"
    )
    return case.subject.error(Rule.FORMULA, message, at=case.spot(study.row, column), expected=expected, found=found)


def _candidates(edition: Edition, study: RowStudy) -> str:
    """The cells that equally well may be the wrong ones."""
    cells = {cell for explanation in study.explanations for cell in explanation.roots}
    letters = "、".join(column.letter for column in edition.columns if column.id in cells)
    return f"{letters}のいずれが誤りかは数字だけでは決まりません。" if letters else ""


def _source(case: Case, study: RowStudy) -> RowStudy | None:
    """The row that ア is carried in from, when the sheet shows it."""
    return case.rows.get(study.spec.carried_in_from or "")


def _broken_link(case: Case, study: RowStudy) -> Iterator[Finding]:
    """ア of a row that is not the balance of the row it is carried from."""
    edition = case.edition
    above, closing = _source(case, study), closing_column(edition)
    if above is None or is_unreadable(study.row, CARRIED_IN):
        return
    admitted, alternatives = above.possible(closing), {cells[CARRIED_IN] for cells in study.row.alternatives}
    found = study.row.yen(CARRIED_IN)
    if not admitted or admitted & ({found} | alternatives):
        return
    expected = above.repaired[closing]
    column = edition.column_of_id[CARRIED_IN]
    message = (
        f"{study.row.label}の{column.letter}（{column.label}）が{shown(found)}とありますが、{above.row.label}の"
        f"{edition.column_of_id[closing].letter}（{edition.column_of_id[closing].label}）は{shown(expected)}です。"
        f"繰越が続くように訂正するか、異なる理由を付記してください。"
    )
    rule = Rule.CARRY_OVER if study.spec.kind == "result" else Rule.GOAL_CHAIN
    yield case.subject.error(
        rule, message, at=case.spot(study.row, column), expected=expected, found=study.row.cells[CARRIED_IN]
    )


def _broken_rates(case: Case, study: RowStudy) -> Iterator[Finding]:
    """Printed rates that follow neither from the printed nor from the repaired cells."""
    readings = [study.values, *(explanation.repaired for explanation in study.explanations)]
    for column in case.edition.columns:
        found = study.row.cells[column.id]
        if not column.is_rate or is_unreadable(study.row, column.id):
            continue
        admitted = [rate for values in readings if (rate := rate_text(column, values)) is not None]
        if admitted and not any(_same_rate(found, rate) for rate in admitted):
            yield _wrong_rate(case, study, column=column, expected=admitted[-1])


def _wrong_rate(case: Case, study: RowStudy, *, column: Column, expected: str) -> Finding:
    found = study.row.cells[column.id]
    message = (
        f"{study.row.label}の{column.letter}（{column.label}）は{formula_text(case.edition, column.id)}により{expected}"
        f"ですが、{shown(found)}とあります。率を計算し直してください。"
    )
    return case.subject.error(Rule.RATE, message, at=case.spot(study.row, column), expected=expected, found=found)


def rate_text(column: Column, values: Mapping[str, int]) -> str | None:
    """The rate that follows from the values, or None when one of them is unknown."""
    if column.formula is None or not column.formula.columns <= values.keys():
        return None
    return str(column.formula.evaluate(values))


def _same_rate(found: CellValue, expected: str) -> bool:
    """A blank says the same as the dash of a zero denominator."""
    return found == expected or (found is None and not expected.endswith("%"))


def formula_text(edition: Edition, column_id: str) -> str:
    """The formula with the form's letters: カ＝イ＋エ＋オ."""
    column = edition.column_of_id[column_id]
    text = column.formula.render(lambda name: edition.column_of_id[name].letter) if column.formula else ""
    return f"{column.letter}＝{text.translate(_PAPER_SIGNS)}"
