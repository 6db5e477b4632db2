"""The database and the domain keep the same ledger.

The one idea: random entries are offered to both; what one accepts the other accepts, what one refuses the other refuses, and at the end
balances, carry-overs and year figures are equal.
"""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saiken.domain.claim.attribution import Portion
from saiken.domain.claim.entry import Account, Component, EntryKind
from saiken.domain.claim.ledger import Position, Posting, after, carried_yen
from saiken.domain.errors import Refused
from saiken.domain.sheets.compute import LedgerFigures
from saiken.register.actions._ledger import append_entries
from saiken.register.actions.record_entries import BookedClaim, EntryDraft, draft
from saiken.register.models import ClaimBalance, Entry
from saiken.register.queries.as_of import NOW, AsOf
from saiken.register.queries.verify import differences
from saiken.register.queries.year_figures import computed_ledger, figures_of
from tests.support.small_register import SmallRegister

FIRST_DAY = date(2018, 4, 1)

#: Kinds with the sign of their yen; transfers and appropriations have two sides and are told in test_ledger.
_SIGNS = {
    EntryKind.ASSESSED: 1,
    EntryKind.INCREASED: 1,
    EntryKind.REDUCED: -1,
    EntryKind.RECEIVED: 1,
    EntryKind.REFUNDED: -1,
    EntryKind.WRITTEN_OFF: 1,
}

_offers = st.lists(
    st.tuples(
        st.sampled_from(list(_SIGNS)),
        st.integers(1, 2_000),
        st.sampled_from([Component.PRINCIPAL, Component.LATE_CHARGE]),
        st.integers(0, 800),
        st.booleans(),
    ),
    min_size=1,
    max_size=25,
)


def _offered(claim: BookedClaim, offer: tuple[EntryKind, int, Component, int, bool]) -> EntryDraft:
    kind, yen, component, days, overpays = offer
    may_overpay = overpays and kind in (EntryKind.RECEIVED, EntryKind.REDUCED)
    return draft(
        claim,
        kind,
        yen=_SIGNS[kind] * yen,
        effective_on=FIRST_DAY + timedelta(days=days),
        component=component,
        particulars={"allows_overpayment": may_overpay, "cause": "waived" if kind is EntryKind.WRITTEN_OFF else ""},
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
        allows_overpayment=entry.allows_overpayment,
    )


def _accepted_by_the_domain(position: Position, posting: Posting) -> Position | None:
    try:
        return after(position, posting)
    except Refused:
        return None


def _accepted_by_the_database(entry: EntryDraft) -> bool:
    try:
        with transaction.atomic():
            append_entries([entry], by="kakari")
    except IntegrityError:
        return False
    return True


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(offers=_offers)
def test_domain_and_database_agree_on_any_entries(small: SmallRegister, offers: list) -> None:
    with transaction.atomic():
        _agree(small, offers)
        transaction.set_rollback(True)  # the next example begins empty again


def _agree(small: SmallRegister, offers: list) -> None:
    claim_id = small.claim(yen=1_000)
    claim = BookedClaim(claim_id, small.premium, small.bureau, 2018)
    position, number = _first(claim_id)
    for offer in offers:
        entry = _offered(claim, offer)
        folded = _accepted_by_the_domain(position, _posting(number + 1, entry))
        assert _accepted_by_the_database(entry) == (folded is not None), entry
        if folded is not None:
            position, number = folded, number + 1
    stored = dict(ClaimBalance.objects.filter(claim_id=claim_id).values_list("component", "balance_yen"))
    assert stored == {component.value: yen for component, yen in position.balances_yen.items()}
    _agree_on_years(small.premium, position)
    assert list(differences()) == []


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
    )
    return after(Position(), assessed), first.sequence


def _agree_on_years(receivable_id: int, position: Position) -> None:
    postings = list(position.postings.values())
    computed = computed_ledger(NOW)[receivable_id]
    for year in range(2018, 2022):
        figures = figures_of(computed, year)
        carried = sum(carried_yen(postings, through_year=year).values())
        assert figures.figures.total_balance_yen == carried
        assert figures.carried_in_yen == sum(carried_yen(postings, through_year=year - 1).values())
        assert figures.figures == _summed(postings, year, figures.carried_in_yen)
    day = FIRST_DAY + timedelta(days=400)
    early = [posting for posting in postings if posting.effective_on <= day]
    cut = computed_ledger(AsOf(effective_on=day)).get(receivable_id, {})
    assert figures_of(cut, 2021).figures.total_balance_yen == sum(posting.change_yen for posting in early)


def _summed(postings: list[Posting], year: int, carried_in_yen: int) -> LedgerFigures:
    names = {Account.ASSESSMENT: "assessed", Account.RECEIPT: "received", Account.WRITE_OFF: "written_off"}
    sums = {"past_assessed_yen": carried_in_yen}
    for posting in postings:
        if posting.accounting_year == year:
            field = f"{posting.portion.value}_{names[posting.account]}_yen"
            sums[field] = sums.get(field, 0) + posting.yen
    return LedgerFigures(**sums)
