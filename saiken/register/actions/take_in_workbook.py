"""Takes in a returned workbook: goals, grades, measures, comparison, and the figures of receivables kept as figures only.

The one idea: what it changes is worked out again under the lock, so a change made meanwhile is a conflict and never lost; everything is
stored together or nothing. Each part goes the ordinary way of its own action. The audit row holds the file's fingerprint, so the same file
has one effect.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from saiken.domain.errors import Refused
from saiken.domain.sheets.edition import LEDGER_COLUMNS, Edition
from saiken.domain.sheets.grade import Grade
from saiken.domain.sheets.parts import COMPARISON, GOAL, GRADE, MEASURES, OBLIGORS, RESULT, STATES
from saiken.domain.sheets.sheet import Row
from saiken.domain.states.table import State
from saiken.register.actions._base import Done, action
from saiken.register.actions.record_comparison import record_comparison
from saiken.register.actions.record_figures import record_figures
from saiken.register.actions.record_measures import record_measures
from saiken.register.actions.set_goal import set_goal
from saiken.register.actions.state_grade import state_grade
from saiken.register.queries.as_of import NOW
from saiken.register.queries.submission import Returned, SheetChange, Submission, submission_of
from saiken.register.queries.typed import typed_years
from saiken.register.typed_figures import TypedFigures


@dataclass(frozen=True)
class Confirmation:
    """What the sender said beside the workbook: whether doubtful findings are confirmed, and why the statements are made."""

    confirmed: bool = False
    reason: str = ""


@action
def take_in_workbook(
    *,
    returned: Returned,
    editions: Mapping[str, Edition],
    states: tuple[State, ...],
    sender: Confirmation = Confirmation(),
    by: str,
    on: date,
) -> Done[Submission]:
    """Store what the workbook changes and return it; a file taken in before changes nothing.

    Raises Refused when something is not well, with the first of the findings.
    """
    found = submission_of(returned, editions=editions, states=states, reason=sender.reason)
    if not found.may_be_stored(confirmed=sender.confirmed):
        first = (*found.blocking, *found.doubtful)[0]
        raise Refused(f"{returned.file}は取り込めません。{first.sentence}")
    for change in found.changes:
        _store(change, edition=editions[change.held.edition_id], returned=returned, reason=sender.reason, by=by, on=on)
    stored = {change.entry.key: list(change.parts) for change in found.changes}
    told = {"file": returned.file, "digest": returned.digest, "stored": stored, "confirmed": sender.confirmed}
    return Done(found, f"{returned.file} {len(found.changes)}様式", told)


def _store(change: SheetChange, *, edition: Edition, returned: Returned, reason: str, by: str, on: date) -> None:
    """Store the changed parts of one sheet."""
    who: dict[str, Any] = {"sheet_id": change.entry.sheet_id, "by": by, "on": on}
    year, sent = change.sent.fiscal_year, change.sent
    for part in change.parts:
        kind, _, name = part.partition("/")
        if kind == GOAL:
            _store_goal(change, edition, row_id=name, who=who, reason=reason)
        elif kind == GRADE:
            state_grade(fiscal_year=year, portion=name, grade=Grade(str(sent.grades[name])), reason=reason, **who)
        elif kind == MEASURES:
            record_measures(fiscal_year=year, measures=sent.measures, **who)
        elif kind == COMPARISON:
            record_comparison(fiscal_year=year, comparison=sent.comparison, **who)
    for fiscal_year, figures in _typed_years(change, edition).items():
        source = f"{returned.file} {sent.source.cell or ''}".strip()[:200]
        record_figures(fiscal_year=fiscal_year, figures=figures, source=source, reason=reason, **who)


def _store_goal(change: SheetChange, edition: Edition, *, row_id: str, who: dict[str, Any], reason: str) -> None:
    spec, row = edition.row_of_id[row_id], change.sent.row(row_id)
    if row is None:
        raise ValueError(f"goal row {row_id} is not on the sheet")
    columns = {column: row.yen(column) for column in edition.input_columns}
    if spec.carried_in_from is None:
        columns["carried_in_outside"] = row.yen("past_carried_in")
    set_goal(fiscal_year=row.fiscal_year, kind=row.kind, columns=columns, reason=reason, **who)


def _typed_years(change: SheetChange, edition: Edition) -> dict[int, TypedFigures]:
    """The fiscal years whose typed figures change; the changed parts as sent, everything else as held."""
    stored = typed_years(NOW).get(change.entry.sheet_id, {})
    found: dict[int, TypedFigures] = {}
    for spec in edition.result_rows:
        year = spec.fiscal_year(change.sent.fiscal_year)
        typed = stored.get(year)
        if f"{RESULT}/{spec.id}" in change.parts:
            typed = _with_row(typed, change.sent.row(spec.id), opens=year == change.entry.from_fiscal_year)
        if spec.id == edition.grade_result_row:
            typed = _with_states(typed, change)
        if typed is not None and typed != stored.get(year):
            found[year] = typed
    return found


def _with_row(typed: TypedFigures | None, row: Row | None, *, opens: bool) -> TypedFigures:
    """The figures with the columns of the returned row, and its ア in the sheet's first fiscal year."""
    if row is None:
        raise ValueError("a changed result row is not on the sheet")
    columns = {column: row.yen(column) for column in LEDGER_COLUMNS}
    carried_in = row.yen("past_carried_in") if opens else None
    return replace(typed or TypedFigures(columns), columns=columns, carried_in=carried_in)


def _with_states(typed: TypedFigures | None, change: SheetChange) -> TypedFigures | None:
    """The figures with table 3 and the obligors as far as they were changed."""
    if typed is None:
        return None
    counts, balances = dict(typed.counts), dict(typed.balances)
    for portion, table in change.sent.states.items():
        if f"{STATES}/{portion}" in change.parts:
            counts[portion], balances[portion] = dict(table.count), dict(table.balance)
    obligors = change.sent.obligors if OBLIGORS in change.parts else typed.obligors
    return replace(typed, counts=counts, balances=balances, obligors=obligors)
