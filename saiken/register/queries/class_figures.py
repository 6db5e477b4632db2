"""The rounded inputs of all sheets of a year by legal class.

The one idea: the class belongs to the claim, so a sheet of several classes is split by its claims; what rounding leaves over goes to the
class that is largest in the column, so the classes add up to the city. Typed figures of such a sheet cannot be split and stand under None.
"""

from collections.abc import Mapping, Sequence

from django.db.models import Sum

from saiken.domain.claim.entry import Account
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.edition import LEDGER_COLUMNS
from saiken.domain.sheets.sheet import Cells
from saiken.register.queries.as_of import AsOf
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
    mixed = [sheet for sheet in sheets if len(sheet.legal_classes) > 1]
    yen = _yen_by_class(mixed, fiscal_year, as_of=as_of)
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
    rows = as_of.entries().filter(receivable_id__in=list(sheet_of), accounting_year__lte=fiscal_year)
    grouped = rows.values_list(
        "receivable_id", "claim__legal_class", "accounting_year", "portion", "account"
    ).order_by()
    found: dict[int, dict[LegalClass, dict[str, int]]] = {}
    for receivable_id, legal_class, year, portion, account, yen in grouped.annotate(yen_sum=Sum("yen")):
        columns = found.setdefault(sheet_of[receivable_id], {}).setdefault(LegalClass(legal_class), {})
        if year == fiscal_year:
            _post(columns, f"{portion}_{_NAMES[Account(account)]}", yen=int(yen))
        else:
            carried_yen = int(yen) if account == Account.ASSESSMENT.value else -int(yen)
            _post(columns, "past_carried_in", yen=carried_yen)
            _post(columns, "past_assessed", yen=carried_yen)
    return found


def _post(columns: dict[str, int], column: str, *, yen: int) -> None:
    columns[column] = columns.get(column, 0) + yen
