"""The rounded inputs of all sheets of a year by legal class.

The one idea: the class belongs to the claim, so a sheet of several classes is split by its claims; what rounding leaves over goes to the
class that is largest in the column, so the classes add up to the city. Typed figures of such a sheet cannot be split and stand under None.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from hashlib import sha256

from django.db.models import QuerySet, Sum

from saiken.domain.claim.attribution import Portion
from saiken.domain.claim.entry import Account
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.edition import LEDGER_COLUMNS
from saiken.domain.sheets.sheet import Cells
from saiken.register.models import Entry
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.growing import Growing, Growth
from saiken.register.queries.kept_content import reader, rows, whole
from saiken.register.queries.position import Position, position
from saiken.register.queries.sheet_index import SheetEntry

#: What a result row is computed from: ア and the ledger's columns.
INPUTS = ("past_carried_in", *LEDGER_COLUMNS)

#: Thousand yen by input column.
Inputs = dict[str, int]

ByClass = dict[LegalClass | None, Inputs]

_NAMES = {Account.ASSESSMENT: "assessed", Account.RECEIPT: "received", Account.WRITE_OFF: "written_off"}


def class_inputs(sheets: Sequence[SheetEntry], *, fiscal_year: int, as_of: AsOf, cells: Mapping[int, Cells]) -> ByClass:
    """Thousand yen of the year by class; `cells` are the sheets' result rows of the year by sheet id."""
    totals: ByClass = {}
    yen = _yen_by_class(_mixed(sheets), fiscal_year, as_of=as_of)
    for sheet in sheets:
        inputs = inputs_of(cells[sheet.sheet_id])
        if len(sheet.legal_classes) == 1:
            _add(totals, sheet.legal_classes[0], part=inputs)
            continue
        of_class: dict[LegalClass, dict[str, int]] = {legal_class: {} for legal_class in sheet.legal_classes} | yen.get(
            sheet.sheet_id, {}
        )
        split = _split(inputs, of_class, cannot_split=sheet.figures_only(fiscal_year))
        for legal_class, part in split.items():
            _add(totals, legal_class, part=part)
    return totals


def mixed_receivables(sheets: Sequence[SheetEntry], fiscal_year: int) -> tuple[int, ...]:
    """The receivables in claims of the sheets that allow several classes."""
    return tuple(sorted({pk for sheet in _mixed(sheets) for pk in sheet.in_claims(fiscal_year)}))


def _mixed(sheets: Sequence[SheetEntry]) -> list[SheetEntry]:
    return [sheet for sheet in sheets if len(sheet.legal_classes) > 1]


def inputs_of(cells: Cells) -> Inputs:
    """The input columns of a result row."""
    return {column: value for column in INPUTS if isinstance(value := cells[column], int)}


def _add(totals: ByClass, legal_class: LegalClass | None, *, part: Inputs) -> None:
    total = totals.setdefault(legal_class, dict.fromkeys(INPUTS, 0))
    for column, thousand_yen in part.items():
        total[column] += thousand_yen


def _split(inputs: Inputs, yen: Mapping[LegalClass, Mapping[str, int]], *, cannot_split: bool) -> ByClass:
    """The sheet's inputs by class; the rest of each column goes under None when it may be typed figures."""
    parts: ByClass = {
        legal_class: {column: to_thousand_yen(columns.get(column, 0)) for column in inputs}
        for legal_class, columns in yen.items()
    }
    if cannot_split:
        parts[None] = dict.fromkeys(inputs, 0)
    for column, thousand_yen in inputs.items():
        rest = thousand_yen - sum(part[column] for part in parts.values())
        takes_rest = None if None in parts else max(yen, key=lambda one: abs(yen[one].get(column, 0)))
        parts[takes_rest][column] += rest
    return parts


def _yen_by_class(
    sheets: Sequence[SheetEntry], fiscal_year: int, *, as_of: AsOf
) -> dict[int, dict[LegalClass, dict[str, int]]]:
    """Whole yen by sheet id, class and input column, from the claims' own classes."""
    sheet_of = {pk: sheet.sheet_id for sheet in sheets for pk in sheet.in_claims(fiscal_year)}
    found: dict[int, dict[LegalClass, dict[str, int]]] = {}
    for (receivable_id, legal_class, year, portion, account), yen in _sums(sheet_of, as_of).items():
        if year > fiscal_year:
            continue
        columns = found.setdefault(sheet_of[receivable_id], {}).setdefault(LegalClass(legal_class), {})
        if year == fiscal_year:
            _post(columns, f"{portion}_{_NAMES[Account(account)]}", yen=yen)
        else:
            carried_yen = yen if account == Account.ASSESSMENT.value else -yen
            _post(columns, "past_carried_in", yen=carried_yen)
            _post(columns, "past_assessed", yen=carried_yen)
    return found


#: Receivable, class, accounting year, portion, account → yen.
ClassSums = Mapping[tuple[int, str, int, str, str], int]

_growing: Growing[ClassSums] = Growing(32)


def _sums(receivable_ids: Collection[int], as_of: AsOf) -> ClassSums:
    if as_of == NOW:
        return _growing.at(position(), class_growth(tuple(sorted(receivable_ids))))
    return _summed(as_of.entries(), receivable_ids=receivable_ids)


def class_growth(receivable_ids: tuple[int, ...]) -> Growth[ClassSums]:
    """How the sums of these receivables by class are kept."""
    return Growth(
        what=f"classes/{sha256(repr(receivable_ids).encode()).hexdigest()[:24]}",
        compute=partial(_computed, receivable_ids),
        advance=partial(_advanced, receivable_ids=receivable_ids),
        pack=_packed,
        unpack=_unpacked,
    )


def _computed(receivable_ids: tuple[int, ...], now: Position) -> ClassSums:
    return _summed(now.as_of.entries(), receivable_ids=receivable_ids)


def _advanced(figures: ClassSums, *, since: Position, until: Position, receivable_ids: tuple[int, ...]) -> ClassSums:
    if since.sequence == until.sequence:
        return figures
    entries = Entry.objects.filter(sequence__gt=since.sequence, sequence__lte=until.sequence)
    more = _summed(entries, receivable_ids=receivable_ids)
    return {**figures, **{key: figures.get(key, 0) + yen for key, yen in more.items()}} if more else figures


def _summed(entries: QuerySet[Entry], *, receivable_ids: Collection[int]) -> ClassSums:
    columns = ("receivable_id", "claim__legal_class", "accounting_year", "portion", "account")
    rows = entries.filter(receivable_id__in=list(receivable_ids)).order_by().values_list(*columns)
    return {tuple(key): int(yen) for *key, yen in rows.annotate(yen_sum=Sum("yen"))}


def _packed(figures: ClassSums) -> bytes:
    return json.dumps([[*key, yen] for key, yen in figures.items()]).encode()


@reader
def _unpacked(content: bytes) -> ClassSums:
    found: dict[tuple[int, str, int, str, str], int] = {}
    for receivable_id, legal_class, year, portion, account, yen in rows(json.loads(content), width=6):
        words = LegalClass(legal_class).value, Portion(portion).value, Account(account).value
        found[whole(receivable_id), words[0], whole(year), words[1], words[2]] = whole(yen)
    return found


def _post(columns: dict[str, int], column: str, *, yen: int) -> None:
    columns[column] = columns.get(column, 0) + yen
