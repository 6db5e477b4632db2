"""The ledger's figures per receivable and fiscal year: one pass over the covering index.

The one idea: an entry carries its accounting year, portion and account, so every result row of every sheet is one GROUP BY; what is
carried into a year is the running sum of the years before. The history only grows, so the sums of now are those kept and the entries since.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from saiken.domain.claim.attribution import Portion
from saiken.domain.claim.entry import Account
from saiken.domain.sheets.compute import LedgerFigures
from saiken.register.models import Entry
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.growing import Growing, Growth
from saiken.register.queries.kept_content import reader, rows, whole
from saiken.register.queries.memory import remembered
from saiken.register.queries.position import Position, position

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


#: Receivable, accounting year, portion, account → yen.
_Sums = Mapping[tuple[int, int, str, str], int]


@dataclass(frozen=True)
class KeptLedger:
    """The figures, and the sums that they were chained from."""

    ledger: Ledger
    sums: _Sums


def ledger(as_of: AsOf) -> Ledger:
    """The figures of every receivable as of the two clocks."""
    return kept_ledger(position()).ledger if as_of == NOW else _ledger(as_of)


def kept_ledger(now: Position) -> KeptLedger:
    """The figures at a position that was just read."""
    return _growing.at(now, GROWTH)


@remembered(16)
def _ledger(as_of: AsOf) -> Ledger:
    return computed_ledger(as_of)


def computed_ledger(as_of: AsOf) -> Ledger:
    """The same, computed from the entries each time."""
    return _ledger_of(_summed(as_of.entries()))


def _summed(entries: QuerySet[Entry]) -> _Sums:
    columns = ("receivable_id", "accounting_year", "portion", "account")
    rows = entries.order_by().values_list(*columns).annotate(yen_sum=Sum("yen"))
    return {(receivable_id, year, portion, account): int(yen) for receivable_id, year, portion, account, yen in rows}


def _ledger_of(sums: _Sums) -> dict[int, dict[int, YearFigures]]:
    posted: dict[int, dict[int, dict[str, int]]] = {}
    for (receivable_id, year, portion, account), yen in sums.items():
        posted.setdefault(receivable_id, {}).setdefault(year, {})[_FIELDS[portion, account]] = yen
    return {receivable_id: _chained(by_year) for receivable_id, by_year in posted.items()}


def _computed(now: Position) -> KeptLedger:
    return _chained_from(_summed(now.as_of.entries()))


def _chained_from(sums: _Sums) -> KeptLedger:
    return KeptLedger(_ledger_of(sums), sums)


def _advanced(figures: KeptLedger, *, since: Position, until: Position) -> KeptLedger:
    if since.sequence == until.sequence:
        return figures
    more = _summed(Entry.objects.filter(sequence__gt=since.sequence, sequence__lte=until.sequence))
    sums = {**figures.sums, **{key: figures.sums.get(key, 0) + yen for key, yen in more.items()}}
    moved = {receivable_id for receivable_id, *_ in more}
    again = _ledger_of({key: yen for key, yen in sums.items() if key[0] in moved})
    return KeptLedger({**figures.ledger, **again}, sums)


def _packed(figures: KeptLedger) -> bytes:
    return json.dumps({"sums": [[*key, yen] for key, yen in figures.sums.items()]}).encode()


@reader
def _unpacked(content: bytes) -> KeptLedger:
    sums = {
        (whole(receivable_id), whole(year), portion, account): whole(yen)
        for receivable_id, year, portion, account, yen in rows(json.loads(content)["sums"], width=5)
    }
    return _chained_from(sums)


GROWTH: Growth[KeptLedger] = Growth("ledger", _computed, _advanced, _packed, _unpacked)

_growing: Growing[KeptLedger] = Growing(4)


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
