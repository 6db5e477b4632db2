"""What a person owes: the claims of all receivables that the scope sees, grouped, with charge for lateness, state, days and holds.

The one idea: balances and states are read as kept, the charge to the day is computed by the rules for the claims that are shown and for no
more than asked, so a person who owes hundreds answers as fast as one who owes one. A kept state whose days have passed is computed anew or
not shown. Claims outside the scope are counted, not shown.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet, Sum

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import DomainError
from saiken.domain.rules.delay_damages import delay_damages_of
from saiken.domain.rules.late_charge import late_charge_of
from saiken.law.errors import LawError
from saiken.law.lawbook import LawBook
from saiken.register.models import Claim, ClaimBalance
from saiken.register.queries.answering import answering
from saiken.register.queries.case import cases_of
from saiken.register.queries.running_events import open_rows
from saiken.register.queries.scope import Scope
from saiken.register.queries.standing import stand_of

#: Claims read for one person; beyond it the page says "at least".
MOST_CLAIMS = 2_000

#: States computed anew for one page; beyond it a line says that its state is not computed.
MOST_STATES = 100

#: Open events that hold measures back or bind the office.
HOLDING = frozenset(
    {
        EventKind.PAYMENT_PLEDGE.value,
        EventKind.COLLECTION_GRACE.value,
        EventKind.CONVERSION_GRACE.value,
        EventKind.PERFORMANCE_DEFERRAL.value,
        EventKind.DISPOSITION_SUSPENSION.value,
        EventKind.COLLECTION_SUSPENSION.value,
        EventKind.DEBT_ADJUSTMENT_NOTICE.value,
        EventKind.SEIZURE.value,
        EventKind.ENTRUSTMENT.value,
    }
)

_COLUMNS = (
    "pk", "receivable_id", "receivable__number", "receivable__name", "fiscal_year", "instalment", "assessment_number",
    "legal_class", "due_on", "obligor_id", "office__name", "custody__office__name", "standing__standing",
    "standing__state_id", "standing__completes_on", "standing__extinct_on", "standing__next_change_on",
)  # fmt: skip


@dataclass(frozen=True)
class OwedClaim:
    """A claim the person answers for; `charge_yen` is None where it was not computed or has no answer (`refusal` says why).

    `office` is the one that handles it, `ends_on` the first day on which it is gone or open to invocation, as known now. `is_stale` says
    that what is kept of its state ended before the day asked for, so that standing and days are not to be shown.
    """

    claim_id: int
    receivable_id: int
    receivable: str
    fiscal_year: int
    instalment: str
    assessment_number: str
    legal_class: LegalClass
    due_on: date
    is_principal: bool
    office: str
    standing: str
    state_id: str
    ends_on: date | None
    balance_yen: int
    is_stale: bool = False
    holds: tuple[str, ...] = ()
    charge_yen: int | None = None
    refusal: str = ""


@dataclass(frozen=True)
class OwedGroup:
    """The open claims of one receivable; `claims` are those shown, the figures are of all of them."""

    receivable: str
    legal_class: LegalClass
    claims: tuple[OwedClaim, ...]
    claim_count: int
    balance_yen: int


@dataclass(frozen=True)
class Owed:
    """All claims in scope; `charge_yen` is the charge of the `charged` claims alone. `elsewhere` counts claims outside the scope."""

    groups: tuple[OwedGroup, ...]
    open_count: int
    balance_yen: int
    settled_count: int
    charged: int
    charge_yen: int
    shown: int
    elsewhere: int
    is_capped: bool
    classes: frozenset[LegalClass]
    claim_ids: tuple[int, ...]
    open_ids: tuple[int, ...] = ()

    @property
    def is_fully_charged(self) -> bool:
        """Whether the charge of every open claim is in the sum."""
        return self.charged == self.open_count


def owed(numbers: Collection[int], *, scope: Scope, on: date, most_shown: int) -> Owed:
    """The claims without their charges, the first to run out first; `most_shown` of the open ones become lines."""
    theirs = answering(numbers)
    found = _claims(numbers, scope.claims().filter(theirs), on=on)
    balances = _balances([claim.claim_id for claim in found])
    owing = [replace(claim, balance_yen=balances.get(claim.claim_id, 0)) for claim in found]
    still = sorted((claim for claim in owing if claim.balance_yen > 0), key=_urgency)
    holds = _holds([claim.claim_id for claim in still[:most_shown]], on=on)
    lines = [replace(claim, holds=holds.get(claim.claim_id, ())) for claim in still[:most_shown]]
    return Owed(
        groups=_groups(still, lines),
        open_count=len(still),
        balance_yen=sum(claim.balance_yen for claim in still),
        settled_count=len(owing) - len(still),
        charged=0,
        charge_yen=0,
        shown=len(lines),
        elsewhere=_elsewhere(theirs, scope, seen=len(found)),
        is_capped=len(found) == MOST_CLAIMS,
        classes=frozenset(claim.legal_class for claim in found),
        claim_ids=tuple(claim.claim_id for claim in found),
        open_ids=tuple(claim.claim_id for claim in still),
    )


def charged(found: Owed, *, on: date, lawbook: LawBook, most: int) -> Owed:
    """The same with the charge to the day of the first `most` lines, and the states of the day where those kept have passed."""
    lines = [claim for group in found.groups for claim in group.claims]
    wanted = {claim.claim_id for claim in lines[:most]}
    stale = {claim.claim_id for claim in [claim for claim in lines if claim.is_stale][:MOST_STATES]}
    cases = dict(cases_of(sorted(wanted | stale))) if wanted or stale else {}

    def computed(claim: OwedClaim) -> OwedClaim:
        case = cases.get(claim.claim_id)
        if claim.claim_id in stale:
            claim = _restated(claim, case, on=on, lawbook=lawbook)
        if claim.claim_id not in wanted:
            return claim
        yen, refusal = _charge(case, on, lawbook=lawbook)
        return replace(claim, charge_yen=yen, refusal=refusal)

    groups = tuple(replace(group, claims=tuple(computed(claim) for claim in group.claims)) for group in found.groups)
    yen = [claim.charge_yen for group in groups for claim in group.claims if claim.charge_yen is not None]
    return replace(found, groups=groups, charged=len(yen), charge_yen=sum(yen))


def _restated(claim: OwedClaim, case: Case | None, *, on: date, lawbook: LawBook) -> OwedClaim:
    """With the state of the day; one that the law book cannot answer stays without."""
    try:
        stand = stand_of(case, on, lawbook=lawbook)
    except (DomainError, LawError):
        return claim
    ends_on = _first(stand.completes_on, stand.extinct_on)
    return replace(claim, is_stale=False, standing=stand.standing, state_id=stand.state_id, ends_on=ends_on)


def _charge(case: Case | None, on: date, *, lawbook: LawBook) -> tuple[int | None, str]:
    if case is None:
        return None, "データ確認"
    try:
        if case.kind.is_private:
            return delay_damages_of(case, on, lawbook=lawbook).value.yen, ""
        return late_charge_of(case, on, lawbook=lawbook).value.yen, ""
    except (DomainError, LawError) as refused:
        return None, str(refused)


def _claims(numbers: Collection[int], seen: QuerySet[Claim], *, on: date) -> list[OwedClaim]:
    rows = seen.order_by("-pk").values_list(*_COLUMNS)[:MOST_CLAIMS]
    return [
        OwedClaim(
            claim_id=pk,
            receivable_id=receivable_id,
            receivable=f"{number} {name}",
            fiscal_year=fiscal_year,
            instalment=instalment,
            assessment_number=assessment_number,
            legal_class=LegalClass(legal_class),
            due_on=due_on,
            is_principal=obligor_id in numbers,
            office=custody or office,
            standing=standing or "",
            state_id=state_id or "",
            ends_on=_first(completes_on, extinct_on),
            is_stale=next_change_on is not None and next_change_on <= on,
            balance_yen=0,
        )
        for pk, receivable_id, number, name, fiscal_year, instalment, assessment_number, legal_class, due_on,
        obligor_id, office, custody, standing, state_id, completes_on, extinct_on,
        next_change_on in rows
    ]  # fmt: skip


def _first(*days: date | None) -> date | None:
    return min((day for day in days if day), default=None)


def _urgency(claim: OwedClaim) -> tuple[date, date, int]:
    return claim.ends_on or date.max, claim.due_on, claim.claim_id


def _balances(claim_ids: Sequence[int]) -> Mapping[int, int]:
    rows = ClaimBalance.objects.filter(claim_id__in=claim_ids).values("claim_id").annotate(yen=Sum("balance_yen"))
    return dict(rows.values_list("claim_id", "yen"))


def _holds(claim_ids: Sequence[int], *, on: date) -> Mapping[int, tuple[str, ...]]:
    found: dict[int, dict[str, None]] = defaultdict(dict)
    rows = open_rows(on).filter(claim_id__in=claim_ids, kind__in=HOLDING).order_by("on", "pk")
    for claim_id, kind in rows.values_list("claim_id", "kind"):
        found[claim_id][kind] = None
    return {claim_id: tuple(kinds) for claim_id, kinds in found.items()}


def _groups(still: Sequence[OwedClaim], lines: Sequence[OwedClaim]) -> tuple[OwedGroup, ...]:
    """By receivable and class, the group whose claim runs out first before the others."""
    shown: dict[tuple[str, LegalClass], list[OwedClaim]] = defaultdict(list)
    for claim in lines:
        shown[claim.receivable, claim.legal_class].append(claim)
    yen: dict[tuple[str, LegalClass], list[int]] = defaultdict(list)
    for claim in still:
        yen[claim.receivable, claim.legal_class].append(claim.balance_yen)
    return tuple(
        OwedGroup(*key, claims=tuple(shown.get(key, ())), claim_count=len(owing), balance_yen=sum(owing))
        for key, owing in yen.items()
    )


def _elsewhere(theirs: Q, scope: Scope, *, seen: int) -> int:
    """How many claims the person answers for that the scope does not see."""
    if scope.offices is None:
        return 0
    return max(Claim.objects.filter(theirs).order_by()[: MOST_CLAIMS * 2].count() - seen, 0)
