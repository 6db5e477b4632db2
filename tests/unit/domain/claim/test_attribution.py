"""Which fiscal year money belongs to: the table of the accounting rules, case by case (自治令 142条, 160条; 自治法 235条の5).

The one idea: every line is a case an accounting officer can check; 2018 is 平成30年度, whose accounts closed on 2019-05-31.
"""

from datetime import date

import pytest

from saiken.domain.claim.attribution import (
    AccountKind,
    Portion,
    RevenueBasis,
    accounting_year_of,
    closing_day,
    late_charge_year,
    portion_of,
    revenue_year,
)
from saiken.domain.claim.entry import EntryKind
from saiken.domain.errors import InvalidInput

GENERAL, ENTERPRISE = AccountKind.GENERAL, AccountKind.PUBLIC_ENTERPRISE


@pytest.mark.parametrize(
    ("claim_year", "received_on", "year", "portion"),
    [
        # arose in the old year
        (2018, date(2019, 3, 31), 2018, Portion.CURRENT),
        (2018, date(2019, 4, 1), 2018, Portion.CURRENT),
        (2018, date(2019, 5, 31), 2018, Portion.CURRENT),
        (2018, date(2019, 6, 1), 2019, Portion.PAST),
        # arose in the new year
        (2019, date(2019, 4, 1), 2019, Portion.CURRENT),
        (2019, date(2019, 6, 1), 2019, Portion.CURRENT),
        # carried over already: from 4/1 the money is the new year's
        (2017, date(2019, 3, 31), 2018, Portion.PAST),
        (2017, date(2019, 4, 1), 2019, Portion.PAST),
        (2017, date(2019, 5, 31), 2019, Portion.PAST),
        (2017, date(2018, 6, 1), 2018, Portion.PAST),
        # paid before the year began
        (2019, date(2019, 3, 25), 2019, Portion.CURRENT),
    ],
)
def test_received_money_belongs_to(claim_year: int, received_on: date, year: int, portion: Portion) -> None:
    found = accounting_year_of(
        EntryKind.RECEIVED, effective_on=received_on, claim_year=claim_year, account_kind=GENERAL
    )
    assert (found, portion_of(found, claim_year=claim_year)) == (year, portion)


@pytest.mark.parametrize(
    ("received_on", "year"), [(date(2019, 3, 31), 2018), (date(2019, 4, 1), 2019), (date(2019, 5, 31), 2019)]
)
def test_public_enterprise_accounts_have_no_closing_period(received_on: date, year: int) -> None:
    assert closing_day(2018, ENTERPRISE) == date(2019, 3, 31)
    assert closing_day(2018, GENERAL) == date(2019, 5, 31)
    found = accounting_year_of(EntryKind.RECEIVED, effective_on=received_on, claim_year=2018, account_kind=ENTERPRISE)
    assert found == year


@pytest.mark.parametrize(
    ("kind", "on", "year"),
    [
        (EntryKind.ASSESSED, date(2019, 4, 10), 2018),  # the facts decide the year, not the day it is written
        (EntryKind.REDUCED, date(2019, 5, 20), 2018),  # a correction while the accounts are open
        (EntryKind.REDUCED, date(2019, 6, 3), 2019),
        (EntryKind.WRITTEN_OFF, date(2019, 3, 31), 2018),
        (EntryKind.WRITTEN_OFF, date(2019, 5, 20), 2019),  # the year of the cause, closing period or not
        (EntryKind.REFUNDED, date(2019, 5, 31), 2018),
        (EntryKind.TRANSFERRED, date(2019, 6, 1), 2019),
    ],
)
def test_other_entries_on_a_claim_of_2018_belong_to(kind: EntryKind, on: date, year: int) -> None:
    assert accounting_year_of(kind, effective_on=on, claim_year=2018, account_kind=GENERAL) == year


@pytest.mark.parametrize(("on", "year"), [(date(2019, 5, 31), 2018), (date(2019, 6, 1), 2019)])
def test_a_reversal_stays_in_the_year_it_corrects_while_that_is_open(on: date, year: int) -> None:
    found = accounting_year_of(
        EntryKind.REVERSED, effective_on=on, claim_year=2015, account_kind=GENERAL, reversed_year=2018
    )
    assert found == year


def test_what_is_recorded_after_the_close_goes_to_the_first_open_year() -> None:
    found = accounting_year_of(
        EntryKind.RECEIVED,
        effective_on=date(2019, 5, 30),
        claim_year=2018,
        account_kind=GENERAL,
        closed_through=2018,
    )
    assert found == 2019


@pytest.mark.parametrize(
    ("due_on", "notified_on", "year"),
    [
        (date(2019, 3, 31), None, 2018),  # a Sunday, payable on 4/1, still the old year
        (date(2019, 3, 31), date(2019, 3, 10), 2018),
        (date(2019, 2, 28), date(2019, 4, 1), 2018),  # the year's end was moved to 4/1
        (date(2019, 2, 28), date(2019, 4, 2), 2019),  # no notice by the year's end: the year of the notice
        (date(2018, 2, 28), date(2018, 4, 2), 2017),  # 3/31 was a Saturday
        (date(2021, 2, 28), date(2021, 4, 1), 2021),  # 3/31 was a Wednesday
    ],
)
def test_a_fixed_due_date_decides_before_a_holiday_moves_it(due_on: date, notified_on: date | None, year: int) -> None:
    found = revenue_year(RevenueBasis.FIXED_DUE_DATE, due_before_shift_on=due_on, notified_on=notified_on)
    assert found == year


def test_other_revenues_go_by_notice_receipt_or_withholding() -> None:
    assert (
        revenue_year(RevenueBasis.NOTICE, notified_on=date(2019, 3, 31), due_before_shift_on=date(2019, 4, 30)) == 2018
    )
    assert revenue_year(RevenueBasis.RECEIPT, received_on=date(2019, 4, 1)) == 2019
    assert revenue_year(RevenueBasis.WITHHOLDING, withheld_on=date(2019, 3, 31)) == 2018


@pytest.mark.parametrize("basis", list(RevenueBasis))
def test_a_missing_day_is_asked_for(basis: RevenueBasis) -> None:
    with pytest.raises(InvalidInput, match="年度所属区分を決める日がありません"):
        revenue_year(basis)


@pytest.mark.parametrize(
    ("underlying", "assessed_on", "year"),
    [
        (2018, date(2018, 12, 1), 2018),  # on a current claim: current revenue
        (2018, date(2019, 5, 31), 2018),
        (2018, date(2019, 6, 1), 2019),  # on a carried-over claim: the year that claim is booked in
        (2015, date(2019, 4, 1), 2019),
    ],
)
def test_a_late_charge_follows_the_underlying_revenue(underlying: int, assessed_on: date, year: int) -> None:
    assert late_charge_year(underlying, assessed_on=assessed_on, account_kind=GENERAL) == year


def test_a_late_assessment_may_stand_in_the_past_column_at_once() -> None:
    assert portion_of(2018, claim_year=2018, past_from_start=True) is Portion.PAST


def test_no_entry_precedes_its_claims_year() -> None:
    with pytest.raises(ValueError, match="lies before"):
        portion_of(2017, claim_year=2018)
