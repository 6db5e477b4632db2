"""The claims behind a figure of table 3: those of one state, or of all states, of a portion, page by page.

The one idea: which claims a figure counts is worked out once as numbers and remembered until the register moves; a page then reads
fifty claims by their ids. Persons are named only where the scope sees the claim, and reading them leaves a row in the access log.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from saiken.domain.errors import InvalidInput
from saiken.register.access import log_claims
from saiken.register.models import Claim
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.memory import remembered
from saiken.register.queries.scope import Scope
from saiken.register.queries.sheet_index import SheetEntry
from saiken.register.queries.state_table import STATE_ON_DAY, open_claims_sql, parameters

PAGE_SIZE = 50

_PORTIONS = ("past", "current")

_PLACED = """
WITH open_claim AS ({open_claims})
SELECT c.id, CASE WHEN c.fiscal_year < %(year)s OR c.past_from_start THEN 'past' ELSE 'current' END AS portion,
       {state_on_day} AS state_id, c.stands_for, o.balance_yen
FROM open_claim o JOIN register_claim c ON c.id = o.claim_id
ORDER BY c.id
"""


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

    def holds(self, placed: "Placed") -> bool:
        """Whether the figure counts the claim."""
        in_portion = self.portion == "total" or placed[1] == self.portion
        return in_portion and (not self.state_ids or placed[2] in self.state_ids)


#: Claim id, portion, state id (may be empty), claims it stands for, yen.
Placed = tuple[int, str, str, int, int]


def state_claims(
    sheet: SheetEntry, fiscal_year: int, *, cell: StateCell, scope: Scope, as_of: AsOf = NOW, after: int = 0
) -> StateClaims:
    """The claims with an id above `after`. Raises InvalidInput for an unknown portion."""
    if cell.portion not in (*_PORTIONS, "total"):
        raise InvalidInput("区分がありません", place="表3", found=cell.portion)
    counted = _counted(sheet.in_claims(fiscal_year), fiscal_year, cell=cell, as_of=as_of)
    start = bisect_right(counted, after, key=lambda placed: placed[0])
    page = counted[start : start + PAGE_SIZE]
    has_more = start + PAGE_SIZE < len(counted)
    return StateClaims(
        lines=_lines(page, scope, concerned=(sheet.bureau_id, sheet.section_id)),
        next_after=page[-1][0] if has_more else None,
        claims=len(counted),
        count=sum(placed[3] for placed in counted),
        balance_yen=sum(placed[4] for placed in counted),
    )


@remembered(32)
def _counted(receivable_ids: tuple[int, ...], fiscal_year: int, *, cell: StateCell, as_of: AsOf) -> Sequence[Placed]:
    """Every claim that the figure counts, by id."""
    return tuple(placed for placed in _placed(receivable_ids, fiscal_year, as_of=as_of) if cell.holds(placed))


@remembered(8)
def _placed(receivable_ids: tuple[int, ...], fiscal_year: int, *, as_of: AsOf) -> Sequence[Placed]:
    """Every open claim of the receivables, by id."""
    statement = _PLACED.format(open_claims=open_claims_sql(receivable_ids), state_on_day=STATE_ON_DAY)
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters(fiscal_year, as_of))
        return tuple((int(pk), portion, state, int(count), int(yen)) for pk, portion, state, count, yen in cursor)


def _lines(page: Sequence[Placed], scope: Scope, *, concerned: tuple[int, ...]) -> tuple[OpenClaim, ...]:
    related = Claim.objects.select_related("office", "obligor").in_bulk([placed[0] for placed in page])
    seen = set(related) if scope.sees(*concerned) else scope.seen_of(related)
    log_claims(scope, what="state_claims", claim_ids=seen)
    return tuple(_line(placed, related[placed[0]], is_seen=placed[0] in seen) for placed in page)


def _line(placed: Placed, claim: Claim, *, is_seen: bool) -> OpenClaim:
    pk, _portion, state_id, count, yen = placed
    return OpenClaim(
        claim_id=pk,
        assessment_number=claim.assessment_number,
        instalment=claim.instalment,
        fiscal_year=claim.fiscal_year,
        legal_class=claim.legal_class,
        office=claim.office.name,
        due_on=claim.due_on,
        state_id=state_id,
        stands_for=count,
        balance_yen=yen,
        obligor_id=claim.obligor_id if is_seen else None,
        obligor=claim.obligor.name if is_seen else "",
    )
