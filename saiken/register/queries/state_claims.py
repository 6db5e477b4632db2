"""The claims behind a figure of table 3: those of one state, or of all states, of a portion, page by page.

The one idea: which claims a figure counts is kept as numbers and brought on with the register; a page then reads fifty claims by their
ids. Persons are named only where the scope sees the claim, and reading them leaves a row in the access log.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice

from saiken.domain.errors import InvalidInput
from saiken.register.access import log_claims
from saiken.register.models import Claim
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.memory import remembered
from saiken.register.queries.open_claims import Cell, OpenClaimsOfYear, Placed, counted, open_of_year, placed
from saiken.register.queries.position import position
from saiken.register.queries.scope import Scope
from saiken.register.queries.sheet_index import SheetEntry

PAGE_SIZE = 50

_PORTIONS = ("past", "current")


@dataclass(frozen=True)
class OpenClaim:
    """One claim as table 3 counts it. `obligor` is empty where the scope does not see the claim."""

    claim_id: int
    assessment_number: str
    instalment: str
    fiscal_year: int
    legal_class: str
    office: str
    due_on: date
    state_id: str
    stands_for: int
    balance_yen: int
    obligor_id: int | None
    obligor: str


@dataclass(frozen=True)
class StateClaims:
    """A page of claims with the sums over all of them; `next_after` continues, None at the end."""

    lines: tuple[OpenClaim, ...]
    next_after: int | None
    claims: int
    count: int
    balance_yen: int


@dataclass(frozen=True)
class StateCell:
    """Which figure: portion past | current | total, a state id, a group's states, or every state (empty)."""

    portion: str
    state_ids: frozenset[str]

    def holds(self, portion: str, state_id: str) -> bool:
        """Whether the figure counts the claims of a portion and state."""
        in_portion = self.portion in ("total", portion)
        return in_portion and (not self.state_ids or state_id in self.state_ids)


def state_claims(
    sheet: SheetEntry, fiscal_year: int, *, cell: StateCell, scope: Scope, as_of: AsOf = NOW, after: int = 0
) -> StateClaims:
    """The claims with an id above `after`. Raises InvalidInput for an unknown portion."""
    if cell.portion not in (*_PORTIONS, "total"):
        raise InvalidInput("区分がありません", place="表3", found=cell.portion)
    members = tuple(sheet.in_claims(fiscal_year))
    cells = _cells(members, fiscal_year, cell=cell, as_of=as_of)
    following = merge(*(islice(one.claim_ids, bisect_right(one.claim_ids, after), None) for one in cells))
    numbers = list(islice(following, PAGE_SIZE + 1))
    page = list(placed(members, fiscal_year, as_of=as_of, among=numbers[:PAGE_SIZE]))
    return StateClaims(
        lines=_lines(page, scope, concerned=(sheet.bureau_id, sheet.section_id)),
        next_after=numbers[PAGE_SIZE - 1] if len(numbers) > PAGE_SIZE else None,
        claims=sum(len(one.claim_ids) for one in cells),
        count=sum(one.count for one in cells),
        balance_yen=sum(one.yen for one in cells),
    )


def _cells(members: tuple[int, ...], fiscal_year: int, *, cell: StateCell, as_of: AsOf) -> list[Cell]:
    """The cells of table 3 that the figure counts."""
    now = position() if as_of == NOW else None
    found = open_of_year(members, fiscal_year, now=now) if now else _then(members, fiscal_year, as_of=as_of)
    return [one for key, one in found.cells.items() if cell.holds(*key)]


@remembered(8)
def _then(members: tuple[int, ...], fiscal_year: int, *, as_of: AsOf) -> OpenClaimsOfYear:
    return counted(placed(members, fiscal_year, as_of=as_of))


def _lines(page: Sequence[Placed], scope: Scope, *, concerned: tuple[int, ...]) -> tuple[OpenClaim, ...]:
    related = Claim.objects.select_related("office", "obligor").in_bulk([found.claim_id for found in page])
    seen = set(related) if scope.sees(*concerned) else scope.seen_of(related)
    log_claims(scope, what="state_claims", claim_ids=seen)
    return tuple(_line(found, related[found.claim_id], is_seen=found.claim_id in seen) for found in page)


def _line(found: Placed, claim: Claim, *, is_seen: bool) -> OpenClaim:
    return OpenClaim(
        claim_id=found.claim_id,
        assessment_number=claim.assessment_number,
        instalment=claim.instalment,
        fiscal_year=claim.fiscal_year,
        legal_class=claim.legal_class,
        office=claim.office.name,
        due_on=claim.due_on,
        state_id=found.state_id,
        stands_for=found.stands_for,
        balance_yen=found.balance_yen,
        obligor_id=claim.obligor_id if is_seen else None,
        obligor=claim.obligor.name if is_seen else "",
    )
