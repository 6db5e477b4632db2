"""What a returned workbook would change in the register, part by part.

The one idea: each part of each sheet is compared with what its form was made from and with what is held now. Untouched parts stay as they
are, changed parts are taken, parts that somebody else changed meanwhile are conflicts, and figures that the ledger gives are never typed.
It stores nothing.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.parts import COMPARISON, GOAL, GRADE, MEASURES, OBLIGORS, RESULT, STATES, fingerprints
from saiken.domain.sheets.progress import PORTION_NAMES
from saiken.domain.sheets.sheet import Sheet
from saiken.domain.states.table import State
from saiken.formats.sheet_workbook.cell import Key
from saiken.formats.sheet_workbook.read import WorkbookReading
from saiken.register.models import AuditRow
from saiken.register.queries.as_of import NOW
from saiken.register.queries.computed_figures import retyped_figures
from saiken.register.queries.sheet import sheet_value
from saiken.register.queries.sheet_index import SheetEntry, sheets_of_year
from saiken.register.queries.typed import typed_years

#: The action whose audit rows name the files taken in.
TAKE_IN_ACTION = "take_in_workbook"

_FRESH = "今の様式を出力し直し、変更をそこに入力してください。"

#: The first cell of a part: what its findings point at.
_PLACE_OF: dict[str, Key] = {
    OBLIGORS: ("obligors",),
    MEASURES: ("item", "planned", "past", "0", "text"),
    COMPARISON: ("rank",),
}


_PORTIONS = {**PORTION_NAMES, "total": "合計"}
_LABELS = {
    GRADE: "達成状況 ",
    STATES: "未収債権の状況 ",
    OBLIGORS: "債務者数",
    MEASURES: "取組内容",
    COMPARISON: "政令指定都市比較",
}


@dataclass(frozen=True)
class Returned:
    """A workbook as read: the file's name, the fingerprint of its bytes, its worksheets."""

    file: str
    digest: str
    readings: tuple[WorkbookReading, ...]


@dataclass(frozen=True)
class SheetChange:
    """What one sheet brings: `held` is the register's sheet, `sent` the returned one, `parts` those to be stored."""

    entry: SheetEntry
    held: Sheet
    sent: Sheet
    parts: tuple[str, ...]
    places: Mapping[Key, str] = field(default_factory=dict)

    def place(self, part: str) -> str:
        """Worksheet and first cell of a part."""
        return self.places.get(_key(part), self.sent.source.cell or "")

    @property
    def labels(self) -> tuple[str, ...]:
        """What the parts are called on the form."""
        return tuple(_label(part, self.sent) for part in self.parts)


@dataclass(frozen=True)
class TakenIn:
    """When and by whom the same file was taken in before."""

    at: datetime
    by: str


@dataclass(frozen=True)
class Submission:
    """`blocking` must be put right, `doubtful` may be confirmed (what they speak of is not stored), `cleared` names parts that came
    back empty and stay as they are."""

    file: str
    digest: str
    changes: tuple[SheetChange, ...]
    blocking: tuple[InvalidInput, ...]
    doubtful: tuple[InvalidInput, ...]
    cleared: tuple[str, ...]
    already: TakenIn | None

    def may_be_stored(self, *, confirmed: bool) -> bool:
        """Whether all is well, or what is not is confirmed."""
        return not self.blocking and (confirmed or not self.doubtful)


def submission_of(
    returned: Returned, *, editions: Mapping[str, Edition], states: tuple[State, ...], reason: str = ""
) -> Submission:
    """Compare the workbook with what the register holds at this moment; `reason` is what the sender gave for grade 「－」."""
    already = _taken_in(returned.digest)
    judged = [] if already else list(_judged(returned.readings, editions, states=states, reason=reason))
    return Submission(
        file=returned.file,
        digest=returned.digest,
        changes=tuple(each.change for each in judged if each.change and each.change.parts),
        blocking=tuple(finding for each in judged for finding in each.blocking),
        doubtful=tuple(finding for each in judged for finding in each.doubtful),
        cleared=tuple(place for each in judged for place in each.cleared),
        already=already,
    )


@dataclass(frozen=True)
class _Judged:
    """One worksheet judged."""

    change: SheetChange | None
    blocking: tuple[InvalidInput, ...]
    doubtful: tuple[InvalidInput, ...] = ()
    cleared: tuple[str, ...] = ()


def _taken_in(digest: str) -> TakenIn | None:
    rows = AuditRow.objects.filter(action=TAKE_IN_ACTION, detail__contains=f'"digest": {json.dumps(digest)}')
    found = rows.order_by("id").values_list("at", "by").first()
    return TakenIn(*found) if found else None


def _judged(
    readings: Sequence[WorkbookReading], editions: Mapping[str, Edition], *, states: tuple[State, ...], reason: str
) -> Iterator[_Judged]:
    seen: dict[str, str] = {}
    for reading in readings:
        if reading.sheet is None:
            yield _Judged(None, reading.lost)
            continue
        try:
            entry = _entry(reading.sheet, reading.tab)
        except InvalidInput as unknown:
            yield _Judged(None, (unknown,))
            continue
        if entry.key in seen:
            yield _Judged(None, (_twice(reading.tab, seen[entry.key]),))
            continue
        seen[entry.key] = reading.tab
        held = sheet_value(entry.key, reading.sheet.fiscal_year, editions=editions, states=states)
        edition = editions[held.edition_id]
        yield _judge(reading, _Compared(entry, held, reading.sheet, edition), reason=reason)


def _entry(sheet: Sheet, tab: str) -> SheetEntry:
    """The register's sheet with that bureau, numbers and name."""
    for entry in sheets_of_year(sheet.fiscal_year):
        if (entry.bureau, entry.numbers) == (sheet.bureau, sheet.numbers) and (
            entry.numbers or entry.name == sheet.name
        ):
            return entry
    raise InvalidInput(
        "この様式は台帳にありません",
        place=tab,
        found=f"{sheet.fiscal_year}年度 {sheet.bureau} {'・'.join(sheet.numbers)} {sheet.name}",
    )


def _twice(tab: str, other: str) -> InvalidInput:
    return InvalidInput(
        "同じ様式のシートが二つあります", place=tab, found=other, remedy="提出する一つだけを残してください。"
    )


@dataclass(frozen=True)
class _Compared:
    """The register's sheet, the returned one, and their edition."""

    entry: SheetEntry
    held: Sheet
    sent: Sheet
    edition: Edition

    def verdicts(self) -> Iterator[tuple[str, str]]:
        """Part and what became of it: changed | conflict | cleared; untouched parts are left out."""
        sent, held = fingerprints(self.sent, self.edition), fingerprints(self.held, self.edition)
        basis = self.sent.basis
        for part in dict.fromkeys([*sent, *held]):
            if sent.get(part) == held.get(part) or (part in sent and sent[part] == basis.get(part)):
                continue
            if part not in sent:
                yield from [(part, "cleared")] if part in basis else []
            else:
                yield part, "changed" if held.get(part) == basis.get(part) else "conflict"

    def computed(self, part: str) -> bool:
        """Whether the ledger gives the part, so that nobody types it."""
        kind, _, row_id = part.partition("/")
        if kind not in (RESULT, STATES, OBLIGORS):
            return False
        spec = self.edition.row_of_id[row_id if kind == RESULT else self.edition.grade_result_row]
        return bool(self.entry.in_claims(spec.fiscal_year(self.held.fiscal_year)))

    def before_the_first_year(self) -> frozenset[str]:
        """The result rows of years in which the register has no such sheet yet."""
        first = self.entry.from_fiscal_year
        rows = (spec for spec in self.edition.result_rows if spec.fiscal_year(self.held.fiscal_year) < first)
        return frozenset(f"{RESULT}/{spec.id}" for spec in rows)


def _judge(reading: WorkbookReading, compared: _Compared, *, reason: str) -> _Judged:
    verdicts = list(compared.verdicts())
    typed = [(part, verdict) for part, verdict in verdicts if not compared.computed(part)]
    early = compared.before_the_first_year()
    changed = tuple(part for part, verdict in typed if verdict == "changed" and part not in early)
    change = SheetChange(compared.entry, compared.held, compared.sent, changed, reading.places)
    blocking = [
        *reading.lost,
        *(_conflict(change.place(part)) for part, verdict in typed if verdict == "conflict"),
        *_incomplete(change, compared.edition, reason=reason),
    ]
    retyped = [part for part, verdict in verdicts if compared.computed(part) and verdict != "cleared"]
    doubtful = [finding for finding in reading.findings if finding not in reading.lost]
    doubtful += retyped_figures(
        compared.held, compared.sent, edition=compared.edition, parts=retyped, places=reading.places
    )
    doubtful += [_too_early(change.place(part)) for part, _ in typed if part in early]
    cleared = tuple(change.place(part) for part, verdict in typed if verdict == "cleared")
    return _Judged(change, tuple(blocking), tuple(doubtful), cleared)


def _key(part: str) -> Key:
    """The key of a part's first cell."""
    kind, _, name = part.partition("/")
    if kind in (GOAL, RESULT):
        return ("cell", name, "past_carried_in")
    if kind == STATES:
        return ("state", name, "S01", "count")
    return ("grade", name) if kind == GRADE else _PLACE_OF[kind]


def _label(part: str, sheet: Sheet) -> str:
    kind, _, name = part.partition("/")
    row = sheet.row(name)
    if row:
        return row.label
    return f"{_LABELS[kind]}{_PORTIONS.get(name, '')}"


def _conflict(place: str) -> InvalidInput:
    return InvalidInput("この様式を出力した後に、台帳の内容が別に変更されています", place=place, remedy=_FRESH)


def _too_early(place: str) -> InvalidInput:
    return InvalidInput(
        "様式の最初の年度より前の行です",
        place=place,
        remedy="この行は取り込まれず、残高だけが最初の年度に繰り越されます。",
    )


def _incomplete(change: SheetChange, edition: Edition, *, reason: str) -> Iterator[InvalidInput]:
    """What the changed parts lack before they can be stored."""
    for part in change.parts:
        kind, _, name = part.partition("/")
        if kind == GRADE and change.sent.grades.get(name) == "－" and not reason:
            yield InvalidInput(
                "「－」とするときは理由が必要です", place=change.place(part), remedy="--reason で示してください。"
            )
        row = change.sent.row(name) if kind == RESULT else None
        if row:
            yield from _out_of_turn(change, part, year=row.fiscal_year)
    yield from _without_result(change, edition)


def _out_of_turn(change: SheetChange, part: str, *, year: int) -> Iterator[InvalidInput]:
    """Typed figures follow each other without a gap from the sheet's first fiscal year on."""
    known = {*typed_years(NOW).get(change.entry.sheet_id, {}), *_result_years(change)}
    if year > change.entry.from_fiscal_year and year - 1 not in known:
        yield InvalidInput(
            "年度が続いていません",
            place=change.place(part),
            found=f"{year}年度",
            remedy=f"{year - 1}年度の数値から順に入力してください。",
        )


def _result_years(change: SheetChange) -> set[int]:
    """The fiscal years whose result rows the workbook brings."""
    rows = (change.sent.row(part.partition("/")[2]) for part in change.parts if part.startswith(f"{RESULT}/"))
    return {row.fiscal_year for row in rows if row}


def _without_result(change: SheetChange, edition: Edition) -> Iterator[InvalidInput]:
    """Typed states or obligors need the result row they belong to."""
    beside = [part for part in change.parts if part == OBLIGORS or part.startswith(f"{STATES}/")]
    row_id = edition.grade_result_row
    if beside and change.sent.row(row_id) is None and change.held.row(row_id) is None:
        yield InvalidInput("実績の行が空欄です", place=change.place(f"{RESULT}/{row_id}"))
