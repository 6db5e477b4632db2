"""Late charge, prescription and state of many claims with histories, one claim at a time.

The one idea: the same claims whose late charge openfisca-core computes over columns, now with what happened to them, so that a nightly
answer's cost stands beside it. Run as `python -m bench.cases CLAIMS`; prints one JSON line with seconds for all claims per answer.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from bench.law import Row, rows
from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.late_charge import charge
from saiken.domain.rules.late_charge.of_case import question_of
from saiken.domain.rules.prescription import run
from saiken.domain.states.classify import classify
from saiken.law.lawbook import LawBook

ON = date(2026, 11, 21)

#: What had happened to a claim so many days after its due day, by the claim's number: nothing, or ever more.
HISTORIES: tuple[tuple[tuple[EventKind, int], ...], ...] = (
    (),
    ((EventKind.FORMAL_DEMAND, 18),),
    ((EventKind.FORMAL_DEMAND, 18), (EventKind.INFORMAL_DEMAND, 120)),
    ((EventKind.FORMAL_DEMAND, 18), (EventKind.PAYMENT_PLEDGE, 200)),
    ((EventKind.FORMAL_DEMAND, 18), (EventKind.INFORMAL_DEMAND, 120), (EventKind.SEIZURE, 300)),
    ((EventKind.FORMAL_DEMAND, 18), (EventKind.PROPERTY_INVESTIGATION, 90), (EventKind.DISPOSITION_SUSPENSION, 400)),
)


def cases(claims: Sequence[Row]) -> list[Case]:
    """Unpaid taxes: assessed a month before they fell due, every third with a part paid on the day `rows` names."""
    return [_case(number, row) for number, row in enumerate(claims)]


def _case(number: int, row: Row) -> Case:
    yen, due_on, paid_on = row
    assessed_on = due_on - timedelta(days=30)
    movements = [Movement(assessed_on, Account.ASSESSMENT, Component.PRINCIPAL, yen)]
    if number % 3 == 0:
        movements.append(Movement(paid_on, Account.RECEIPT, Component.PRINCIPAL, yen // 4, voluntary=True))
    events = tuple(
        CaseEvent(
            kind,
            due_on + timedelta(days=days),
            instalment_yen=1_000 if kind is EventKind.PAYMENT_PLEDGE else None,
            reason="15-7/1/1" if kind is EventKind.DISPOSITION_SUSPENSION else "",
        )
        for kind, days in HISTORIES[number % len(HISTORIES)]
    )
    return Case(
        ClaimKind.TAX, LegalClass.PUBLIC_ENFORCEABLE, assessed_on, due_on, movements=tuple(movements), events=events
    )


def seconds(work: Callable[[Case], object], asked: Sequence[Case]) -> float:
    """Seconds for all cases, after some to warm up."""
    for case in asked[:100]:
        work(case)
    begun = time.perf_counter()
    for case in asked:
        work(case)
    return time.perf_counter() - begun


def main(count: int) -> None:
    """Time each answer."""
    book, asked = LawBook.load(), cases(rows(count))
    print(
        json.dumps(
            {
                "charge": seconds(lambda case: charge(question_of(case, ON), lawbook=book), asked),
                "prescription": seconds(lambda case: run(case, ON, lawbook=book), asked),
                "state": seconds(lambda case: classify(case, ON, lawbook=book), asked),
            }
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
