"""The names of the figures that managers see, and the classes in which they are opened.

The one idea: plain words shared by whoever computes them and whoever shows them. Months count back from the day of computing.
"""

from datetime import date

from saiken.domain.claim.case_event import EventKind
from saiken.domain.dates.fiscal_year import fiscal_year_of

CASES, CLAIMS, UNTOUCHED, OVERDUE = "cases", "claims", "untouched", "overdue"
ACTS, RECEIPTS = "acts", "receipts"
AGEING, AGEING_OF_OFFICE, PROMISES, PLANS = "ageing", "ageing_of_office", "promises", "plans"
COHORT, COHORT_OF_OFFICER = "cohort", "cohort_of_officer"
UNREACHED, SEVERAL_OFFICES = "unreached", "several_offices"

#: A case is untouched, and a claim not reached, after so many months.
UNTOUCHED_MONTHS, UNREACHED_MONTHS = 6, 12

#: Ages of what is owed: id and the months since the due day up to which it reaches; the last has no end.
AGES: tuple[tuple[str, int | None], ...] = (("m3", 3), ("m12", 12), ("m36", 36), ("m60", 60), ("older", None))

NOT_DUE = "not_due"

#: Bands of what a claim owes: id and the yen below which it lies; the last has no end.
BANDS: tuple[tuple[str, int | None], ...] = (
    ("b10", 10_000), ("b100", 100_000), ("b500", 500_000), ("b1000", 1_000_000), ("more", None),
)  # fmt: skip

#: Years of first demands that are followed; those of this and the last year by month.
COHORT_YEARS, COHORT_MONTHLY_YEARS = 5, 2

DEMANDED, CONTACTED, PAID, ENFORCED, ENDED = "demanded", "contacted", "paid", "enforced", "ended"

#: Stages that a demanded claim may reach, each by the events that reach it; what is paid and written off the ledger tells.
COHORT_STAGES: dict[str, tuple[EventKind, ...]] = {
    CONTACTED: (
        EventKind.CONTACT, EventKind.ACKNOWLEDGMENT, EventKind.PAYMENT_PLEDGE, EventKind.COLLECTION_GRACE,
        EventKind.CONVERSION_GRACE, EventKind.PERFORMANCE_DEFERRAL,
    ),
    ENFORCED: (
        EventKind.SEIZURE, EventKind.PARTICIPATING_SEIZURE, EventKind.DISTRIBUTION_REQUEST, EventKind.COURT_PAYMENT_ORDER,
        EventKind.LAWSUIT, EventKind.COMPULSORY_EXECUTION,
    ),
    ENDED: (EventKind.DISPOSITION_SUSPENSION, EventKind.COLLECTION_SUSPENSION),
}  # fmt: skip

#: All stages in the order in which they are shown.
STAGES = (DEMANDED, CONTACTED, PAID, ENFORCED, ENDED)

#: What a claim may not have had for long.
REACHES: dict[str, tuple[EventKind, ...]] = {
    "demanded": (EventKind.FORMAL_DEMAND,),
    "reminded": (EventKind.INFORMAL_DEMAND,),
    "investigated": (EventKind.PROPERTY_INVESTIGATION, EventKind.WHEREABOUTS_INVESTIGATION),
}

#: Plans in force.
ON_TIME, BEHIND = "on_time", "behind"

#: What the rows behind a figure are; the other figures are counted from the files of persons.
BEHIND_OF = {
    ACTS: "act",
    PROMISES: "act",
    RECEIPTS: "person",
    PLANS: "plan",
    AGEING: "claim",
    AGEING_OF_OFFICE: "claim",
    UNREACHED: "claim",
    COHORT: "claim",
    COHORT_OF_OFFICER: "claim",
}


def period_of(demanded_on: date, on: date) -> str:
    """The month of the first demand, or its fiscal year where that is longer ago.

    >>> period_of(date(2026, 7, 3), date(2026, 11, 1)), period_of(date(2024, 7, 3), date(2026, 11, 1))
    ('2026-07', '2024')
    """
    year = fiscal_year_of(demanded_on)
    is_monthly = year > fiscal_year_of(on) - COHORT_MONTHLY_YEARS
    return f"{demanded_on:%Y-%m}" if is_monthly else str(year)
