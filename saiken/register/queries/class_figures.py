"""The ledger's figures per legal class and fiscal year.

The one idea: the class belongs to the claim; only receivables that allow several classes need a look at their claims, the others are
their one class. Typed figures of a sheet with several classes cannot be split and stand under None.
"""

from collections.abc import Mapping, Sequence

from django.db.models import Sum

from saiken.domain.claim.entry import Account
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.compute import LedgerFigures
from saiken.register.queries.as_of import AsOf
from saiken.register.queries.sheet_index import SheetEntry
from saiken.register.queries.year_figures import NOTHING, Ledger, YearFigures, figures_of
from saiken.register.typed_figures import TypedFigures

ByClass = dict[LegalClass | None, YearFigures]

_NAMES = {Account.ASSESSMENT: "assessed", Account.RECEIPT: "received", Account.WRITE_OFF: "written_off"}


def class_figures(
    sheets: Sequence[SheetEntry],
    *,
    fiscal_year: int,
    as_of: AsOf,
    ledger: Ledger,
    typed: Mapping[int, TypedFigures],
) -> ByClass:
    """The year's figures of all sheets by class; `typed` gives the typed figures of the year by sheet id."""
    totals: ByClass = {}
    mixed: list[int] = []
    for sheet in sheets:
        for member in sheet.members:
            if not member.in_claims(fiscal_year):
                continue
            if len(member.legal_classes) > 1:
                mixed.append(member.receivable_id)
            else:
                _add(
                    totals,
                    member.legal_classes[0],
                    figures=figures_of(ledger.get(member.receivable_id, {}), fiscal_year),
                )
        if sheet.sheet_id in typed and sheet.figures_only(fiscal_year):
            only = sheet.legal_classes[0] if len(sheet.legal_classes) == 1 else None
            _add(totals, only, figures=_typed_year(typed[sheet.sheet_id]))
    for legal_class, figures in _mixed(mixed, fiscal_year, as_of=as_of).items():
        _add(totals, legal_class, figures=figures)
    return totals


def _add(totals: ByClass, legal_class: LegalClass | None, *, figures: YearFigures) -> None:
    totals[legal_class] = totals.get(legal_class, NOTHING) + figures


def _typed_year(typed: TypedFigures) -> YearFigures:
    columns = {f"{column}_yen": 1_000 * value for column, value in typed.columns.items()}
    return YearFigures(1_000 * (typed.carried_in or 0), LedgerFigures(**columns))


def _mixed(receivable_ids: Sequence[int], fiscal_year: int, *, as_of: AsOf) -> dict[LegalClass, YearFigures]:
    """Receivables of several classes, split by the class of each claim."""
    rows = as_of.entries().filter(receivable_id__in=receivable_ids, accounting_year__lte=fiscal_year)
    grouped = rows.values_list("claim__legal_class", "accounting_year", "portion", "account").order_by()
    carried: dict[LegalClass, int] = {}
    posted: dict[LegalClass, dict[str, int]] = {}
    for text, year, portion, account, yen in grouped.annotate(yen_sum=Sum("yen")):
        legal_class = LegalClass(text)
        carried.setdefault(legal_class, 0)
        if year < fiscal_year:
            carried[legal_class] += int(yen) if account == Account.ASSESSMENT.value else -int(yen)
        else:
            posted.setdefault(legal_class, {})[f"{portion}_{_NAMES[Account(account)]}_yen"] = int(yen)
    found = {}
    for legal_class, carried_yen in carried.items():
        figures = dict(posted.get(legal_class, {}))
        figures["past_assessed_yen"] = figures.get("past_assessed_yen", 0) + carried_yen
        found[legal_class] = YearFigures(carried_yen, LedgerFigures(**figures))
    return found
