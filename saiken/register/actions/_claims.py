"""Finds what an entry must know of its claim.

The one idea: where a claim component is booked now is read from its balance row, locked for the transaction; a component that has none
yet is booked where the principal is booked now, or under the receivable that takes over this component of it.
"""

from django.db.models import Max

from saiken.domain.claim.attribution import AccountKind
from saiken.domain.claim.entry import Component
from saiken.domain.errors import InvalidInput
from saiken.register.actions._drafts import BookedClaim
from saiken.register.models import Claim, ClaimBalance, Receivable, YearClose


def booked_claim(claim_id: int, component: Component = Component.PRINCIPAL) -> BookedClaim:
    """The claim as an entry sees it; raises InvalidInput when there is none."""
    claim = Claim.objects.select_related("receivable").filter(pk=claim_id).first()
    if claim is None:
        raise InvalidInput("債権がありません", place="債権", found=str(claim_id))
    booked = {row.component: row for row in ClaimBalance.objects.select_for_update().filter(claim_id=claim_id)}
    if component.value in booked:
        receivable, office_id = booked[component.value].receivable, booked[component.value].office_id
    else:
        beside = booked.get(Component.PRINCIPAL.value, claim)
        receivable, office_id = component_receivable(beside.receivable, component), beside.office_id
    return BookedClaim(
        claim_id=claim_id,
        receivable_id=receivable.pk,
        office_id=office_id,
        fiscal_year=claim.fiscal_year,
        past_from_start=claim.past_from_start,
        account_kind=AccountKind(receivable.account_kind),
        closed_through=closed_through(receivable.pk),
    )


def component_receivable(receivable: Receivable, component: Component) -> Receivable:
    """The receivable that a component of the receivable's claims is booked under: itself, or the part that takes it over."""
    if component is Component.PRINCIPAL:
        return receivable
    part = Receivable.objects.filter(part_of=receivable, part_component=component.value).order_by("from_on").last()
    return part or receivable


def closed_through(receivable_id: int) -> int | None:
    """The last closed fiscal year of a receivable, or None."""
    return last_closed_years().get(receivable_id)


def last_closed_years() -> dict[int, int]:
    """The last closed fiscal year of every receivable that ever closed one."""
    return dict(YearClose.objects.values_list("receivable_id").annotate(last=Max("fiscal_year")))


def balances_of(claim_id: int) -> dict[Component, int]:
    """Yen owed per component, locked for the transaction."""
    rows = ClaimBalance.objects.select_for_update().filter(claim_id=claim_id).order_by("component")
    return {Component(row.component): row.balance_yen for row in rows}


def positive(yen: int) -> int:
    """The yen themselves; raises InvalidInput unless they are a whole number above zero."""
    if not isinstance(yen, int) or isinstance(yen, bool) or yen <= 0:
        raise InvalidInput("金額は1円以上の整数です", place="金額", found=str(yen), expected="1以上の整数")
    return yen
