"""Moves a claim to another receivable or another office (移管).

The one idea: the claim stays the same; every component with a balance leaves here and arrives there by two entries of the same yen, so
both sides show it and the city's total does not change.
"""

from collections.abc import Iterator
from datetime import date

from saiken.domain.claim.attribution import AccountKind
from saiken.domain.claim.entry import Component, EntryKind
from saiken.domain.errors import InvalidInput, Refused
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._claims import balances_of, booked_claim, closed_through, component_receivable
from saiken.register.actions._drafts import BookedClaim, EntryDraft, draft
from saiken.register.actions._found import found
from saiken.register.actions._ledger import append_entries
from saiken.register.actions._standings import refresh
from saiken.register.models import Claim, Receivable


@action
def transfer(
    *,
    claim_id: int,
    lawbook: LawBook,
    by: str,
    on: date,
    to_receivable_id: int | None = None,
    to_office_id: int | None = None,
    note: str = "",
) -> Done[range]:
    """Move the whole open balance; returns the numbers of all entries. Refused for another kind of accounts or a class not allowed."""
    balances = {component: yen for component, yen in balances_of(claim_id).items() if yen > 0}
    if not balances:
        raise InvalidInput("移管する残高がありません", place="債権", found=str(claim_id))
    target = found(Receivable, to_receivable_id, called="移管先の債権") if to_receivable_id is not None else None
    entries: list[EntryDraft] = []
    for component, yen in balances.items():
        here = booked_claim(claim_id, component)
        there = _there(here, component, target=target, to_office_id=to_office_id)
        entries.extend(_two_sides(here, there, component=component, yen=yen, on=on, note=note))
    numbers = append_entries(entries, by=by)
    refresh([claim_id], on=on, lawbook=lawbook, by=by)
    detail = {"entries": list(numbers), "receivable": to_receivable_id, "office": to_office_id}
    return Done(numbers, f"債権 {claim_id}", detail)


def _there(
    here: BookedClaim, component: Component, *, target: Receivable | None, to_office_id: int | None
) -> BookedClaim:
    there = here._replace(office_id=to_office_id if to_office_id is not None else here.office_id)
    if target is not None:
        receivable = component_receivable(target, component)
        if AccountKind(receivable.account_kind) is not here.account_kind:
            raise Refused("会計の異なる債権へは移管できません")
        if Claim.objects.values_list("legal_class", flat=True).get(pk=here.claim_id) not in receivable.allowed_classes:
            raise Refused("移管先の債権整理番号では認められていない債権区分です")
        there = there._replace(receivable_id=receivable.pk, closed_through=closed_through(receivable.pk))
    if there[1:3] == here[1:3]:
        raise InvalidInput("移管先が今の所属と同じです", place="移管先")
    return there


def _two_sides(
    here: BookedClaim, there: BookedClaim, *, component: Component, yen: int, on: date, note: str
) -> Iterator[EntryDraft]:
    later = max((year for year in (here.closed_through, there.closed_through) if year is not None), default=None)
    for side, signed_yen, answers in ((here, -yen, False), (there, yen, True)):
        yield draft(
            side._replace(closed_through=later),
            EntryKind.TRANSFERRED,
            yen=signed_yen,
            effective_on=on,
            component=component,
            particulars={"answers_previous": answers, "note": note},
        )
