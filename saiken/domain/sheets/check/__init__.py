"""The checks of sheets and progress reports, one subject per file; nothing but values in and findings out.

The one idea: a sheet read from a paper, sent in as a workbook or computed from the register passes the same checks,
and a finding never stops another. Differences between editions come from the editions' data.
"""

from saiken.domain.sheets.check.finding import Finding, Rule, Severity
from saiken.domain.sheets.check.one_sheet import check_progress, check_sheet, check_sheets
from saiken.domain.sheets.check.whole_paper import address_of, check_papers

__all__ = [
    "Finding",
    "Rule",
    "Severity",
    "address_of",
    "check_papers",
    "check_progress",
    "check_sheet",
    "check_sheets",
]
