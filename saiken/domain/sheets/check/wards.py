"""Ward tables of the progress report: rules `ward-difference`, `ward-total` and `ward-outlier`.

The one idea: the paper's printed rates are compared with each other in tenths of a per cent, never with rates
computed anew. A rate far from the median of all wards is only asked about; it may be true.
"""

from collections.abc import Iterator
from statistics import median_low

from saiken.domain.money import format_rate
from saiken.domain.sheets.check.finding import Finding, Rule, Spot, Subject
from saiken.domain.sheets.check.tenths import tenths_of
from saiken.domain.sheets.progress import ReceivableProgress, WardRow

#: Rates of a ward are printed to 0.1, so their difference may be off by 0.1.
DIFFERENCE_ALLOWED = 1

#: Distance from the median, in median absolute deviations, from which a ward's rate is asked about. In the published
#: tables genuine wards reach 6.5 and the one doubtful rate stands at 9.1; for rates scattered normally 8 is more than
#: five standard deviations.
OUTLIER_DEVIATIONS = 8

#: The deviation counted at least, in tenths: where wards lie closer together than 0.5 point, a small distance says
#: nothing.
_LEAST_DEVIATION = 5

#: Fewer wards than this have no meaningful median.
_LEAST_WARDS = 8

_RATES = {
    "past_rate": "過年度徴収率",
    "current_rate": "現年度徴収率",
    "past_rate_before": "前年度の過年度徴収率",
    "current_rate_before": "前年度の現年度徴収率",
}
_DIFFERENCES = {"past": "過年度の前年比", "current": "現年度の前年比"}


def check_wards(receivable: ReceivableProgress, subject: Subject) -> Iterator[Finding]:
    """All findings of one ward table."""
    total = (receivable.ward_total,) if receivable.ward_total else ()
    for row in (*total, *receivable.wards):
        yield from _differences(row, subject)
    yield from _totals(receivable, subject)
    for column in _RATES:
        yield from _outliers(receivable, subject, column=column)


def _differences(row: WardRow, subject: Subject) -> Iterator[Finding]:
    for portion, label in _DIFFERENCES.items():
        now, before = tenths_of(row.rates.get(f"{portion}_rate")), tenths_of(row.rates.get(f"{portion}_rate_before"))
        printed = tenths_of(row.rates.get(f"{portion}_difference"))
        if now is None or before is None or printed is None or abs(printed - (now - before)) <= DIFFERENCE_ALLOWED:
            continue
        message = (
            f"{row.name}の{label}が{format_rate(printed)}とありますが、{format_rate(now)}と{format_rate(before)}の差は"
            f"{format_rate(now - before)}です。率か差を訂正してください。"
        )
        at = Spot(row.name, label, row.source)
        yield subject.error(
            Rule.WARD_DIFFERENCE, message, at=at, expected=format_rate(now - before), found=format_rate(printed)
        )


def _totals(receivable: ReceivableProgress, subject: Subject) -> Iterator[Finding]:
    """The total row against the head rates; other offices may hold claims, so the part unexplained is named."""
    total = receivable.ward_total
    for portion, rates in receivable.portions.items():
        heads = {f"{portion}_rate": rates.at_cut_off.this_year, f"{portion}_rate_before": rates.at_cut_off.last_year}
        for column, head in heads.items():
            expected, found = tenths_of(head), tenths_of(total.rates.get(column) if total else None)
            if total and expected is not None and found is not None and expected != found:
                yield _unexplained(total, subject, column=column, tenths=(expected, found))


def _unexplained(total: WardRow, subject: Subject, *, column: str, tenths: tuple[int, int]) -> Finding:
    expected, found = tenths
    points = format_rate(abs(found - expected)).removesuffix("%")
    message = (
        f"区の合計の{_RATES[column]}が{format_rate(found)}で、債権全体の{format_rate(expected)}と{points}ポイント異なります。"
        f"区役所のほかに徴収する所属があるなど、差の理由を付記してください。"
    )
    at = Spot(total.name, _RATES[column], total.source)
    return subject.warning(Rule.WARD_TOTAL, message, at=at, expected=format_rate(expected), found=format_rate(found))


def _outliers(receivable: ReceivableProgress, subject: Subject, *, column: str) -> Iterator[Finding]:
    read = [(row, tenths) for row in receivable.wards if (tenths := tenths_of(row.rates.get(column))) is not None]
    if len(read) < _LEAST_WARDS:
        return
    middle = median_low(tenths for _, tenths in read)
    deviation = max(median_low(abs(tenths - middle) for _, tenths in read), _LEAST_DEVIATION)
    for row, tenths in read:
        if abs(tenths - middle) <= OUTLIER_DEVIATIONS * deviation:
            continue
        reach = OUTLIER_DEVIATIONS * deviation
        expected = f"{format_rate(max(middle - reach, 0))}～{format_rate(middle + reach)}"
        message = (
            f"{row.name}の{_RATES[column]}{format_rate(tenths)}は、全区の中央値{format_rate(middle)}から大きく離れています"
            f"（通常の範囲は{expected}）。入力誤りでないか、区に確かめてください。"
        )
        at = Spot(row.name, _RATES[column], row.source)
        yield subject.warning(Rule.WARD_OUTLIER, message, at=at, expected=expected, found=format_rate(tenths))
