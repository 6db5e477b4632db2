"""The marks by which a sheet's parts are found: its headings, its head line, its rows of figures.

The one idea: a heading is recognised by the words of the field that no scanner loses all of, not by its whole sentence.
It knows lines, not sheets.
"""

import re
from functools import lru_cache

from saiken.domain.sheets.edition import Edition
from saiken.formats.published.lines import Line, compatible
from saiken.formats.published.tokens import is_figure, token_of

#: Table 2 needs at least this many figures in a line to be one of its rows when no label is readable.
FEWEST_FIGURES = 9

#: … or this many rates among nothing but figures (a row of zeros that left most of its cells blank).
FEWEST_RATES = 4

_HEAD_WORDS = ("所属", "課・担当", "債権整理番号", "債権区分", "債権名")


def is_grade_heading(line: Line) -> bool:
    """Table 1: the achievement of the goal; other headings only mention it."""
    text = line.plain
    return "達成状況" in text and "取組内容" not in text and not re.match(r"[(（]\s*例", text) and len(text) < 200


def is_development_heading(line: Line) -> bool:
    """Table 2: the development of the balance."""
    return "推移" in line.plain and "未収金" in line.plain


def is_states_heading(line: Line) -> bool:
    """Table 3: the claims by state."""
    text = line.plain
    return bool(re.match(r"[3③]?\s*[.,、．]?\s*.{0,14}決算", text)) and "状況" in text and "未収" in text


def is_verification_heading(line: Line) -> bool:
    """Table 4: what was done."""
    return bool(re.search(r"検証", line.plain)) and not is_measures_heading(line)


def is_measures_heading(line: Line) -> bool:
    """Table 5: what will be done."""
    return "踏まえて" in line.plain and "取組内容" in line.plain


def is_comparison_heading(line: Line) -> bool:
    """Table 6: the designated cities compared."""
    return bool(re.search(r"都市比較|市比較", line.plain))


def is_title(line: Line) -> bool:
    """The form's title, alone on its line."""
    return bool(re.fullmatch(r"未収債権の目標及び具体処理策", line.plain))


def is_head_line(line: Line) -> bool:
    """A line that carries the head's labels (所属, 債権整理番号 …)."""
    text = line.plain
    words = [word for word in _HEAD_WORDS if word in text]
    return len(words) >= 2 or bool(re.match(r"所属\s", text))


def is_belonging_line(line: Line) -> bool:
    """The head line that names the bureau."""
    return is_head_line(line) and "所属" in line.plain


def is_number_line(line: Line) -> bool:
    """The head line that carries the number apart from the bureau."""
    return is_head_line(line) and "課・担当" in line.plain


def is_state_line(line: Line) -> bool:
    """A row of table 3 in running text: 件数 or 残高 and figures only."""
    match = re.match(r"(?:[過現].{0,4})?(?:未収\S*\s*)?\S{0,2}(?:件数|残高)\s+(.+)$", line.plain)
    return match is not None and not line.is_tabular and all(is_figure(piece) for piece in match.group(1).split())


@lru_cache(maxsize=16)
def _kinds(patterns: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(sorted({re.escape(pattern.replace("{year}", "")) for pattern in patterns}, key=len, reverse=True))
    return re.compile(rf"^(?P<label>\D?.{{0,12}}?(?:{words}))(?P<rest>.*)$")


def split_label(line: Line, editions: tuple[Edition, ...]) -> tuple[str, str]:
    """(printed label, rest) of a line that begins with a row's label of any edition; ("", whole text) otherwise."""
    patterns = tuple(row.label_pattern for edition in editions for row in edition.rows)
    printed = line.text.strip(" \n")
    match = _kinds(patterns).match(compatible(printed))
    if not match:
        return "", line.text
    widths_kept = len(compatible(printed)) == len(printed)
    label = printed[: match.end("label")] if widths_kept else match.group("label")
    return label.strip(), match.group("rest")


def is_development_row(line: Line, editions: tuple[Edition, ...]) -> bool:
    """A row of table 2: figures with rates among them, with or without its label."""
    label, rest = split_label(line, editions)
    pieces = row_pieces(rest)
    figures = [piece for piece in pieces if is_figure(piece)]
    rates = sum(any(isinstance(reading, str) for reading in token_of(piece).readings) for piece in figures)
    if label:
        return len(figures) >= 3 and len(figures) >= 0.7 * len(pieces)
    if rates >= FEWEST_RATES and len(figures) == len(pieces):
        return True
    mostly_figures = len(figures) >= FEWEST_FIGURES and len(figures) >= 0.7 * len(pieces)
    return mostly_figures and rates >= 2 and not is_state_line(line)


def row_pieces(text: str) -> list[str]:
    """The pieces of a row: its cells where it has tabs, else its words, a lone triangle joined to its number."""
    if "\t" in text:
        return [cell.strip() for cell in text.split("\t") if cell.strip()]
    return re.sub(r"([▲△])\s+(?=\d)", r"\1", text).split()
