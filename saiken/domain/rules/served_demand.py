"""The formal demand that was served and stands (送達された督促).

The one idea: a demand that came back was not made unless it was served by publication, and one that was cancelled never was; whatever
follows a demand follows the first that is left. What follows is said by the rules that ask.
"""

from dataclasses import dataclass
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.rules.lasting import happened
from saiken.domain.rules.prescription.clock import Clock
from saiken.domain.rules.prescription.delivery import is_cancelled, sent_on
from saiken.domain.rules.prescription.docket import Docket
from saiken.domain.rules.prescription.law import PrescriptionLaw
from saiken.law.lawbook import LawBook


@dataclass(frozen=True)
class ServedDemand:
    """The demand and the day from which it counts: its sending or, where it was served by publication, the day it was put up."""

    event: CaseEvent
    sent_on: date


def served_demand(case: Case, *, on: date, lawbook: LawBook) -> ServedDemand | None:
    """返戻されて公示送達もない督促と、取り消された督促は、督促をしたことにならない."""
    docket = Docket(case, PrescriptionLaw.of(case, lawbook), on, tuple(case.events_until(on)), Clock(case.due_on, 0))
    for event in happened(case, EventKind.FORMAL_DEMAND, on=on):
        day = None if is_cancelled(event, on) else sent_on(event, docket)
        if day is not None:
            return ServedDemand(event, day)
    return None
