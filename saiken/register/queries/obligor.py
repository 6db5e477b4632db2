"""One obligor: who it is, and the claims it answers for, as far as the scope sees them.

The one idea: an obligor may be seen when one of its claims may; claims of other offices are counted but not shown. Reading leaves a
row in the access log; the address of a protected person is never given.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, Sum

from saiken.domain.errors import InvalidInput
from saiken.register.access import log_read
from saiken.register.models import Claim, ClaimBalance, Obligor, ObligorRole
from saiken.register.queries.scope import Scope

PAGE_SIZE = 50


@dataclass(frozen=True)
class ObligorClaim:
    """A claim the obligor answers for; `balance_yen` is what is owed now, all components together."""

    claim_id: int
    receivable: str
    assessment_number: str
    instalment: str
    fiscal_year: int
    legal_class: str
    office: str
    due_on: date
    is_principal: bool
    balance_yen: int


@dataclass(frozen=True)
class ObligorPage:
    """`address` and `telephone` are empty for a protected person; `claim_count` and `balance_yen` are over all claims
    that the scope sees; `next_before` continues the claims, None at the end."""

    obligor_id: int
    kind: str
    name: str
    name_kana: str
    external_number: str
    birth_on: date | None
    died_on: date | None
    postal_code: str
    address: str
    telephone: str
    protected: bool
    claims: tuple[ObligorClaim, ...]
    claim_count: int
    balance_yen: int
    next_before: int | None


def obligor_page(obligor_id: int, *, scope: Scope, before: int | None = None) -> ObligorPage:
    """The obligor with claims newest first; raises InvalidInput when there is none or no claim that the scope sees."""
    obligor = Obligor.objects.filter(pk=obligor_id).first()
    seen = _claims_in_scope(obligor_id, scope)
    if obligor is None or (scope.offices is not None and not seen.exists()):
        raise InvalidInput("債務者がないか、見ることのできる範囲の外にあります", place="債務者", found=str(obligor_id))
    log_read(scope, what="obligor", subject=f"債務者 {obligor_id}")
    rows = seen if before is None else seen.filter(pk__lt=before)
    page = list(rows.select_related("receivable", "office").order_by("-pk")[: PAGE_SIZE + 1])
    shown = page[:PAGE_SIZE]
    owed = ClaimBalance.objects.filter(claim_id__in=seen.values("pk"))
    return ObligorPage(
        obligor_id=obligor.pk,
        kind=obligor.kind,
        name=obligor.name,
        name_kana=obligor.name_kana,
        external_number=obligor.external_number,
        birth_on=obligor.birth_on,
        died_on=obligor.died_on,
        postal_code="" if obligor.protected else obligor.postal_code,
        address="" if obligor.protected else obligor.address,
        telephone="" if obligor.protected else obligor.telephone,
        protected=obligor.protected,
        claims=_lines(shown, obligor_id),
        claim_count=seen.count(),
        balance_yen=int(owed.aggregate(yen=Sum("balance_yen"))["yen"] or 0),
        next_before=shown[-1].pk if len(page) > PAGE_SIZE else None,
    )


def _claims_in_scope(obligor_id: int, scope: Scope) -> QuerySet[Claim]:
    """The claims the obligor answers for, in whichever role, that the scope sees."""
    further = list(ObligorRole.objects.filter(obligor_id=obligor_id).values_list("claim_id", flat=True))
    return scope.claims().filter(Q(obligor_id=obligor_id) | Q(pk__in=further))


def _lines(claims: list[Claim], obligor_id: int) -> tuple[ObligorClaim, ...]:
    owed = ClaimBalance.objects.filter(claim_id__in=[claim.pk for claim in claims])
    balances = dict(owed.values("claim_id").annotate(yen=Sum("balance_yen")).values_list("claim_id", "yen"))
    return tuple(
        ObligorClaim(
            claim_id=claim.pk,
            receivable=str(claim.receivable),
            assessment_number=claim.assessment_number,
            instalment=claim.instalment,
            fiscal_year=claim.fiscal_year,
            legal_class=claim.legal_class,
            office=claim.office.name,
            due_on=claim.due_on,
            is_principal=claim.obligor_id == obligor_id,
            balance_yen=int(balances.get(claim.pk, 0)),
        )
        for claim in claims
    )
