"""Takes an entry back (取消し).

The one idea: a reversal is a new entry of the opposite sign in the same account, once and in full; a partial correction is a reversal and
a new entry. Transfers and appropriations are undone by their opposite, not here.
"""

from datetime import date

from saiken.domain.claim.attribution import accounting_year_of, portion_of
from saiken.domain.claim.entry import Component, EntryKind
from saiken.domain.errors import InvalidInput
from saiken.law.lawbook import LawBook
from saiken.register.actions._base import Done, action
from saiken.register.actions._claims import booked_claim
from saiken.register.actions._drafts import EntryDraft
from saiken.register.actions._ledger import append_entries
from saiken.register.actions._standings import refresh
from saiken.register.models import Entry


@action
def reverse(
    *, sequence: int, lawbook: LawBook, by: str, on: date, note: str = "", overpayment: bool = False
) -> Done[int]:
    """Reverse the entry `sequence`; returns the reversal's own number. `overpayment` records that it leaves the claim overpaid."""
    entry = Entry.objects.filter(pk=sequence).first()
    if entry is None:
        raise InvalidInput("記入がありません", place="通し番号", found=str(sequence))
    claim = booked_claim(entry.claim_id, Component(entry.component))
    year = accounting_year_of(
        EntryKind.REVERSED,
        effective_on=on,
        claim_year=claim.fiscal_year,
        account_kind=claim.account_kind,
        reversed_year=entry.accounting_year,
        closed_through=claim.closed_through,
    )
    portion = portion_of(year, claim_year=claim.fiscal_year, past_from_start=claim.past_from_start)
    reversal = EntryDraft(
        claim_id=claim.claim_id,
        receivable_id=claim.receivable_id,
        office_id=claim.office_id,
        component=entry.component,
        kind=EntryKind.REVERSED.value,
        account=entry.account,
        yen=-entry.yen,
        effective_on=on,
        accounting_year=year,
        portion=portion.value,
        allows_overpayment=overpayment,
        reverses_id=sequence,
        note=note,
    )
    (number,) = append_entries([reversal], by=by)
    refresh([entry.claim_id], on=on, lawbook=lawbook, by=by)
    return Done(number, f"債権 {entry.claim_id}", {"entry": number, "reverses": sequence, "yen": -entry.yen})
