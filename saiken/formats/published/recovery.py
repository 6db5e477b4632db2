"""The recovery office's table of a progress report → `RecoveryRow`s.

The one idea: a row is a line that ends with three or four whole numbers and a ratio; the words around it tell whose it
is. Names of receivables are printed apart and are matched by their short form (国保 stands for 国民健康保険料). Nothing is added
up here.
"""

import re
from dataclasses import dataclass, replace

from saiken.domain.money import rate_tenths
from saiken.domain.sheets.progress import BOTH, HANDED_OVER, JOINT, RecoveryRow
from saiken.formats.published.lines import Line
from saiken.formats.published.tokens import likely_yen_of, rate_of

_NUMBER = r"(?:[(]?[A-D][)])?\s*\d[\d,.]*"
_ROW = re.compile(
    rf"^(?P<words>.*?)\s*(?P<numbers>{_NUMBER}(?:\s+{_NUMBER}){{2,3}})\s+(?P<ratio>\d+[.]\d\s*%)\s*(?P<rest>.*)$"
)
_RATIO = re.compile(r"^(\d+[.]\d\s*%)$")
_BEFORE = re.compile(r"^[(]\s*(\d+[.]\d\s*%)\s*[)]$")
_HEADER = re.compile(
    r"百万円|件数|引継金額|引継対象|対象条件|財産調査対象|進捗率|参考|所管局|(?:目標|効果|実績)額?[①②]$|^[(]会計[)]$|^債権名$|^[(][12][)]|合計|現在[)]|年度$|徴収状況"
)
_NAME = re.compile(r"[^\s\d()%]{1,20}(?:料|税|金|使用料|費)")


@dataclass(frozen=True)
class _Found:
    row: RecoveryRow
    words: tuple[str, ...]


def recovery_rows(lines: tuple[Line, ...], file: str) -> tuple[RecoveryRow, ...]:
    """All rows of the table in printed order, the total of both parts last; empty when the paper has no such table."""
    start = _start(lines)
    if start is None:
        return ()
    region = lines[start:]
    found = _rows(region, file)
    both = _both(region, [each.row for each in found], file=file)
    return (*_named(found, region), *both)


def _start(lines: tuple[Line, ...]) -> int | None:
    """The first heading of a part, else the first row; two rows at least make a table."""
    rows = [index for index, line in enumerate(lines) if _ROW.match(_text(line))]
    if len(rows) < 2:
        return None
    headings = [index for index, line in enumerate(lines) if re.match(r"[(]\s*1\s*[)].*引継", _text(line))]
    return headings[0] if headings and headings[0] < rows[0] else max(0, rows[0] - 8)


def _text(line: Line) -> str:
    return re.sub(r"\s+", " ", line.plain.replace("\t", " "))


def _rows(lines: tuple[Line, ...], file: str) -> list[_Found]:
    found: list[_Found] = []
    part = HANDED_OVER
    words: list[str] = []
    for line in lines:
        text = _text(line)
        if re.match(r"[(]\s*2\s*[)]", text):
            part, words = JOINT, []
        match, before = _ROW.match(text), _BEFORE.match(text)
        if match:
            found.append(_row(match, part, words=words, line=line, file=file))
            words = []
        elif before and found and found[-1].row.ratio_before is None:
            found[-1] = replace(found[-1], row=replace(found[-1].row, ratio_before=rate_of(before.group(1))))
        elif text and not _HEADER.search(text):
            words.append(text)
    return found


def _row(match: re.Match[str], part: str, *, words: list[str], line: Line, file: str) -> _Found:
    numbers = [likely_yen_of(re.sub(r"[(]?[A-D][)]", "", text)) for text in re.findall(_NUMBER, match.group("numbers"))]
    owed, goal, collected = numbers[-3:]
    bureau = next((word for word in words if re.fullmatch(r"\S+局", word)), "")
    account = next((word for word in words if re.fullmatch(r"[(]\S{1,6}[)]", word)), "")
    condition = [word for word in [*words, match.group("words")] if word not in (bureau, account, "")]
    before = _BEFORE.match(match.group("rest"))
    row = RecoveryRow(
        part=part,
        name=account.strip("()"),
        bureau=bureau,
        condition="".join(condition),
        is_total=not (bureau or match.group("words")),
        cases=numbers[0] if len(numbers) == 4 else None,
        owed_million=owed,
        goal_million=goal,
        collected_million=collected,
        ratio=rate_of(match.group("ratio")),
        ratio_before=rate_of(before.group(1)) if before else None,
        source=line.source(file),
    )
    return _Found(row if not row.is_total else replace(row, condition="", name=""), tuple(words))


def _named(found: list[_Found], lines: tuple[Line, ...]) -> list[RecoveryRow]:
    """Rows with the receivable's full name where exactly one printed name fits the short form, or is left over."""
    names = {name for line in lines if _NAME.fullmatch(name := _text(line).replace(" ", ""))}
    short = {each.row.name for each in found if each.row.name}
    full = {name: [long for long in names if _abbreviates(name, long)] for name in short}
    taken = {longs[0] for longs in full.values() if len(longs) == 1}
    left = sorted(names - taken - {word for each in found for word in each.words})
    return [_with_name(each.row, full, left=left) for each in found]


def _with_name(row: RecoveryRow, full: dict[str, list[str]], *, left: list[str]) -> RecoveryRow:
    if row.is_total:
        return row
    longs = full.get(row.name, left)
    return replace(row, name=longs[0]) if len(longs) == 1 else row


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of `short` appear in `long` in order, beginning with its first."""
    rest = iter(long)
    return bool(short) and long.startswith(short[0]) and all(letter in rest for letter in short)


def _both(lines: tuple[Line, ...], rows: list[RecoveryRow], *, file: str) -> tuple[RecoveryRow, ...]:
    """The total of both parts: a ratio alone on its line, with the two lone numbers that fit it best."""
    ratios = [(index, line) for index, line in enumerate(lines) if _RATIO.match(_text(line))]
    if not ratios:
        return ()
    index, line = ratios[-1]
    before = next(
        (found for follower in lines[index + 1 : index + 3] if (found := _BEFORE.match(_text(follower)))), None
    )
    ratio = rate_of(_text(line))
    numbers = [
        value for each in lines if re.fullmatch(r"\d[\d,]*", _text(each)) and (value := likely_yen_of(_text(each)))
    ]
    goal, collected = _fitting(numbers, ratio or "")
    row = RecoveryRow(
        part=BOTH,
        name="",
        is_total=True,
        cases=None,
        goal_million=goal,
        collected_million=collected,
        ratio=ratio,
        ratio_before=rate_of(before.group(1)) if before else None,
        source=line.source(file),
    )
    return (row,) if rows else ()


def _fitting(numbers: list[int], ratio: str) -> tuple[int | None, int | None]:
    """(goal, collected): the pair whose ratio is nearest to the printed one; None where there are no two numbers."""
    pairs = [(goal, collected) for goal in numbers for collected in numbers if goal is not collected]
    if not pairs:
        return None, None
    printed = int(re.sub(r"\D", "", ratio) or 0)
    return min(pairs, key=lambda pair: abs((rate_tenths(pair[1], pair[0]) or 0) - printed))
