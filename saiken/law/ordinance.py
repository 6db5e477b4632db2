"""What ordinances decide, per claim kind and day: the terms of late charges, demands and reasonable periods.

The one idea: municipalities differ in these numbers and in nothing else, so a municipality is a folder of such terms (a profile) laid
over another. Which days and yen follow from them is computed in `domain.rules`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from saiken.law.citation import Citation

#: A claim kind's identifier (`domain.claim.kind.ClaimKind`), plain text here because the law knows no claims.
KindId = NewType("KindId", str)

#: The profile every other one is laid over; it has terms for every claim kind there is.
DEFAULT_PROFILE = "default"


class Truncation(StrEnum):
    """Where fractions below one yen are cut: per run of one rate within a tier, per calendar year, per tier, or once at the end."""

    PER_RATE_SEGMENT = "per_rate_segment"
    PER_CALENDAR_YEAR = "per_calendar_year"
    PER_TIER = "per_tier"
    NONE = "none"


class TierEnd(StrEnum):
    """When the first tier ends: months after the first counted day, ten days from the demand, the demand's designated day, or no tier."""

    MONTHS = "months"
    DEMAND_TEN_DAYS = "demand_ten_days"
    DESIGNATED_DAY = "designated_day"
    NONE = "none"


class ChargeStart(StrEnum):
    """The first counted day: the day after the due day, or the day after the day that the demand designates."""

    AFTER_DUE = "after_due"
    AFTER_DESIGNATED = "after_designated"


class DemandRestart(StrEnum):
    """Day 1 of the new prescription period after a first formal demand: D+11, after arrival, or after the designated day."""

    AFTER_TEN_DAYS = "after_ten_days"
    AFTER_ARRIVAL = "after_arrival"
    AFTER_DESIGNATED = "after_designated"


class SeizureStart(StrEnum):
    """When seizure becomes possible: D+11, the later of D+11 and the day after the designated day, or never (no self-execution)."""

    TEN_DAYS = "ten_days"
    LATER_OF_BOTH = "later_of_both"
    NEVER = "never"


@dataclass(frozen=True)
class LateChargeTerms:
    """How 延滞金 is computed. Rates are ids of parameters of yearly rates in per cent; units and minimums are yen (1 = no cut).

    `min_base_yen`: below it nothing is charged. `min_result_yen`: a total below it is nothing. `only_after_designated`: charged only
    when the demand's designated day passed unpaid.
    """

    first_rate: str
    later_rate: str
    tier_end: TierEnd
    tier_months: int
    start: ChargeStart
    only_after_designated: bool
    base_unit_yen: int
    min_base_yen: int
    result_unit_yen: int
    min_result_yen: int
    truncation: Truncation
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class DelayDamagesTerms:
    """How 遅延損害金 is computed: the contract's yearly rate in per cent as text (empty: the statutory one), units as above.

    `none_by_designated`: nothing is charged when all is paid by the day that the demand designates.
    """

    rate: str
    day_count: str
    base_unit_yen: int
    min_base_yen: int
    result_unit_yen: int
    min_result_yen: int
    citations: tuple[Citation, ...]
    none_by_designated: bool = False


@dataclass(frozen=True)
class DemandTerms:
    """督促: days after the due day within which it is sent, days it leaves for payment, its fee, and what it sets going."""

    deadline_days: int
    designated_days: int
    fee_yen: int
    restart: DemandRestart
    seizure: SeizureStart
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class ReasonablePeriods:
    """「相当の期間」 in months: before court action (自治令 171条の2), before collection is suspended (171条の5), before a waiver."""

    court_action_months: int
    collection_suspension_months: int
    waiver_months: int


@dataclass(frozen=True)
class Terms:
    """Everything an ordinance decides about one claim kind from a day on; None where no such charge exists.

    A part has articles of its own where the file names them, else those of the whole.
    """

    kind: KindId
    profile: str
    from_on: date
    until_on: date | None
    late_charge: LateChargeTerms | None
    delay_damages: DelayDamagesTerms | None
    demand: DemandTerms
    periods: ReasonablePeriods
    citations: tuple[Citation, ...]
    note: str
    verified: bool
