"""Open claims whose state cannot be told from what is recorded: contradictions, and claims without terms of law.

The one idea: the kept standings say which; those of the page that time has overtaken are computed anew, so no claim is shown for a reason
that has gone. It shows persons, so it takes a Scope and leaves rows in the access log.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum

from saiken.domain.states.classification import Standing
from saiken.law.lawbook import LawBook
from saiken.register.access import log_claims
from saiken.register.models import Claim, ClaimBalance, ClaimStanding
from saiken.register.queries.case import cases_of
from saiken.register.queries.scope import Scope
from saiken.register.queries.standing import basis_hash, stand_of

PAGE_SIZE = 50


@dataclass(frozen=True)
class CheckLine:
    """One claim and what is to be looked into."""

    claim_id: int
    assessment_number: str
    instalment: str
    receivable: str
    office: str
    due_on: date
    balance_yen: int
    obligor_id: int
    obligor: str
    reason: str


@dataclass(frozen=True)
class OfficeCount:
    """How many such claims an office has."""

    office_id: int
    name: str
    claims: int


@dataclass(frozen=True)
class ClaimsToCheck:
    """A page of the list; `offices` counts over all of them, `next_after` continues, None at the end."""

    lines: tuple[CheckLine, ...]
    offices: tuple[OfficeCount, ...]
    claims: int
    next_after: int | None


def claims_to_check(
    *, scope: Scope, on: date, lawbook: LawBook, office_id: int | None = None, after: int = 0
) -> ClaimsToCheck:
    """The claims of the scope with an id above `after`, of one office (by assessment) or all."""
    known = _known(scope)
    wanted = known if office_id is None else known.filter(office_id=office_id)
    page = list(wanted.filter(pk__gt=after).order_by("pk")[: PAGE_SIZE + 1])
    lines = tuple(_lines(page[:PAGE_SIZE], on=on, lawbook=lawbook))
    log_claims(scope, what="data_to_check", claim_ids=[line.claim_id for line in lines])
    return ClaimsToCheck(
        lines=lines,
        offices=_offices(known),
        claims=wanted.count(),
        next_after=page[PAGE_SIZE - 1].pk if len(page) > PAGE_SIZE else None,
    )


def _known(scope: Scope) -> QuerySet[Claim]:
    """The claims on the list that still have a balance; the list leads, for it is short beside the claims."""
    listed = ClaimStanding.objects.filter(standing=Standing.DATA_TO_CHECK.value)
    balance = ClaimBalance.objects.filter(claim_id=OuterRef("pk")).values("claim_id").annotate(yen=Sum("balance_yen"))
    seen = scope.claims().filter(pk__in=listed.values("claim_id"))
    owing = seen.alias(owed_yen=Subquery(balance.values("yen"))).filter(owed_yen__gt=0)
    return owing.select_related("receivable", "office", "obligor")


def _offices(known: QuerySet[Claim]) -> tuple[OfficeCount, ...]:
    counted = known.values_list("office_id", "office__name").annotate(claims=Count("pk"))
    return tuple(OfficeCount(*row) for row in counted.order_by("office__name", "office_id"))


def _lines(page: Sequence[Claim], *, on: date, lawbook: LawBook) -> Iterator[CheckLine]:
    ids = [claim.pk for claim in page]
    kept = ClaimStanding.objects.in_bulk(ids)
    stale = [pk for pk in ids if _is_overtaken(kept[pk], on, lawbook=lawbook)]
    again = {pk: stand_of(case, on, lawbook=lawbook) for pk, case in cases_of(stale)}
    owed = ClaimBalance.objects.filter(claim_id__in=ids).values_list("claim_id").annotate(yen=Sum("balance_yen"))
    balances_yen = dict(owed)
    for claim in page:
        stand = again.get(claim.pk)
        if stand is not None and stand.standing != Standing.DATA_TO_CHECK.value:
            continue
        yield CheckLine(
            claim_id=claim.pk,
            assessment_number=claim.assessment_number,
            instalment=claim.instalment,
            receivable=str(claim.receivable),
            office=claim.office.name,
            due_on=claim.due_on,
            balance_yen=balances_yen[claim.pk],
            obligor_id=claim.obligor_id,
            obligor=claim.obligor.name,
            reason=stand.check_reason if stand else kept[claim.pk].check_reason,
        )


def _is_overtaken(row: ClaimStanding, on: date, *, lawbook: LawBook) -> bool:
    return row.law_hash != basis_hash(lawbook) or (row.next_change_on is not None and row.next_change_on <= on)
