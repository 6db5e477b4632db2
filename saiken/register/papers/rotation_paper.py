"""The report of an officer who hands cases over (事務引継書) as a paper on A4 landscape.

The one idea: the lines of the query in the words of the glossary; what must not be forgotten stands in a column of its own.
"""

from datetime import date

from saiken.domain.dates.era import format_wareki
from saiken.domain.person.mark import mark_kind
from saiken.glossary import Glossary
from saiken.printing.tables_pdf import PaperTable, TablesPaper
from saiken.register.queries.rotation import Rotation, RotationLine

_HEADER = (
    "債務者",
    "件数",
    "残高（円）",
    "区分",
    "時効まで",
    "進行中",
    "最後の処理・記事",
    "次の予定",
    "忘れてはならないこと",
)
_WIDTHS = (13, 5, 10, 13, 12, 13, 20, 11, 15)


def rotation_paper(found: Rotation, *, office: str, glossary: Glossary, on: date) -> TablesPaper:
    """The paper, in Japanese."""
    rows = tuple(_row(line, glossary) for line in found.lines)
    return TablesPaper(
        title="事務引継書（担当案件）",
        running=f"{office} {found.officer or '担当なし'} {format_wareki(on)}",
        facts=(
            ("所属", office),
            ("引き継ぐ担当者", found.officer or "担当なし"),
            ("作成の日", format_wareki(on)),
            ("件数・残高", f"{found.cases:,}件　{found.balance_yen:,}円"),
        ),
        notes=(),
        tables=(PaperTable("担当案件", _HEADER, _WIDTHS, rows, (1, 2)),),
        landscape=True,
    )


def must_not_forget(line: RotationLine) -> tuple[str, ...]:
    """What the successor must know first, in Japanese."""
    told = [mark_kind(kind).japanese for kind in line.marks]
    if line.protected:
        told.insert(0, "支援措置（住所等を知らせない）")
    if line.days is not None and line.days <= 0:
        told.insert(0, "時効の期間が満了")
    elif line.is_near:
        told.insert(0, "時効が近い")
    return tuple(told)


def _row(line: RotationLine, glossary: Glossary) -> tuple[str, ...]:
    states = "、".join(f"{_word(glossary, word)} {count}" for word, count in line.states)
    last = f"{format_wareki(line.last_on)} {_word(glossary, line.last_kind)} {line.last_note}" if line.last_on else "－"
    upcoming = f"{format_wareki(line.next_on)} {_word(glossary, line.next_kind)}" if line.next_on else "－"
    return (
        line.name,
        f"{line.open_claims:,}",
        f"{line.balance_yen:,}",
        states or "－",
        f"{format_wareki(line.completes_on)}（{line.days:,}日）" if line.completes_on else "－",
        "、".join(_word(glossary, kind) for kind in line.running) or "－",
        last.strip(),
        upcoming.strip(),
        "、".join(must_not_forget(line)) or "－",
    )


def _word(glossary: Glossary, identifier: str) -> str:
    return glossary.japanese(identifier) if identifier in glossary.terms else identifier
