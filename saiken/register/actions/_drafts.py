"""Entries before they are numbered.

The one idea: a draft is a plain tuple in the order of the table's columns, so a million of them are cheap; `draft` places it in its
fiscal year. Nothing here writes.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from saiken.domain.claim.attribution import AccountKind, accounting_year_of, portion_of
from saiken.domain.claim.entry import POSTINGS, Account, Component, EntryKind


class BookedClaim(NamedTuple):
    """What an entry must know of its claim: where it is booked, its revenue year, the accounts, the last closed year."""

    claim_id: int
    receivable_id: int
    office_id: int
    fiscal_year: int
    past_from_start: bool = False
    account_kind: AccountKind = AccountKind.GENERAL
    closed_through: int | None = None


class EntryDraft(NamedTuple):
    """One entry without its number. `answers_previous` marks the arriving side whose giving side is the draft just before it."""

    claim_id: int
    receivable_id: int
    office_id: int
    component: str
    kind: str
    account: str
    yen: int
    effective_on: date
    accounting_year: int
    portion: str
    arrived_on: date | None = None
    channel: str = ""
    cause: str = ""
    allows_overpayment: bool = False
    reverses_id: int | None = None
    answers_previous: bool = False
    document_number: str = ""
    note: str = ""


#: The account of every kind that has only one.
_ACCOUNT_OF: Mapping[EntryKind, Account] = {
    kind: next(iter(accounts)) for kind, (accounts, _) in POSTINGS.items() if len(accounts) == 1
}


def draft(
    claim: BookedClaim,
    kind: EntryKind,
    *,
    yen: int,
    effective_on: date,
    component: Component = Component.PRINCIPAL,
    particulars: Mapping[str, Any] | None = None,
) -> EntryDraft:
    """An entry of `kind` with signed `yen`, in the fiscal year its day gives it; `particulars` are further fields of EntryDraft."""
    year = accounting_year_of(
        kind,
        effective_on=effective_on,
        claim_year=claim.fiscal_year,
        account_kind=claim.account_kind,
        closed_through=claim.closed_through,
    )
    return EntryDraft(
        claim.claim_id,
        claim.receivable_id,
        claim.office_id,
        component.value,
        kind.value,
        _ACCOUNT_OF[kind].value,
        yen,
        effective_on,
        year,
        portion_of(year, claim_year=claim.fiscal_year, past_from_start=claim.past_from_start).value,
        **(particulars or {}),
    )
