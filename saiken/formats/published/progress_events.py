"""The figures of a progress report, line by line: heads of receivables, head rates, rows of ward tables.

The one idea: each kind of line is recognised by its own shape, in whatever order the pages were printed; putting them
together is `progress`'s. It decides nothing about which receivable a rate belongs to.
"""

import re
from dataclasses import dataclass

from saiken.domain.sheets.progress import WARD_COLUMNS, RatePair, WardRow
from saiken.formats.published.lines import Line, compatible
from saiken.formats.published.lookalikes import digits_for
from saiken.formats.published.tokens import rate_of

_HEAD = re.compile(
    r"債権名[\s　:：]*(?P<name>\S.*?)[\s　]+整理番号[\s　:：]*"
    r"(?P<numbers>[0-9０-９OＯ][0-9０-９OＯ・･、,，.\s　]*)[\s　]*【(?P<office>.+?)】"
)
_RATE = r"[-▲△]?\s?[\dOoIl]{1,3}[.,]\s?[\dOoIl]\s*%"
_HEAD_RATE = re.compile(
    rf"(?P<kind>\d{{1,2}}月末|決算見込|目標)徴収率\s*(?P<now>{_RATE}|-)\s*\(\s*前年度\S*?\s*(?P<before>{_RATE}|-)\s*\)"
)
_WARD = re.compile(rf"^(?P<name>\S*?(?:区|合\s*計|計|所|局|その他))\s+(?P<rates>(?:(?:{_RATE}|[-－])\s*){{4,6}})$")

#: The kinds of head rates, as printed, by the field they fill.
RATE_KINDS = {"月末": "at_cut_off", "決算見込": "forecast", "目標": "goal"}


@dataclass(frozen=True)
class ReceivableHead:
    """The line that names a receivable of the report."""

    numbers: tuple[str, ...]
    name: str
    bureau: str
    section: str
    line: Line

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """A number is unique only within its bureau."""
        return self.bureau, self.numbers


def head_of(line: Line) -> ReceivableHead | None:
    """The receivable a line names, if it does."""
    match = _HEAD.search(line.text)
    if not match:
        return None
    numbers = tuple(re.findall(r"\d{3}", digits_for(match.group("numbers"))))
    office = re.fullmatch(r"(?P<bureau>.+?局)?(?P<section>.*)", match.group("office").strip())
    bureau, section = (office.group("bureau") or "", office.group("section")) if office else ("", "")
    return ReceivableHead(numbers, match.group("name").strip(), bureau, section.strip(), line)


def head_rates(line: Line, file: str) -> list[tuple[str, RatePair]]:
    """(field of PortionRates, pair) for every head rate of a line, left to right."""
    found = []
    for match in _HEAD_RATE.finditer(compatible(line.text)):
        kind = re.sub(r"^\d{1,2}", "", match.group("kind"))
        pair = RatePair(_rate(match.group("now")), _rate(match.group("before")), line.source(file))
        found.append((RATE_KINDS[kind], pair))
    return found


def ward_row(line: Line, file: str) -> WardRow | None:
    """The ward and its rates, in printed order of the columns, if the line is a row of a ward table."""
    match = _WARD.match(re.sub(r"\s+", " ", line.plain.replace("\t", " ")))
    if not match:
        return None
    rates = [_rate(text) for text in re.findall(rf"{_RATE}|[-－](?=\s|$)", match.group("rates"))]
    padded = [*rates, *[None] * (len(WARD_COLUMNS) - len(rates))]
    name = re.sub(r"\s", "", match.group("name"))
    return WardRow(name, dict(zip(WARD_COLUMNS, padded, strict=True)), line.source(file))


def is_ward_total(row: WardRow) -> bool:
    """Whether the row sums up the table."""
    return "計" in row.name


def _rate(text: str) -> str | None:
    return rate_of(re.sub(r"\s", "", text))
