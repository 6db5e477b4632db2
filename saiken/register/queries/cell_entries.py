"""The entries of a year behind a figure of table 2, page by page, with their sum.

The one idea: a page follows the order of the covering index (receivable, day, sequence), so any depth costs the same; the sum is added
from the entries themselves, not taken from the figure it proves. What earlier years carried in is told as one sum, for the claims behind
it are the open claims of the year before. Persons are named only where the scope sees the claim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from saiken.domain.claim.entry import Account
from saiken.register.access import log_claims
from saiken.register.models import Claim, Entry
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.memory import remembered
from saiken.register.queries.scope import Scope
from saiken.register.queries.sheet_index import SheetEntry
from saiken.register.queries.terms import Term, Terms, counted_entries, counted_yen
from saiken.register.queries.year_figures import figures_of, ledger

PAGE_SIZE = 50

#: Entries are counted up to here; beyond it the screen says "more than".
COUNT_LIMIT = 10_000

#: Among a figure's terms: whatever counts this counts the whole balance of the earlier years.
_EARLIER = Term(Account.ASSESSMENT, None)


@dataclass(frozen=True)
class Place:
    """Where a page ended: receivable, day, sequence number."""

    receivable_id: int
    effective_on: date
    sequence: int


@dataclass(frozen=True)
class CellEntry:
    """One entry; `counted_yen` has the sign it counts with. `obligor` is empty where the scope does not see the claim."""

    sequence: int
    effective_on: date
    kind: str
    component: str
    counted_yen: int
    claim_id: int
    assessment_number: str
    instalment: str
    claim_year: int
    office: str
    obligor_id: int | None
    obligor: str


@dataclass(frozen=True)
class CellEntries:
    """A page of entries. `carried_in_yen` is added before them (None: the figure has no part in it); `entry_count` ends at COUNT_LIMIT."""

    lines: tuple[CellEntry, ...]
    next_place: Place | None
    entry_count: int
    entries_yen: int
    carried_in_yen: int | None

    @property
    def sum_yen(self) -> int:
        """What the figure must be, in yen."""
        return self.entries_yen + (self.carried_in_yen or 0)


def cell_entries(
    sheet: SheetEntry, fiscal_year: int, *, terms: Terms, scope: Scope, as_of: AsOf = NOW, after: Place | None = None
) -> CellEntries:
    """The entries of the fiscal year that the terms count, beyond `after`."""
    receivable_ids = tuple(sorted(sheet.in_claims(fiscal_year)))
    of_year = {term: sign for term, sign in terms.items() if term.portion is not None}
    counted = counted_entries(as_of.entries(), of_year, fiscal_year=fiscal_year)
    found = list(_page(counted, receivable_ids, after=after)) if of_year else []
    shown = found[:PAGE_SIZE]
    entry_count, entries_yen = _whole(receivable_ids, fiscal_year, terms=tuple(of_year.items()), as_of=as_of)
    return CellEntries(
        lines=_lines(shown, scope, concerned=(sheet.bureau_id, sheet.section_id)),
        next_place=_place(shown[-1]) if len(found) > PAGE_SIZE else None,
        entry_count=entry_count,
        entries_yen=entries_yen,
        carried_in_yen=_carried_in(receivable_ids, fiscal_year, as_of=as_of, terms=terms),
    )


@remembered(256)
def _whole(
    receivable_ids: tuple[int, ...], fiscal_year: int, *, terms: tuple[tuple[Term, int], ...], as_of: AsOf
) -> tuple[int, int]:
    """How many entries there are, up to COUNT_LIMIT, and what all of them add up to; the same for every page."""
    rows = as_of.entries().filter(receivable_id__in=receivable_ids)
    counted = counted_entries(rows, dict(terms), fiscal_year=fiscal_year)
    entries = counted.order_by()[:COUNT_LIMIT].aggregate(entries=Count("sequence"))["entries"] or 0
    return entries, counted_yen(counted)


def _page(counted: QuerySet[Entry], receivable_ids: Sequence[int], *, after: Place | None) -> Iterator[Entry]:
    """One entry more than a page, receivable by receivable in the order of the index."""
    wanted = PAGE_SIZE + 1
    for receivable_id in receivable_ids:
        if after is not None and receivable_id < after.receivable_id:
            continue
        rows = counted.filter(receivable_id=receivable_id)
        if after is not None and receivable_id == after.receivable_id:
            same_day = Q(effective_on=after.effective_on, sequence__gt=after.sequence)
            rows = rows.filter(Q(effective_on__gt=after.effective_on) | same_day)
        for entry in rows.order_by("effective_on", "sequence")[:wanted]:
            wanted -= 1
            yield entry
        if not wanted:
            return


def _carried_in(receivable_ids: Sequence[int], fiscal_year: int, *, as_of: AsOf, terms: Terms) -> int | None:
    """The balance of the earlier years with the sign it counts with; None when the terms do not count it."""
    if _EARLIER not in terms:
        return None
    figures = ledger(as_of)
    return terms[_EARLIER] * sum(figures_of(figures.get(pk, {}), fiscal_year).carried_in_yen for pk in receivable_ids)


def _place(entry: Entry) -> Place:
    return Place(entry.receivable_id, entry.effective_on, entry.sequence)


def _lines(page: Sequence[Entry], scope: Scope, *, concerned: tuple[int, ...]) -> tuple[CellEntry, ...]:
    claims = Claim.objects.select_related("office", "obligor").in_bulk({entry.claim_id for entry in page})
    seen = set(claims) if scope.sees(*concerned) else scope.seen_of(claims)
    log_claims(scope, what="cell_entries", claim_ids=seen)
    return tuple(_line(entry, claims[entry.claim_id], is_seen=entry.claim_id in seen) for entry in page)


def _line(entry: Entry, claim: Claim, *, is_seen: bool) -> CellEntry:
    return CellEntry(
        sequence=entry.sequence,
        effective_on=entry.effective_on,
        kind=entry.kind,
        component=entry.component,
        counted_yen=int(entry.counted),  # type: ignore[attr-defined]  # annotated by counted_entries
        claim_id=claim.pk,
        assessment_number=claim.assessment_number,
        instalment=claim.instalment,
        claim_year=claim.fiscal_year,
        office=claim.office.name,
        obligor_id=claim.obligor_id if is_seen else None,
        obligor=claim.obligor.name if is_seen else "",
    )
