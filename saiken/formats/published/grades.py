"""Table 1: the grades of 過年度, 現年度 and 合計.

The one idea: a grade belongs to the label before it; a grade without a free label goes to the first portion still
empty, since the label of the total is often printed elsewhere. Look-alike letters are read, other marks are not
guessed.
"""

import re

from saiken.domain.money import NO_RATE
from saiken.domain.sheets.edition import PORTIONS
from saiken.formats.published import anchors
from saiken.formats.published.lines import Line
from saiken.formats.published.lookalikes import DASHES, plain

_LABELS = {"過年度": "past", "現年度": "current", "合計": "total"}
_TOKEN = re.compile(
    rf"過\s*年\s*度|現\s*年\s*度|合\s*計|A|[B8ß] ?[12lI|]|[{''.join(re.escape(mark) for mark in DASHES)}]"
)


def read_grades(lines: tuple[Line, ...]) -> dict[str, str | None]:
    """Grades by portion, None where none is printed; "A", "B1", "B2" or 「－」."""
    for line in _candidates(lines):
        grades = _grades(line)
        if any(grades.values()):
            return grades
    return dict.fromkeys(PORTIONS)


def _candidates(lines: tuple[Line, ...]) -> list[Line]:
    """Lines that print the labels and little else; those near the heading first."""
    heading = next((index for index, line in enumerate(lines) if anchors.is_grade_heading(line)), 0)
    near = [line for line in lines[heading : heading + 12] if _is_candidate(line)]
    return near or [line for line in lines if _is_candidate(line)]


def _is_candidate(line: Line) -> bool:
    text = _bare(line)
    if not re.match(r"過\s*年\s*度|現\s*年\s*度|合\s*計", text):
        return False
    return not _TOKEN.sub("", text).strip(" :：|") and bool(re.search(r"年\s*度", text))


def _bare(line: Line) -> str:
    text = re.sub(r"[(（]\s*過年度\s*[+＋十・]\s*現年度\s*[)）]", " ", line.text.replace("\t", " "))
    return plain(text)


def _grades(line: Line) -> dict[str, str | None]:
    grades: dict[str, str | None] = dict.fromkeys(PORTIONS)
    free: str | None = None
    for token in _TOKEN.findall(_bare(line)):
        label = _LABELS.get(re.sub(r"\s", "", token))
        if label:
            free = label
            continue
        portion = free if free and grades[free] is None else next((name for name in PORTIONS if not grades[name]), None)
        if portion:
            grades[portion] = _grade(token)
        free = None
    return grades


def _grade(token: str) -> str:
    if token == "A":
        return "A"
    if token[0] in "B8ß":
        return "B2" if token.endswith("2") else "B1"
    return NO_RATE
