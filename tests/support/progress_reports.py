"""Progress reports for the tests of the checks.

The one idea: rates are given as numbers and printed as the report prints them, differences included.
"""

from datetime import date

from saiken.domain.money import format_rate
from saiken.domain.sheets.progress import WARD_COLUMNS, ProgressReport, ReceivableProgress, RecoveryRow, WardRow


def report_of(*receivables: ReceivableProgress, recovery: tuple[RecoveryRow, ...] = ()) -> ProgressReport:
    """A report of the end of October 2020."""
    return ProgressReport(2020, date(2020, 10, 31), receivables, recovery)


def ward_row(name: str, past: float, current: float, past_before: float, current_before: float) -> WardRow:
    """A ward with its four rates in per cent and the two differences."""
    tenths = [round(rate * 10) for rate in (past, current, past_before, current_before)]
    printed = [*tenths, tenths[0] - tenths[2], tenths[1] - tenths[3]]
    return WardRow(name, {column: format_rate(rate) for column, rate in zip(WARD_COLUMNS, printed, strict=True)})
