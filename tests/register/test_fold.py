"""The database and the domain keep the same ledger.

The one idea: random entries are offered to both; what one accepts the other accepts, what one refuses the other refuses, and at the end
balances, carry-overs and year figures are equal.
"""

from datetime import date, timedelta
from typing import NamedTuple

from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saiken.domain.claim.attribution import Portion, accounting_year_of, portion_of
from saiken.domain.claim.entry import Account, Component, EntryKind
from saiken.domain.claim.ledger import Position, Posting, after, carried_yen
from saiken.domain.errors import Refused
from saiken.domain.sheets.compute import LedgerFigures
from saiken.register.actions._ledger import append_entries
from saiken.register.actions.record_entries import BookedClaim, EntryDraft, draft
from saiken.register.models import ClaimBalance, Entry
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.verify import CHECKS
from saiken.register.queries.year_figures import YearFigures, computed_ledger, figures_of
from tests.support.small_register import SmallRegister

FIRST_DAY = date(2018, 4, 1)

#: Kinds with the sign of their yen; an appropriation concerns two claims and is told in test_ledger.
_SIGNS = {
    EntryKind.ASSESSED: 1,
    EntryKind.INCREASED: 1,
    EntryKind.REDUCED: -1,
    EntryKind.RECEIVED: 1,
    EntryKind.REFUNDED: -1,
    EntryKind.WRITTEN_OFF: 1,
}


#: What the entries alone decide; they come here past the actions, which keep standings, files and lists.
_LEDGER = ("sequence", "balances", "years", "sides", "reversals", "closes", "classes", "moments")


class Offer(NamedTuple):
    """What somebody tries to record. A reversal takes back the entry `yen` points at; a transfer moves all, or `yen` when `is_odd`."""

    kind: EntryKind
    yen: int
    component: Component
    days: int
    is_odd: bool


_offers = st.lists(
    st.builds(
        Offer,
        st.sampled_from([*_SIGNS, EntryKind.RECEIVED, *[EntryKind.REVERSED, EntryKind.TRANSFERRED] * 3]),
        st.integers(1, 600),
        st.sampled_from([Component.PRINCIPAL, Component.LATE_CHARGE]),
        st.integers(0, 800),
        st.booleans(),
    ),
    min_size=6,
    max_size=25,
)


def _offered(claim: BookedClaim, offer: Offer, *, position: Position, to_receivable_id: int) -> list[EntryDraft]:
    """The entries of the offer, booked where the component is now."""
    place = position.places.get(offer.component, position.places[Component.PRINCIPAL])
    here = claim._replace(receivable_id=int(place))
    if offer.kind is EntryKind.REVERSED:
        return [_reversal(here, offer, position)]
    if offer.kind is EntryKind.TRANSFERRED:
        there = here._replace(receivable_id=to_receivable_id)
        yen = offer.yen if offer.is_odd else max(1, position.balances_yen.get(offer.component, 0))
        return [_entry(here, offer, yen=-yen), _entry(there, offer, yen=yen)._replace(answers_previous=True)]
    return [_entry(here, offer, yen=_SIGNS[offer.kind] * offer.yen)]


def _entry(claim: BookedClaim, offer: Offer, *, yen: int) -> EntryDraft:
    may_overpay = offer.is_odd and offer.kind in (EntryKind.RECEIVED, EntryKind.REDUCED)
    cause = "waived" if offer.kind is EntryKind.WRITTEN_OFF else ""
    return draft(
        claim,
        offer.kind,
        yen=yen,
        effective_on=FIRST_DAY + timedelta(days=offer.days),
        component=offer.component,
        particulars={"allows_overpayment": may_overpay, "cause": cause},
    )


def _reversal(claim: BookedClaim, offer: Offer, position: Position) -> EntryDraft:
    target = list(position.postings.values())[offer.yen % len(position.postings)]
    effective_on = FIRST_DAY + timedelta(days=offer.days)
    year = accounting_year_of(
        EntryKind.REVERSED,
        effective_on=effective_on,
        claim_year=claim.fiscal_year,
        account_kind=claim.account_kind,
        reversed_year=target.accounting_year,
    )
    return EntryDraft(
        claim_id=claim.claim_id,
        receivable_id=int(position.places[target.component]),
        office_id=claim.office_id,
        component=target.component.value,
        kind=EntryKind.REVERSED.value,
        account=target.account.value,
        yen=-target.yen,
        effective_on=effective_on,
        accounting_year=year,
        portion=portion_of(year, claim_year=claim.fiscal_year).value,
        allows_overpayment=offer.is_odd,
        reverses_id=target.sequence,
    )


def _posting(sequence: int, entry: EntryDraft) -> Posting:
    return Posting(
        sequence=sequence,
        kind=EntryKind(entry.kind),
        account=Account(entry.account),
        component=Component(entry.component),
        yen=entry.yen,
        effective_on=entry.effective_on,
        accounting_year=entry.accounting_year,
        portion=Portion(entry.portion),
        place=str(entry.receivable_id),
        reverses=entry.reverses_id,
        allows_overpayment=entry.allows_overpayment,
    )


def _accepted_by_the_domain(position: Position, postings: list[Posting]) -> Position | None:
    try:
        for posting in postings:
            position = after(position, posting)
    except Refused:
        return None
    return position


def _accepted_by_the_database(entries: list[EntryDraft]) -> bool:
    try:
        with transaction.atomic():
            append_entries(entries, by="kakari")
    except IntegrityError:
        return False
    return True


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(offers=_offers)
def test_domain_and_database_agree_on_any_entries(small: SmallRegister, offers: list[Offer]) -> None:
    with transaction.atomic():
        _agree(small, offers)
        transaction.set_rollback(True)  # the next example begins empty again


def _agree(small: SmallRegister, offers: list[Offer]) -> None:
    claim_id = small.claim(yen=1_000)
    claim = BookedClaim(claim_id, small.premium, small.bureau, 2018)
    position, number = _first(claim_id)
    for offer in offers:
        is_at_home = position.places.get(offer.component, "") != str(small.loan)
        there = small.loan if is_at_home else small.premium
        entries = _offered(claim, offer, position=position, to_receivable_id=there)
        postings = [_posting(number + place, entry) for place, entry in enumerate(entries, start=1)]
        folded = _accepted_by_the_domain(position, postings)
        assert _accepted_by_the_database(entries) == (folded is not None), entries
        if folded is not None:
            position, number = folded, number + len(entries)
    stored = dict(ClaimBalance.objects.filter(claim_id=claim_id).values_list("component", "balance_yen"))
    assert stored == {component.value: yen for component, yen in position.balances_yen.items()}
    _agree_on_years((small.premium, small.loan), position)
    assert [fault for check in _LEDGER for fault in CHECKS[check]()] == []


def _first(claim_id: int) -> tuple[Position, int]:
    """The position after the claim's own assessment."""
    first = Entry.objects.get(claim_id=claim_id)
    assessed = Posting(
        sequence=first.sequence,
        kind=EntryKind.ASSESSED,
        account=Account.ASSESSMENT,
        component=Component.PRINCIPAL,
        yen=first.yen,
        effective_on=first.effective_on,
        accounting_year=first.accounting_year,
        portion=Portion.CURRENT,
        place=str(first.receivable_id),
    )
    return after(Position(), assessed), first.sequence


def _agree_on_years(receivable_ids: tuple[int, int], position: Position) -> None:
    postings = list(position.postings.values())
    for year in range(2018, 2022):
        figures = _year(receivable_ids, year, NOW)
        carried = sum(carried_yen(postings, through_year=year).values())
        assert figures.figures.total_balance_yen == carried
        assert figures.carried_in_yen == sum(carried_yen(postings, through_year=year - 1).values())
        assert figures.figures == _summed(postings, year, figures.carried_in_yen)
    day = FIRST_DAY + timedelta(days=400)
    early = [posting for posting in postings if posting.effective_on <= day]
    cut = _year(receivable_ids, 2021, AsOf(effective_on=day))
    assert cut.figures.total_balance_yen == sum(posting.change_yen for posting in early)


def _year(receivable_ids: tuple[int, int], year: int, as_of: AsOf) -> YearFigures:
    """Both receivables together."""
    computed = computed_ledger(as_of)
    one, other = (figures_of(computed.get(pk, {}), year) for pk in receivable_ids)
    return one + other


def _summed(postings: list[Posting], year: int, carried_in_yen: int) -> LedgerFigures:
    names = {Account.ASSESSMENT: "assessed", Account.RECEIPT: "received", Account.WRITE_OFF: "written_off"}
    sums = {"past_assessed_yen": carried_in_yen}
    for posting in postings:
        if posting.accounting_year == year:
            field = f"{posting.portion.value}_{names[posting.account]}_yen"
            sums[field] = sums.get(field, 0) + posting.yen
    return LedgerFigures(**sums)
