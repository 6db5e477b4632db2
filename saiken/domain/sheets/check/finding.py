"""What a check says: the rule, the place, what was expected and found, and what to do.

The one idea: one shape for every rule, so that the command, the screens and the workbook's refusal show findings
alike. The rule ids are a contract and are documented one by one; nothing is decided here.
"""

from dataclasses import dataclass
from enum import StrEnum

from saiken.domain.sheets.progress import ReceivableProgress
from saiken.domain.sheets.sheet import CellValue, Sheet, Source

#: Between the numbers of a sheet that covers several receivables.
NUMBER_SEPARATOR = "/"


class Rule(StrEnum):
    """The stable ids of all rules, in the order in which the findings of a sheet are listed."""

    FORMULA = "formula"
    RATE = "rate"
    CARRY_OVER = "carry-over"
    GOAL_CHAIN = "goal-chain"
    GRADE = "grade"
    STATE_TOTAL = "state-total"
    STATE_BALANCE = "state-balance"
    CLAIMS_OBLIGORS = "claims-obligors"
    BULK_COUNT = "bulk-count"
    WARD_DIFFERENCE = "ward-difference"
    WARD_TOTAL = "ward-total"
    WARD_OUTLIER = "ward-outlier"
    PROGRESS_RATIO = "progress-ratio"
    PROGRESS_GOAL = "progress-goal"
    COMPARISON_THRESHOLD = "comparison-threshold"
    COMPARISON_MISSING = "comparison-missing"
    CROSS_SHEET = "cross-sheet"
    TEXT_FIGURE = "text-figure"
    FORMAT = "format"
    PLACEMENT = "placement"


class Severity(StrEnum):
    """`error`: the paper contradicts itself. `warning`: a person must look and may confirm it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Spot:
    """The cell a finding is about: the row's label, the column's letter (or table 3's heading), where it was read."""

    row: str = ""
    column: str = ""
    source: Source = Source()  # noqa: RUF009 - Source is frozen


@dataclass(frozen=True)
class Finding:
    """One break. `expected` and `found` are thousand yen where the cell is yen, counts, rate texts, or None.

    `number` joins several receivables with `/`; `message` is a Japanese sentence that ends with what to do.
    """

    rule: Rule
    severity: Severity
    bureau: str
    number: str
    row: str
    column: str
    expected: CellValue
    found: CellValue
    message: str
    source: Source


@dataclass(frozen=True)
class Subject:
    """The sheet or the receivable whose findings are written."""

    bureau: str
    number: str

    def error(
        self, rule: Rule, message: str, *, at: Spot, expected: CellValue = None, found: CellValue = None
    ) -> Finding:
        """A contradiction."""
        return self._finding(rule, message, at=at, values=(expected, found), severity=Severity.ERROR)

    def warning(
        self, rule: Rule, message: str, *, at: Spot, expected: CellValue = None, found: CellValue = None
    ) -> Finding:
        """Something a person must look at."""
        return self._finding(rule, message, at=at, values=(expected, found), severity=Severity.WARNING)

    def _finding(
        self, rule: Rule, message: str, *, at: Spot, values: tuple[CellValue, CellValue], severity: Severity
    ) -> Finding:
        expected, found = values
        return Finding(
            rule=rule,
            severity=severity,
            bureau=self.bureau,
            number=self.number,
            row=at.row,
            column=at.column,
            expected=expected,
            found=found,
            message=message,
            source=at.source,
        )


def subject_of(about: Sheet | ReceivableProgress | None, address: str = "") -> Subject:
    """The key findings carry; `address` (file#n) stands in where there is no head, or nothing but the paper itself."""
    if about is None:
        return Subject("", address)
    return Subject(about.bureau, NUMBER_SEPARATOR.join(about.numbers) or address)


def shown(value: CellValue) -> str:
    """A value inside a sentence: grouped thousand yen, the rate's text, or 空欄."""
    if value is None or value == "":
        return "空欄"
    return f"{value:,}" if isinstance(value, int) else value
