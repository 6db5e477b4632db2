"""The claims and entries behind any figure of a result row, with their sum (内訳の追跡).

The one idea: every yen column is a signed sum of entries: the ledger's columns directly, ア of all earlier years, the others by the
form's own formulas. The sum comes from the entries, so it proves the figure; what rounding made of it is told beside it. Rates and
goals have no entries behind them and are refused.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from saiken.domain.dates.fiscal_year import short_label
from saiken.domain.errors import InvalidInput
from saiken.domain.money import to_thousand_yen
from saiken.domain.sheets.edition import Column, Edition
from saiken.domain.sheets.sheet import Row
from saiken.domain.states.table import State
from saiken.register.access import log_claims
from saiken.register.models import Claim
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.editions import edition_of
from saiken.register.queries.scope import Scope
from saiken.register.queries.sheet import sheet_value
from saiken.register.queries.sheet_index import SheetEntry, find_sheet
from saiken.register.queries.terms import Terms, counted_entries, counted_yen, terms_of
from saiken.register.queries.year_figures import ledger

_RESULT = "実績"
_PRIMES = str.maketrans({"’": "'", "′": "'", "＇": "'", "”": '"', "″": '"', "＂": '"'})


@dataclass(frozen=True)
class TracedEntry:
    """One entry; `counted_yen` is its yen with the sign it has in the figure."""

    sequence: int
    effective_on: date
    kind: str
    account: str
    component: str
    yen: int
    counted_yen: int


@dataclass(frozen=True)
class TracedClaim:
    """A claim with its part of the figure in yen; `obligor` is empty where the scope does not see the claim."""

    claim_id: int
    assessment_number: str
    fiscal_year: int
    instalment: str
    legal_class: str
    office: str
    stands_for: int
    obligor: str
    yen: int
    entries: tuple[TracedEntry, ...]


@dataclass(frozen=True)
class Trace:
    """A figure opened: `cell` is what the sheet shows (thousand yen), `sum_yen` what its entries add up to.

    `claims` and `entries` count all of them; `lines` holds those from `offset` on, at most the limit asked for.
    """

    sheet: SheetEntry
    sheet_year: int
    row: Row
    column: Column
    cell: int
    sum_yen: int
    claims: int
    entries: int
    offset: int
    lines: tuple[TracedClaim, ...]

    @property
    def sum_thousand_yen(self) -> int:
        """The sum, rounded."""
        return to_thousand_yen(self.sum_yen)

    @property
    def rounding_drift(self) -> int:
        """What the form's arithmetic on rounded cells makes of the sum, in thousand yen."""
        return self.cell - self.sum_thousand_yen


@dataclass(frozen=True)
class Wanted:
    """Which figure: number of a receivable in any width, bureau where the number is ambiguous, row label, column letter."""

    number: str
    row: str
    column: str
    bureau: str = ""


def trace(
    wanted: Wanted,
    *,
    editions: Mapping[str, Edition],
    states: tuple[State, ...],
    scope: Scope,
    as_of: AsOf = NOW,
    page: tuple[int, int] = (0, 50),
) -> Trace:
    """The figure with the claims of a page (offset, limit). Raises InvalidInput when no such figure has entries behind it."""
    row_year = result_year(wanted.row)
    sheet = find_sheet(wanted.number, fiscal_year=row_year, bureau=wanted.bureau, as_of=as_of)
    sheet_year = _sheet_year(sheet, row_year, as_of=as_of)
    edition = edition_of(editions, sheet_year)
    column = column_of(edition, wanted.column)
    shown = sheet_value(sheet.key, sheet_year, editions=editions, states=states, as_of=as_of)
    row = next((row for row in shown.rows if row.kind == "result" and row.fiscal_year == row_year), None)
    if row is None or not sheet.in_claims(row_year):
        raise InvalidInput(
            "この年度は数値のみで、元になる調定がありません", place=f"{sheet.bureau} {sheet.name}", found=wanted.row
        )
    counted = _Counted(sheet, row_year, as_of=as_of, terms=terms_of(edition, column))
    return Trace(
        sheet=sheet,
        sheet_year=sheet_year,
        row=row,
        column=column,
        cell=row.yen(column.id),
        sum_yen=counted.sum_yen(),
        claims=counted.claims(),
        entries=counted.rows.count(),
        offset=page[0],
        lines=counted.page(scope, page),
    )


def result_year(label: str) -> int:
    """The fiscal year of a result row's label in any width: 平30実績, 令２実績. Raises InvalidInput for anything else."""
    plain = "".join(unicodedata.normalize("NFKC", label).split())
    for year in range(1990, 2100):
        if plain in (f"{short_label(year)}{_RESULT}", short_label(year)):
            return year
    raise InvalidInput("実績の行の名前ではありません", place="行", found=label, expected="平30実績、令2実績など")


def column_of(edition: Edition, letter: str) -> Column:
    """The column with that letter in any width, a yen column. Raises InvalidInput for an unknown letter and for a rate."""
    plain = unicodedata.normalize("NFKC", letter.translate(_PRIMES)).translate(_PRIMES).strip()
    column = edition.column_of_letter.get(plain)
    if column is None:
        letters = "、".join(edition.column_of_letter)
        raise InvalidInput("列がありません", place="列", found=letter, expected=letters)
    if column.is_rate and column.formula:
        parts = "、".join(edition.column_of_id[name].letter for name in sorted(column.formula.columns))
        raise InvalidInput("率の内訳は分子と分母の列で確かめてください", place="列", found=letter, expected=parts)
    return column


def _sheet_year(sheet: SheetEntry, row_year: int, *, as_of: AsOf) -> int:
    """The latest sheet that shows the row: up to two years later, as long as it is kept and the receivables have entries."""
    figures = ledger(as_of)
    last = max((year for member in sheet.members for year in figures.get(member.receivable_id, {})), default=row_year)
    kept_until = row_year + 2 if sheet.until_fiscal_year is None else sheet.until_fiscal_year - 1
    return max(row_year, min(row_year + 2, last, kept_until))


class _Counted:
    """The entries that a figure counts."""

    def __init__(self, sheet: SheetEntry, fiscal_year: int, *, as_of: AsOf, terms: Terms) -> None:
        of_sheet = as_of.entries().filter(receivable_id__in=sheet.in_claims(fiscal_year))
        self.rows = counted_entries(of_sheet, terms, fiscal_year=fiscal_year)
        self._concerned = (sheet.bureau_id, sheet.section_id)

    def sum_yen(self) -> int:
        """What all of them add up to."""
        return counted_yen(self.rows)

    def claims(self) -> int:
        """How many claims they belong to."""
        return int(self.rows.aggregate(claims=Count("claim_id", distinct=True))["claims"])

    def page(self, scope: Scope, page: tuple[int, int]) -> tuple[TracedClaim, ...]:
        """The claims from offset on, by id, each with its entries."""
        offset, limit = page
        in_order = self.rows.order_by("claim_id").values_list("claim_id", flat=True).distinct()
        ids = list(in_order[offset : offset + limit])
        claims = Claim.objects.select_related("office", "obligor").in_bulk(ids)
        entries: dict[int, list[Any]] = {}
        for entry in self.rows.filter(claim_id__in=ids).order_by("sequence"):
            entries.setdefault(entry.claim_id, []).append(entry)
        seen = set(claims) if scope.sees(*self._concerned) else scope.seen_of(claims)
        log_claims(scope, what="trace", claim_ids=seen)
        return tuple(_line(claims[pk], entries[pk], is_seen=pk in seen) for pk in ids)


def _line(claim: Claim, entries: Sequence[Any], *, is_seen: bool) -> TracedClaim:
    traced = tuple(
        TracedEntry(
            sequence=entry.sequence,
            effective_on=entry.effective_on,
            kind=entry.kind,
            account=entry.account,
            component=entry.component,
            yen=entry.yen,
            counted_yen=int(entry.counted),
        )
        for entry in entries
    )
    return TracedClaim(
        claim_id=claim.pk,
        assessment_number=claim.assessment_number,
        fiscal_year=claim.fiscal_year,
        instalment=claim.instalment,
        legal_class=claim.legal_class,
        office=claim.office.name,
        stands_for=claim.stands_for,
        obligor=claim.obligor.name if is_seen else "",
        yen=sum(entry.counted_yen for entry in traced),
        entries=traced,
    )
