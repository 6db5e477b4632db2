"""Kept figures that are not what the register gives: those of the sheets as they stand when brought on to now, and the use of past days.

The one idea: each row is read and brought on as a screen would do it and compared with the same figures computed from the entries. A row
that is missing is no fault, for without it the figures are the same. It sees no memory of another process and corrects nothing.
"""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import TypeVar

from saiken.glossary import Glossary, load_glossary
from saiken.register.models import KeptFigures, Receivable
from saiken.register.queries.class_figures import ClassSums, class_growth, mixed_receivables
from saiken.register.queries.faults import Fault
from saiken.register.queries.growing import Growth
from saiken.register.queries.kept_content import Unusable
from saiken.register.queries.open_claims import Cell, OpenClaimsOfYear, growth_of
from saiken.register.queries.position import Position, position
from saiken.register.queries.sheet_index import sheets_of_year
from saiken.register.queries.use_by_hour import kept_days, unpacked
from saiken.register.queries.year_figures import GROWTH, KeptLedger

T = TypeVar("T")

RULE = "kept-figures"

#: At most so many numbers are named on each side.
_NAMED = 5

_OF_YEAR = re.compile(r"open/(\d{4})/")

#: The differences between what is kept and what is right.
_Compare = Callable[[T, T], Iterable[Fault]]


def kept_figures() -> Iterator[Fault]:
    """控えの集計: the ledger's sums, the open claims of every sheet, the sums by class, and the use of past days."""
    now, words = position(), load_glossary()
    names = {row.pk: str(row) for row in Receivable.objects.all()}
    yield from _brought_on(GROWTH, partial(_ledger, names=names, words=words), now=now, subject="年度ごとの集計")
    mixed = set()
    for fiscal_year in _years():
        sheets = sheets_of_year(fiscal_year)
        for members, key in {sheet.in_claims(fiscal_year): sheet.key for sheet in reversed(sheets)}.items():
            subject = f"様式 {key} {fiscal_year}年度"
            compare = partial(_open_claims, subject=subject, words=words)
            yield from _brought_on(growth_of(members, fiscal_year), compare, now=now, subject=subject)
        mixed.add(mixed_receivables(sheets, fiscal_year))
    for receivable_ids in sorted(mixed):
        subject = f"債権区分ごとの集計（{'、'.join(names[pk] for pk in receivable_ids) or 'なし'}）"
        compare_sums = partial(_classes, names=names, words=words)
        yield from _brought_on(class_growth(receivable_ids), compare_sums, now=now, subject=subject)
    yield from _use()


def _years() -> list[int]:
    """The years of which something is kept, by the names of the rows alone."""
    names = KeptFigures.objects.filter(pk__startswith="open/").values_list("pk", flat=True)
    return sorted({int(found[1]) for name in names if (found := _OF_YEAR.match(name))})


def _brought_on(growth: Growth[T], compare: _Compare[T], *, now: Position, subject: str) -> Iterator[Fault]:
    """The row's figures of now beside the computed ones."""
    row = KeptFigures.objects.filter(pk=growth.what).first()
    if row is None:
        return
    kept = Position(row.last_sequence, row.last_span, row.last_recorded_at)
    if not now.has_come_from(kept):
        message = f"控えは記入 {kept.sequence} までのものですが、台帳がそこまで進んでいません"
        yield Fault(RULE, subject, message)
        return
    right = growth.compute(now)
    try:
        figures = growth.advance(growth.unpack(bytes(row.content)), since=kept, until=now)
    except Unusable:
        yield _unreadable(subject)
        return
    yield from compare(figures, right)


def _unreadable(subject: str) -> Fault:
    return Fault(RULE, subject, "控えを読めません。saiken day roll を行ってください")


def _ledger(kept: KeptLedger, right: KeptLedger, *, names: Mapping[int, str], words: Glossary) -> Iterator[Fault]:
    for key in sorted(kept.sums.keys() | right.sums.keys()):
        receivable_id, fiscal_year, portion, account = key
        subject = f"{_receivable(receivable_id, names)} {fiscal_year}年度 {words.japanese(portion)}"
        what = words.japanese(account)
        yield from _yen(subject, what, kept_yen=kept.sums.get(key, 0), right_yen=right.sums.get(key, 0))


def _classes(kept: ClassSums, right: ClassSums, *, names: Mapping[int, str], words: Glossary) -> Iterator[Fault]:
    for key in sorted(kept.keys() | right.keys()):
        receivable_id, legal_class, fiscal_year, portion, account = key
        place = f"{_receivable(receivable_id, names)} {words.japanese(legal_class)}"
        subject = f"{place} {fiscal_year}年度 {words.japanese(portion)}"
        yield from _yen(subject, words.japanese(account), kept_yen=kept.get(key, 0), right_yen=right.get(key, 0))


def _receivable(receivable_id: int, names: Mapping[int, str]) -> str:
    return names.get(receivable_id, f"債権整理番号（{receivable_id}）")


def _yen(subject: str, what: str, *, kept_yen: int, right_yen: int) -> Iterator[Fault]:
    if kept_yen != right_yen:
        yield Fault(RULE, subject, f"{what}の控えは {kept_yen:,}円ですが、記入の合計は {right_yen:,}円です")


def _open_claims(kept: OpenClaimsOfYear, right: OpenClaimsOfYear, *, subject: str, words: Glossary) -> Iterator[Fault]:
    nothing = Cell(array("q"))
    for key in sorted(kept.cells.keys() | right.cells.keys()):
        portion, state_id = key
        place = f"{subject} {words.japanese(portion)} {state_id or '状態なし'}"
        yield from _cell(place, kept.cells.get(key, nothing), right=right.cells.get(key, nothing))
    if kept.obligors != right.obligors:
        which = _which(_set_bits(kept.obligors & ~right.obligors), missing=_set_bits(right.obligors & ~kept.obligors))
        told = f"控えは {kept.obligors.bit_count():,}、算出すると {right.obligors.bit_count():,} です"
        yield Fault(RULE, subject, f"債務者の番号の数は、{told}（{which}）")


def _cell(subject: str, kept: Cell, *, right: Cell) -> Iterator[Fault]:
    if (kept.count, kept.yen) != (right.count, right.yen):
        message = (
            f"控えは {kept.count:,}件（{kept.yen:,}円）ですが、算出すると {right.count:,}件（{right.yen:,}円）です"
        )
        yield Fault(RULE, subject, message)
    if kept.claim_ids != right.claim_ids:
        there, wanted = set(kept.claim_ids), set(right.claim_ids)
        which = _which(sorted(there - wanted), missing=sorted(wanted - there)) or "順序"
        yield Fault(RULE, subject, f"控えの債権の番号が、算出したものと違います（{which}）")


def _which(surplus: Iterable[int], *, missing: Iterable[int]) -> str:
    """The first numbers that are too many, and those that are lacking."""
    sides = (("余分", list(islice(surplus, _NAMED + 1))), ("不足", list(islice(missing, _NAMED + 1))))
    return "、".join(f"{word} {_listed(numbers)}" for word, numbers in sides if numbers)


def _listed(numbers: list[int]) -> str:
    return "・".join(map(str, numbers[:_NAMED])) + (" など" if len(numbers) > _NAMED else "")


def _set_bits(bits: int) -> Iterator[int]:
    """The places of the bits that are set, ascending."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _use() -> Iterator[Fault]:
    """Days that are over, as written down and as counted from the log of looks; a day looked at since is not read."""
    for day in kept_days():
        subject = f"利用の集計 {day.on.isoformat()}"
        try:
            kept = Counter(unpacked(day.content))
        except Unusable:
            yield _unreadable(subject)
            continue
        if kept != Counter(day.counted):
            looks, shown = sum(one.looks for one in kept), sum(one.shown for one in kept)
            right = sum(one.looks for one in day.counted), sum(one.shown for one in day.counted)
            told = f"控えは {looks:,}回・{shown:,}件、記録からは {right[0]:,}回・{right[1]:,}件です"
            yield Fault(RULE, subject, f"人と時間ごとの回数が閲覧の記録と違います（{told}）")
