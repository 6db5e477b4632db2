"""Entries that do not tie out: in the wrong fiscal year or portion, with two sides that differ, taking back what was not there.

The one idea: what the entry's day and its claim demand is computed anew by the domain and compared with what is stored. It corrects
nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from saiken.domain.claim.attribution import AccountKind, accounting_year_of, portion_of
from saiken.domain.claim.entry import EntryKind
from saiken.register.models import Entry, YearClose


@dataclass(frozen=True)
class Fault:
    """A difference: `rule` is a stable word, `subject` the thing (記入 5, 債権 3), `message` a Japanese sentence."""

    rule: str
    subject: str
    message: str


#: What `misplaced` must know of an entry, in this order.
_FIELDS = (
    "sequence",
    "kind",
    "effective_on",
    "accounting_year",
    "portion",
    "receivable_id",
    "receivable__account_kind",
    "claim__fiscal_year",
    "claim__past_from_start",
    "reverses__accounting_year",
    "counterpart__receivable_id",
    "answered_by__receivable_id",
)

#: Receivable id → (last sequence number, fiscal year) of its closes.
_Closes = Mapping[int, list[tuple[int, int]]]


def misplaced(entries: QuerySet[Entry]) -> Iterator[Fault]:
    """Entries whose accounting year or portion is not the one their day and their claim give them."""
    closes: dict[int, list[tuple[int, int]]] = {}
    for receivable_id, year, last in YearClose.objects.values_list("receivable_id", "fiscal_year", "last_sequence"):
        closes.setdefault(receivable_id, []).append((last, year))
    for row in entries.order_by("sequence").values_list(*_FIELDS).iterator(chunk_size=10_000):
        sequence, kind, effective_on, year, portion, receivable_id, account_kind, claim_year, from_start = row[:9]
        places = {receivable_id, *row[10:12]} if kind == EntryKind.TRANSFERRED.value else {receivable_id}
        expected = accounting_year_of(
            EntryKind(kind),
            effective_on=effective_on,
            claim_year=claim_year,
            account_kind=AccountKind(account_kind),
            reversed_year=row[9],
            closed_through=_closed_before(sequence, places, closes=closes),
        )
        if year != expected or year < claim_year:
            message = f"年度が {year} ですが、{effective_on} の記入は {expected} 年度に属します"
            yield Fault("accounting-year", f"記入 {sequence}", message)
        elif portion != portion_of(year, claim_year=claim_year, past_from_start=from_start).value:
            yield Fault("portion", f"記入 {sequence}", "現年度分・滞納繰越分の別が年度と合いません")


def _closed_before(sequence: int, receivable_ids: set[int | None], *, closes: _Closes) -> int | None:
    """The last year that was closed, for any of the receivables, when the entry was recorded."""
    years = [year for pk in receivable_ids if pk for last, year in closes.get(pk, ()) if last < sequence]
    return max(years, default=None)


def one_sided(entries: QuerySet[Entry]) -> Iterator[Fault]:
    """Transfers and appropriations whose two sides are not both there, of the same kind and the same yen."""
    two_sided = entries.filter(kind__in=[EntryKind.TRANSFERRED.value, EntryKind.APPROPRIATED.value]).order_by(
        "sequence"
    )
    for sequence in two_sided.filter(yen__lt=0, answered_by__isnull=True).values_list("sequence", flat=True):
        yield Fault("two-sides", f"記入 {sequence}", "移管又は充当の相手方の記入がありません")
    moved = Q(kind=EntryKind.TRANSFERRED.value) & (
        ~Q(counterpart__claim=F("claim")) | ~Q(counterpart__component=F("component"))
    )
    unlike = ~Q(counterpart__yen=-1 * F("yen")) | ~Q(counterpart__kind=F("kind")) | moved
    for sequence in two_sided.filter(unlike, yen__gt=0).values_list("sequence", flat=True):
        yield Fault("two-sides", f"記入 {sequence}", "移管又は充当の両側が一致しません")


def wrongly_reversed(entries: QuerySet[Entry]) -> Iterator[Fault]:
    """Reversals that do not take back one whole earlier entry of the same claim, component and account."""
    same = {name: F(name) for name in ("claim", "component", "account")}
    rows = entries.filter(kind=EntryKind.REVERSED.value)
    right = rows.filter(**{f"reverses__{name}": value for name, value in same.items()})
    right = right.filter(reverses__yen=-1 * F("yen"), reverses__sequence__lt=F("sequence"))
    for sequence in rows.exclude(pk__in=right.values("pk")).order_by("sequence").values_list("sequence", flat=True):
        yield Fault("reversal", f"記入 {sequence}", "取消しが、取り消された記入と一致しません")
