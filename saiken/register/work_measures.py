"""The names of the figures that managers see, and the classes in which they are opened.

The one idea: plain words shared by whoever computes them and whoever shows them. Months count back from the day of computing.
"""

from saiken.domain.claim.case_event import EventKind

CASES, CLAIMS, UNTOUCHED, OVERDUE = "cases", "claims", "untouched", "overdue"
ACTS, RECEIPTS = "acts", "receipts"
AGEING, FUNNEL, PROMISES, PLANS = "ageing", "funnel", "promises", "plans"
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

#: Stages from demand to settlement, each by the events that reach it; the last two are told by the ledger.
STAGES: dict[str, tuple[EventKind, ...]] = {
    "demanded": (EventKind.FORMAL_DEMAND,),
    "reminded": (EventKind.INFORMAL_DEMAND,),
    "investigated": (EventKind.PROPERTY_INVESTIGATION, EventKind.WHEREABOUTS_INVESTIGATION),
    "noticed": (EventKind.NOTICE_OF_INTENDED_SEIZURE,),
    "enforced": (
        EventKind.SEIZURE, EventKind.PARTICIPATING_SEIZURE, EventKind.DISTRIBUTION_REQUEST, EventKind.COURT_PAYMENT_ORDER,
        EventKind.LAWSUIT, EventKind.COMPULSORY_EXECUTION,
    ),
    "agreed": (EventKind.PAYMENT_PLEDGE, EventKind.COLLECTION_GRACE, EventKind.PERFORMANCE_DEFERRAL),
    "suspended": (EventKind.DISPOSITION_SUSPENSION, EventKind.COLLECTION_SUSPENSION),
}  # fmt: skip
PAID, WRITTEN_OFF = "paid", "written_off"

#: What a claim may not have had for long.
REACHES: dict[str, tuple[EventKind, ...]] = {stage: STAGES[stage] for stage in ("demanded", "reminded", "investigated")}

#: Plans in force.
ON_TIME, BEHIND = "on_time", "behind"
