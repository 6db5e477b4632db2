"""The ledger's figures per receivable and fiscal year: one pass over the covering index.

The one idea: an entry carries its accounting year, portion and account, so every result row of every sheet is one GROUP BY; what is
carried into a year is the running sum of the years before. The history only grows, so an answer is remembered until the register moves.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Sum

from saiken.domain.claim.attribution import Portion
from saiken.domain.claim.entry import Account
from saiken.domain.sheets.compute import LedgerFigures
from saiken.register.queries.as_of import AsOf
from saiken.register.queries.memory import remembered

#: Portion and account → the field of LedgerFigures that they are summed into.
_FIELDS = {
    (portion.value, account.value): f"{portion.value}_{name}_yen"
    for portion in Portion
    for account, name in (
        (Account.ASSESSMENT, "assessed"),
        (Account.RECEIPT, "received"),
        (Account.WRITE_OFF, "written_off"),
    )
}


@dataclass(frozen=True)
class YearFigures:
    """One fiscal year of one receivable or sheet in whole yen; `figures.past_assessed_yen` includes what was carried in."""

    carried_in_yen: int
    figures: LedgerFigures

    def __add__(self, other: "YearFigures") -> "YearFigures":
        """Both together."""
        summed = {name: getattr(self.figures, name) + getattr(other.figures, name) for name in _FIELDS.values()}
        return YearFigures(self.carried_in_yen + other.carried_in_yen, LedgerFigures(**summed))


NOTHING = YearFigures(0, LedgerFigures())

#: Receivable id → fiscal year → figures; years from the first entry on without a gap.
Ledger = Mapping[int, Mapping[int, YearFigures]]


@remembered(16)
def ledger(as_of: AsOf) -> Ledger:
    """The figures of every receivable as of the two clocks."""
    return computed_ledger(as_of)


def computed_ledger(as_of: AsOf) -> Ledger:
    """The same, computed from the entries each time."""
    grouped = as_of.entries().values_list("receivable_id", "accounting_year", "portion", "account").order_by()
    sums: dict[int, dict[int, dict[str, int]]] = {}
    for receivable_id, year, portion, account, yen in grouped.annotate(yen_sum=Sum("yen")):
        sums.setdefault(receivable_id, {}).setdefault(year, {})[_FIELDS[portion, account]] = int(yen)
    return {receivable_id: _chained(by_year) for receivable_id, by_year in sums.items()}


def _chained(by_year: Mapping[int, Mapping[str, int]]) -> dict[int, YearFigures]:
    """Years in order, each with the balance of the one before carried in."""
    chained: dict[int, YearFigures] = {}
    carried_in_yen = 0
    for year in range(min(by_year), max(by_year) + 1):
        posted = dict(by_year.get(year, {}))
        posted["past_assessed_yen"] = posted.get("past_assessed_yen", 0) + carried_in_yen
        chained[year] = YearFigures(carried_in_yen, LedgerFigures(**posted))
        carried_in_yen = chained[year].figures.total_balance_yen
    return chained


def figures_of(by_year: Mapping[int, YearFigures], fiscal_year: int) -> YearFigures:
    """One year of a receivable; after its last entry the balance is only carried on."""
    if fiscal_year in by_year:
        return by_year[fiscal_year]
    last = max(by_year, default=fiscal_year)
    if fiscal_year < last:
        return NOTHING
    carried = by_year[last].figures.total_balance_yen if by_year else 0
    return YearFigures(carried, LedgerFigures(past_assessed_yen=carried))
