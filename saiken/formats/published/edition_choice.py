"""Which edition a sheet is printed in, and which fiscal year it speaks of.

The one idea: both are read off the words that the editions themselves carry (column labels, kinds of rows, generated
row labels), so a third edition needs no line here. Damaged labels simply count less.
"""

import re

from saiken.domain.dates.era import ERAS
from saiken.domain.sheets.edition import Edition
from saiken.formats.published import anchors
from saiken.formats.published.lines import Line, compatible

_YEAR = re.compile(r"(令和|平成|昭和|令|平|昭)?\s*(\d{1,2}|元)\s*年?\s*度")
_SHORT_YEAR = re.compile(r"(令|平|昭)和?成?\s*(\d{1,2}|元)")


def edition_of(lines: tuple[Line, ...], editions: tuple[Edition, ...]) -> Edition:
    """The edition whose own words (labels of columns, kinds of rows) the sheet prints most of."""
    text = _squeezed("".join(line.text for line in lines))
    return max(editions, key=lambda edition: (_share(edition, editions, text=text), edition.id))


def _share(edition: Edition, editions: tuple[Edition, ...], *, text: str) -> int:
    others = set().union(*(_words(other) for other in editions if other is not edition))
    return sum(word in text for word in _words(edition) - others)


def _words(edition: Edition) -> set[str]:
    words = {_squeezed(column.label) for column in edition.columns}
    words |= {_squeezed(row.label_pattern.replace("{year}", "")) for row in edition.rows}
    words |= {
        _squeezed(heading.replace("{year}", "").lstrip("１２３４５６．")) for heading in edition.headings.values()
    }
    return words


def fiscal_year_of_sheet(edition: Edition, lines: tuple[Line, ...], *, rows: tuple[Line, ...]) -> int | None:
    """The sheet's fiscal year: the one whose generated row labels are printed most, headings deciding between equals.

    None when neither a label nor a heading is readable.
    """
    votes: dict[int, int] = {}
    for year, weight in [*_label_votes(edition, lines, rows=rows), *_heading_votes(edition, lines)]:
        votes[year] = votes.get(year, 0) + weight
    return max(votes, key=lambda year: (votes[year], year)) if votes else None


def _label_votes(edition: Edition, lines: tuple[Line, ...], *, rows: tuple[Line, ...]) -> list[tuple[int, int]]:
    labels = [_squeezed(anchors.split_label(line, (edition,))[0]) for line in rows]
    labels += [_squeezed(line.text) for line in lines if len(line.plain) <= 12]
    votes = []
    for label in filter(None, labels):
        for row in edition.rows:
            year = _label_year(label, row.label_pattern)
            if year is not None:
                votes.append((year - row.year_offset, 2))
    return votes


def _label_year(label: str, pattern: str) -> int | None:
    """The fiscal year a printed label names, if it is a label of that pattern."""
    kind = _squeezed(pattern.replace("{year}", ""))
    match = _SHORT_YEAR.search(label)
    if not match or not label.endswith(kind) or label[match.end() :] != kind:
        return None
    return _year(match.group(1), match.group(2))


def _heading_votes(edition: Edition, lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    votes: list[tuple[int, int]] = []
    for line in lines:
        if anchors.is_grade_heading(line) or anchors.is_states_heading(line):
            match = _YEAR.search(compatible(line.text))
            eras = [match.group(1)] if match and match.group(1) else ["平", "令"]
            votes += [(year, 1) for era in eras if match and (year := _year(era, match.group(2))) is not None]
    return votes


def _year(era_name: str, number: str) -> int | None:
    for era in ERAS:
        if era_name in (era.name, era.short):
            return era.first_year + (1 if number == "元" else int(number)) - 1
    return None


def _squeezed(text: str) -> str:
    return re.sub(r"[\s　]", "", compatible(text))
