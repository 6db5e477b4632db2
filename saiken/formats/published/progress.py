"""The progress report (end of October) → `ProgressReport`.

The one idea: pages are printed in any order, so a rate belongs to the receivable being read until that one has both
portions; what follows waits for the next head. A ward table belongs to the receivable its page names, else to the one
being read. It checks nothing.
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from saiken.domain.dates.era import ERAS
from saiken.domain.dates.fiscal_year import fiscal_year_of
from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.progress import (
    PortionRates,
    ProgressReport,
    RatePair,
    ReceivableProgress,
    WardRow,
)
from saiken.formats.published.lines import Line, compatible
from saiken.formats.published.progress_events import (
    ReceivableHead,
    head_of,
    head_rates,
    is_ward_total,
    ward_row,
)
from saiken.formats.published.recovery import recovery_rows

_PORTIONS = ("past", "current")


@dataclass
class _Open:
    """A receivable while it is being read."""

    head: ReceivableHead | None = None
    heads_seen: int = 0
    groups: list[dict[str, RatePair]] = field(default_factory=list)
    wards: list[WardRow] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether both portions have their rates, or its last page has begun."""
        return len(self.groups) >= len(_PORTIONS) and all("at_cut_off" in group for group in self.groups[-1:])


def is_progress(lines: tuple[Line, ...]) -> bool:
    """Whether a paper holds the figures of a progress report."""
    return any(head_rates(line, "") or ward_row(line, "") for line in lines) or bool(recovery_rows(lines, ""))


def read_progress(lines: tuple[Line, ...], file: str) -> ProgressReport:
    """The progress report of a paper."""
    fiscal_year = _fiscal_year(lines, file)
    return ProgressReport(
        fiscal_year=fiscal_year,
        as_of=_cut_off(lines, fiscal_year),
        receivables=tuple(_receivable(opened) for opened in _opened(lines, file) if opened.head),
        recovery=recovery_rows(lines, file),
        source=lines[0].source(file),
    )


def _opened(lines: tuple[Line, ...], file: str) -> list[_Open]:
    found: list[_Open] = [_Open()]
    tables: list[tuple[_Open, list[WardRow], list[str]]] = []
    for index, line in enumerate(lines):
        head, rates, ward = head_of(line), head_rates(line, file), ward_row(line, file)
        if head:
            found = _with_head(found, head)
        elif rates:
            found = _with_rates(found, rates)
        elif ward:
            _add_ward(tables, ward, opened=found[-1], near=lines[index : index + 6])
        else:
            _add_text(found[-1], line)
    _hand_out(tables, found)
    return found


def _with_head(found: list[_Open], head: ReceivableHead) -> list[_Open]:
    for opened in found:
        if opened.head and opened.head.key == head.key:
            opened.heads_seen += 1
            return found
    if found[-1].head:
        found = [*found, _Open()]
    found[-1].head, found[-1].heads_seen = head, 1
    return found


def _with_rates(found: list[_Open], rates: list[tuple[str, RatePair]]) -> list[_Open]:
    """Rates side by side are 過年度 and 現年度; a kind that the open group already has begins the next portion."""
    kind = rates[0][0]
    if found[-1].complete and kind in found[-1].groups[-1]:
        found = [*found, _Open()]
    groups = found[-1].groups
    if len(rates) > 1:
        for place, (name, pair) in enumerate(rates):
            if place == len(groups):
                groups.append({})
            groups[place][name] = pair
        return found
    if not groups or kind in groups[-1]:
        groups.append({})
    groups[-1][kind] = rates[0][1]
    return found


def _add_ward(
    tables: list[tuple[_Open, list[WardRow], list[str]]], ward: WardRow, *, opened: _Open, near: Iterable[Line]
) -> None:
    """A second row of the same name begins another table."""
    if not tables or tables[-1][0] is not opened or any(row.name == ward.name for row in tables[-1][1]):
        tables.append((opened, [], []))
    tables[-1][1].append(ward)
    tables[-1][2].extend(line.plain for line in near)


def _hand_out(tables: list[tuple[_Open, list[WardRow], list[str]]], found: list[_Open]) -> None:
    for opened, rows, near in tables:
        owner = next((other for other in found if other.head and _names(other.head, near)), opened)
        owner.wards += rows


def _names(head: ReceivableHead, texts: list[str]) -> bool:
    name = compatible(head.name)
    return any(len(text) >= 2 and (text == name or re.fullmatch(rf"{re.escape(text)}[(].*[)]", name)) for text in texts)


def _add_text(opened: _Open, line: Line) -> None:
    """Prose is kept whole, line by line: its headings are printed apart from it."""
    if line.plain:
        opened.texts.setdefault("text", []).append(line.text.strip())


def _receivable(opened: _Open) -> ReceivableProgress:
    head = opened.head
    if head is None:
        raise ValueError("a receivable without a head is left out before")
    portions = {portion: PortionRates(**group) for portion, group in zip(_PORTIONS, opened.groups, strict=False)}
    rows = _years_by_head(opened.wards, portions)
    return ReceivableProgress(
        numbers=head.numbers,
        name=head.name,
        bureau=head.bureau,
        section=head.section,
        portions=portions,
        wards=tuple(row for row in rows if not is_ward_total(row)),
        ward_total=next((row for row in rows if is_ward_total(row)), None),
        texts={key: "\n".join(texts) for key, texts in opened.texts.items()},
        source=head.line.source(opened.wards[0].source.file if opened.wards else _file_of(opened)),
    )


def _file_of(opened: _Open) -> str:
    return next((pair.source.file for group in opened.groups for pair in group.values()), "")


def _years_by_head(rows: list[WardRow], portions: dict[str, PortionRates]) -> list[WardRow]:
    """Ward columns are taken by the head rates, not by their labels: where the total's second years fit the head's
    rates, they swap.
    """
    total = next((row for row in rows if is_ward_total(row)), None)
    if total is None or not portions:
        return rows
    straight = sum(_gap(total, portions, swapped=False))
    swapped = sum(_gap(total, portions, swapped=True))
    return [_swapped(row) for row in rows] if swapped < straight else rows


def _gap(total: WardRow, portions: dict[str, PortionRates], *, swapped: bool) -> list[int]:
    gaps = []
    for portion, rates in portions.items():
        now = total.rates[f"{portion}_rate_before" if swapped else f"{portion}_rate"]
        gaps.append(abs(_tenths(now) - _tenths(rates.at_cut_off.this_year)))
    return gaps


def _tenths(rate: str | None) -> int:
    digits = re.sub(r"[^\d-]", "", rate or "")
    return int(digits) if re.search(r"\d", digits) else 0


def _swapped(row: WardRow) -> WardRow:
    rates = dict(row.rates)
    for portion in _PORTIONS:
        now, before = f"{portion}_rate", f"{portion}_rate_before"
        rates[now], rates[before] = rates[before], rates[now]
    return replace(row, rates=rates)


_TITLE_YEAR = re.compile(r"(令和|平成)\s*(\d{1,2}|元)\s*年度(?:後半|\s*未収債権|\s*市債権)")
_MONTH_END = re.compile(r"(令和|平成)\s*(\d{1,2}|元)\s*年\s*(\d{1,2})\s*月末")
_ANY_YEAR = re.compile(r"(令和|平成)\s*(\d{1,2}|元)\s*年度")


def _fiscal_year(lines: tuple[Line, ...], file: str) -> int:
    """The fiscal year of the titles; else the one the cut-off day lies in; else the latest that is named."""
    text = "\n".join(compatible(line.text) for line in lines)
    titles = [_year(era, number) for era, number in _TITLE_YEAR.findall(text)]
    if titles:
        return max(set(titles), key=titles.count)
    if match := _MONTH_END.search(text):
        return fiscal_year_of(date(_year(match.group(1), match.group(2)), int(match.group(3)), 1))
    years = [_year(era, number) for era, number in _ANY_YEAR.findall(text)]
    if not years:
        raise InvalidInput("徴収状況の報告の年度が読み取れません。", place=f"{file}:1", expected="令和○年度の見出し")
    return max(years)


def _year(era_name: str, number: str) -> int:
    era = next(entry for entry in ERAS if entry.name == era_name)
    return era.first_year + (1 if number == "元" else int(number)) - 1


def _cut_off(lines: tuple[Line, ...], fiscal_year: int) -> date:
    """The last day of the month that the head rates name."""
    months = [int(month) for line in lines for month in re.findall(r"(\d{1,2})月末徴収率", compatible(line.text))]
    months += [int(month) for line in lines for month in re.findall(r"(\d{1,2})月末現在", compatible(line.text))]
    month = max(set(months), key=months.count) if months else 10
    year = fiscal_year if month >= 4 else fiscal_year + 1
    return date(year, month, calendar.monthrange(year, month)[1])
