"""Tables 4 and 5: the prose of the sheet, raw, by kind and portion.

The one idea: prose is kept as printed under keys `kind/portion` (planned, done, issue, improvement, next; past,
current), or under `kind` alone where the two portions cannot be told apart. It is not interpreted.
"""

import re

from saiken.formats.published import anchors
from saiken.formats.published.lines import Line

#: Kinds of table 4 in printed order, then the one of table 5.
KINDS = ("planned", "done", "issue", "improvement", "next")

_LABELS = {"取組内容": "planned", "取組実績": "done", "課題": "issue", "改善策": "improvement", "取組状況": "done"}


def read_prose(lines: tuple[Line, ...]) -> dict[str, str]:
    """The texts of tables 4 and 5."""
    columns = _column_rows(lines)
    return _from_columns(columns) if columns else _from_paragraphs(lines)


def _column_rows(lines: tuple[Line, ...]) -> list[list[Line]]:
    """Blocks of tab-separated prose, each after its 「過年度 ⇥ 現年度」 line."""
    blocks: list[list[Line]] = []
    inside = False
    for line in lines:
        words = [cell for cell in line.cells if cell]
        if line.is_tabular and words == ["過年度", "現年度"]:
            blocks.append([])
            inside = True
        elif inside and line.is_tabular and any(len(cell) > 12 or cell == "－" for cell in line.cells):
            blocks[-1].append(line)
        elif inside and line.plain and not line.is_tabular:
            inside = False
    return [block for block in blocks if block]


def _from_columns(blocks: list[list[Line]]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for index, block in enumerate(blocks[:2]):
        kinds = list(KINDS[:4]) if index == 0 and len(blocks) > 1 else [KINDS[4]] if index else list(KINDS)
        for kind, line in zip(kinds, block, strict=False):
            past, current = _two_cells(line)
            texts |= {key: text for key, text in ((f"{kind}/past", past), (f"{kind}/current", current)) if text}
    return texts


def _two_cells(line: Line) -> tuple[str, str]:
    """The texts of both portions; the label before them is a short cell or an empty one."""
    cells = list(line.cells)
    if len(cells) > 2 or (cells and len(cells[0]) <= 8 and len(cells) > 1):
        cells = cells[1:]
    while len(cells) > 2 and not cells[0]:
        cells = cells[1:]
    cells += ["", ""]
    return cells[0], cells[1]


def _from_paragraphs(lines: tuple[Line, ...]) -> dict[str, str]:
    """Paragraphs after labels that are printed downwards, one character a line."""
    start = next((index for index, line in enumerate(lines) if anchors.is_measures_heading(line)), len(lines))
    texts: dict[str, str] = {}
    seen_planned = False
    for label, paragraphs in _labelled(lines[start + 1 :]):
        kind = _LABELS[label]
        if kind == "planned":
            kind, seen_planned = ("next" if seen_planned else "planned"), True
        texts |= _portioned(kind, paragraphs)
    return texts


def _labelled(lines: tuple[Line, ...]) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    letters, paragraph = "", False
    for line in lines:
        text = line.plain
        letters = letters + text if len(text) == 1 and not re.match(r"[-ー－0-9]", text) else "" if text else letters
        label = next((label for label in _LABELS if letters.endswith(label)), "")
        if label:
            found.append((label, []))
            letters, paragraph = "", False
        elif not text or _is_caption(line):
            paragraph = False
        elif (found and len(text) > 1) or (found and text in "-－"):
            texts = found[-1][1]
            texts[-1:] = [f"{texts[-1]}\n{line.text.strip()}"] if paragraph else [*texts[-1:], line.text.strip()]
            paragraph = True
    return found


def _is_caption(line: Line) -> bool:
    """Captions of other tables that were printed among the prose."""
    if anchors.is_comparison_heading(line) or anchors.is_title(line):
        return True
    return bool(re.fullmatch(r"過年度\s+現年度|\S{1,4}(?:実績|当初目標|修正目標|努力目標)", line.plain))


def _portioned(kind: str, paragraphs: list[str]) -> dict[str, str]:
    if len(paragraphs) == 2:
        return {f"{kind}/past": paragraphs[0], f"{kind}/current": paragraphs[1]}
    return {kind: "\n\n".join(paragraphs)} if paragraphs else {}
