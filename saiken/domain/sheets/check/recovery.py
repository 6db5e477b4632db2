"""The recovery office's table: rules `progress-ratio` and `progress-goal`.

The one idea: amounts are rounded to million yen, so a printed ratio is right when any amounts that round to the
printed ones give it, and a printed total is right within half a million per part. It sets no goal.
"""

from collections.abc import Iterator, Sequence

from saiken.domain.money import format_rate, rate_tenths
from saiken.domain.sheets.check.finding import Finding, Rule, Spot, Subject, shown
from saiken.domain.sheets.check.tenths import tenths_of
from saiken.domain.sheets.progress import BOTH, HANDED_OVER, JOINT, RecoveryRow

#: The total rows as the table names them.
_TOTALS = {HANDED_OVER: "合計①", JOINT: "合計②", BOTH: "合計①＋②"}

#: The columns that a total row adds up, and whether they are counts (exact) or rounded amounts.
_COLUMNS = {
    "cases": ("件数", False),
    "owed_million": ("引継・調査対象額", True),
    "goal_million": ("目標額①", True),
    "collected_million": ("実績②", True),
}


def check_recovery(rows: Sequence[RecoveryRow], subject: Subject) -> Iterator[Finding]:
    """Ratios of every row, then the totals of (1), (2) and (1)+(2)."""
    for row in rows:
        yield from _ratio(row, subject)
    for part in (HANDED_OVER, JOINT):
        yield from _total(rows, subject, part=part)
    totals = [row for row in rows if row.is_total and row.part != BOTH]
    for row in rows:
        if row.part == BOTH:
            yield from _sums(totals, subject, total=row)


def _ratio(row: RecoveryRow, subject: Subject) -> Iterator[Finding]:
    printed = tenths_of(row.ratio)
    goal, collected = row.goal_million, row.collected_million
    if printed is None or not goal or collected is None:
        return
    if _can_be(printed, collected=collected, goal=goal):
        return
    expected = format_rate(rate_tenths(collected, goal))
    message = (
        f"{_name(row)}の進捗率が{row.ratio}とありますが、実績{shown(collected)}百万円÷目標{shown(goal)}百万円は{expected}で、"
        f"百万円未満の四捨五入を考えても届きません。率か額を訂正してください。"
    )
    at = Spot(_name(row), "進捗率", row.source)
    yield subject.error(Rule.PROGRESS_RATIO, message, at=at, expected=expected, found=row.ratio)


def _can_be(tenths: int, *, collected: int, goal: int) -> bool:
    """Whether some amounts that round to the printed ones give a ratio that rounds to the printed tenths.

    (2c−1)/(2g+1) and (2c+1)/(2g−1) bound the ratio; half a tenth is added on both sides; all in whole numbers.
    """
    least_allows = 2000 * (2 * collected - 1) <= (2 * tenths + 1) * (2 * goal + 1)
    most_allows = 2000 * (2 * collected + 1) >= (2 * tenths - 1) * (2 * goal - 1)
    return least_allows and most_allows


def _total(rows: Sequence[RecoveryRow], subject: Subject, *, part: str) -> Iterator[Finding]:
    parts = [row for row in rows if row.part == part and not row.is_total]
    for total in rows:
        if total.part == part and total.is_total:
            yield from _sums(parts, subject, total=total)


def _sums(parts: Sequence[RecoveryRow], subject: Subject, *, total: RecoveryRow) -> Iterator[Finding]:
    """Columns of a total row that are not the sum of its parts, beyond what rounding can make."""
    for column, (label, rounded) in _COLUMNS.items():
        values = [getattr(row, column) for row in parts]
        found = getattr(total, column)
        if found is None or not values or None in values:
            continue
        expected = sum(values)
        if abs(found - expected) * 2 <= (len(values) + 1 if rounded else 0):
            continue
        message = (
            f"{_name(total)}の{label}が{shown(found)}とありますが、内訳の計は{shown(expected)}です。"
            f"内訳か合計を訂正してください。"
        )
        at = Spot(_name(total), label, total.source)
        yield subject.error(Rule.PROGRESS_GOAL, message, at=at, expected=expected, found=found)


def _name(row: RecoveryRow) -> str:
    if row.is_total or row.part == BOTH:
        return _TOTALS[row.part]
    return f"{row.name}（{row.condition}）" if row.condition else row.name
