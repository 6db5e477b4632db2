"""Which fiscal year money belongs to, and whether it is 現年度分 or 滞納繰越分 there.

The one idea: a claim has one revenue year (年度所属, 自治令 142条). Until that year's accounts close (自治法 235条の5: 5/31; public
enterprise accounts: 3/31) its money belongs to it; afterwards to the fiscal year of the day (自治令 160条). The late charge and the
demand fee go where the underlying revenue goes (142条3項), so they need no rule of their own. Holidays of the municipality's own
ordinance are not known here.
"""

from datetime import date, timedelta
from enum import StrEnum

from saiken.domain.claim.entry import EntryKind
from saiken.domain.dates.fiscal_year import accounts_close_on, fiscal_year_of, last_day
from saiken.domain.errors import InvalidInput


class AccountKind(StrEnum):
    """一般会計等 (with a closing period) and 公営企業会計 (without)."""

    GENERAL = "general"
    PUBLIC_ENTERPRISE = "public_enterprise"


class Portion(StrEnum):
    """過年度分 (滞納繰越分) and 現年度分."""

    PAST = "past"
    CURRENT = "current"


class LateAssessmentRule(StrEnum):
    """Where a late assessment for an earlier year stands on the sheet: 現年度分, or 過年度分 as a negative イ."""

    CURRENT = "current"
    PAST_NEGATIVE_REDUCTION = "past_negative_reduction"


class RevenueBasis(StrEnum):
    """How 自治令 142条1項 places a revenue: by a fixed due date, by its notice, by receipt, or by the month it is withheld in."""

    FIXED_DUE_DATE = "fixed_due_date"
    NOTICE = "notice"
    RECEIPT = "receipt"
    WITHHOLDING = "withholding"


def closing_day(fiscal_year: int, account_kind: AccountKind) -> date:
    """The day the accounts of the year close: 5/31, for public enterprises 3/31 (自治法 235条の5, 地方公営企業法)."""
    return last_day(fiscal_year) if account_kind is AccountKind.PUBLIC_ENTERPRISE else accounts_close_on(fiscal_year)


def revenue_year(
    basis: RevenueBasis,
    *,
    due_before_shift_on: date | None = None,
    notified_on: date | None = None,
    received_on: date | None = None,
    withheld_on: date | None = None,
) -> int:
    """歳入の会計年度所属区分: the fiscal year a revenue belongs to (自治令 142条1項・2項).

    A fixed due date counts as it was before a holiday moved it (3/31 on a Sunday is still the old year); when no notice was given
    by the end of that year, the year of the notice. Raises InvalidInput when the day that decides is missing.
    """
    match basis:
        case RevenueBasis.FIXED_DUE_DATE:
            year = fiscal_year_of(_needed(due_before_shift_on, "納期の末日"))
            notified_late = notified_on is not None and notified_on > _year_end_for_notice(year)
            return fiscal_year_of(notified_on) if notified_on is not None and notified_late else year
        case RevenueBasis.NOTICE:
            return fiscal_year_of(_needed(notified_on, "納入通知を発した日"))
        case RevenueBasis.RECEIPT:
            return fiscal_year_of(_needed(received_on, "領収した日"))
    return fiscal_year_of(_needed(withheld_on, "特別徴収すべき月"))


def _needed(day: date | None, name: str) -> date:
    if day is None:
        raise InvalidInput("年度所属区分を決める日がありません", place=name, expected="日付")
    return day


def _year_end_for_notice(fiscal_year: int) -> date:
    """3/31, or the Monday after when it falls on a weekend (142条2項; 3/31 is never a national holiday)."""
    day = last_day(fiscal_year)
    return day + timedelta(days=7 - day.weekday() if day.weekday() >= 5 else 0)


def accounting_year_of(
    kind: EntryKind,
    *,
    effective_on: date,
    claim_year: int,
    account_kind: AccountKind,
    reversed_year: int | None = None,
    closed_through: int | None = None,
) -> int:
    """会計年度所属: the fiscal year an entry belongs to.

    An assessment belongs to the claim's revenue year. Money and corrections belong to it until its accounts close, then to the year
    of their day; so money on a carried-over claim from 4/1 on is the new year's. A write-off belongs to the year of its cause. A
    reversal stays in the year it corrects (`reversed_year`) while that is open. What is recorded after the accounts were closed
    (`closed_through`, the last closed year) goes to the first open year (自治令 160条).
    """
    home = reversed_year if kind is EntryKind.REVERSED and reversed_year is not None else claim_year
    year = fiscal_year_of(effective_on)
    if kind is EntryKind.ASSESSED:
        year = claim_year
    elif kind is EntryKind.WRITTEN_OFF:
        year = max(claim_year, year)
    elif effective_on <= closing_day(home, account_kind):
        year = home
    return year if closed_through is None else max(year, closed_through + 1)


def portion_of(accounting_year: int, *, claim_year: int, past_from_start: bool = False) -> Portion:
    """現年度分 in the claim's own revenue year, 滞納繰越分 in every later one.

    `past_from_start` marks a late assessment for an earlier year that its receivable shows in the past column at once.
    """
    if accounting_year < claim_year:
        raise ValueError(f"accounting year {accounting_year} lies before the claim's year {claim_year}")
    return Portion.PAST if past_from_start or accounting_year > claim_year else Portion.CURRENT


def late_charge_year(underlying_claim_year: int, *, assessed_on: date, account_kind: AccountKind) -> int:
    """延滞金等の年度: the revenue year of a late charge kept as a claim of its own (自治令 142条3項).

    It is the year in which the underlying revenue is booked on that day.
    """
    return accounting_year_of(
        EntryKind.RECEIVED, effective_on=assessed_on, claim_year=underlying_claim_year, account_kind=account_kind
    )
