"""The checks of one sheet, of several sheets together, and of a progress report.

The one idea: a finding never stops another, and the differences between editions come from the editions' data. It
only puts the rules together.
"""

from collections.abc import Mapping, Sequence

from saiken.domain.sheets.check.across import check_across, check_goals, check_goals_set
from saiken.domain.sheets.check.case import Case
from saiken.domain.sheets.check.comparison import check_comparison
from saiken.domain.sheets.check.counts import check_counts
from saiken.domain.sheets.check.development import check_development
from saiken.domain.sheets.check.finding import Finding, Subject, subject_of
from saiken.domain.sheets.check.grades import check_grades
from saiken.domain.sheets.check.reading import check_reading
from saiken.domain.sheets.check.recovery import check_recovery
from saiken.domain.sheets.check.state_balance import check_state_balance
from saiken.domain.sheets.check.state_totals import check_state_totals
from saiken.domain.sheets.check.text_figure import check_progress_texts, check_sheet_texts
from saiken.domain.sheets.check.wards import check_wards
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.progress import ProgressReport
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import State

#: The rules of one sheet in the order in which their findings are listed.
_SHEET_RULES = (
    check_development,
    check_grades,
    check_state_totals,
    check_state_balance,
    check_counts,
    check_comparison,
    check_sheet_texts,
    check_reading,
)


def check_sheet(sheet: Sheet, edition: Edition, *, states: tuple[State, ...], address: str = "") -> tuple[Finding, ...]:
    """All findings of one sheet by itself; `address` (file#n) names it where the paper has no head."""
    case = Case(sheet, edition, states, subject_of(sheet, address))
    return tuple(finding for rule in _SHEET_RULES for finding in rule(case))


def check_sheets(
    sheets: Sequence[Sheet], editions: Mapping[str, Edition], *, reports: Sequence[ProgressReport] = ()
) -> tuple[Finding, ...]:
    """Findings that only several papers together show; `check_sheet` is not repeated."""
    goals = [finding for report in reports for finding in check_goals(report, sheets, editions=editions)]
    return (*check_across(sheets, editions), *goals)


def check_progress(report: ProgressReport, *, address: str = "") -> tuple[Finding, ...]:
    """All findings of one progress report; `address` names the recovery office's table, which has no number."""
    found: list[Finding] = []
    for receivable in report.receivables:
        subject = subject_of(receivable)
        found += check_wards(receivable, subject)
        found += check_goals_set(receivable, subject)
        found += check_progress_texts(receivable, subject)
    return (*found, *check_recovery(report.recovery, Subject("", address)))
