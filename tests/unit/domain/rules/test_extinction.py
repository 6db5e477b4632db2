"""A claim that law has ended is gone from the day and for the reason that the law names; of several ends the earliest counts."""

from datetime import date

import pytest

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, EventKind
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules.extinction import extinct
from tests.support.law import BOOK

K = EventKind
DUE = date(2020, 6, 30)
CLASSES = {
    ClaimKind.TAX: LegalClass.PUBLIC_ENFORCEABLE,
    ClaimKind.OTHER_PUBLIC: LegalClass.PUBLIC_UNENFORCEABLE,
    ClaimKind.PRIVATE_LOAN: LegalClass.PRIVATE_LAW,
}
TAX, OTHER, LOAN = CLASSES


def _case(kind: ClaimKind, *events: CaseEvent) -> Case:
    owed = Movement(DUE, Account.ASSESSMENT, Component.PRINCIPAL, 60_000)
    return Case(kind, CLASSES[kind], DUE, DUE, movements=(owed,), events=events)


def _event(kind: EventKind, day: str, **more: str) -> CaseEvent:
    return CaseEvent(kind, date.fromisoformat(day), **more)  # type: ignore[arg-type]


SUSPENDED = _event(K.DISPOSITION_SUSPENSION, "2021-03-01", reason="15-7/1/1")
ENDED_AT_ONCE = _event(K.DISPOSITION_SUSPENSION, "2021-05-01", reason="15-7/5")
INVOKED = _event(K.PRESCRIPTION_INVOKED, "2025-09-01")
RELEASED, WAIVED = _event(K.CLAIM_RELEASE, "2024-02-01"), _event(K.CLAIM_WAIVER, "2024-04-01")


@pytest.mark.parametrize(
    ("case", "on", "ended_on", "article"),
    [
        (_case(TAX), "2025-06-30", None, ""),
        (_case(TAX), "2025-07-01", "2025-07-01", "local_tax_act/18/2"),
        (_case(OTHER), "2026-01-01", "2025-07-01", "local_autonomy_act/236/2"),
        (_case(LOAN), "2026-01-01", None, ""),
        (_case(LOAN, INVOKED), "2025-08-31", None, ""),
        (_case(LOAN, INVOKED), "2026-01-01", "2025-09-01", "civil_code/145"),
        (_case(TAX, SUSPENDED), "2024-03-01", None, ""),
        (_case(TAX, SUSPENDED), "2024-03-02", "2024-03-02", "local_tax_act/15-7/4"),
        (_case(TAX, SUSPENDED, ENDED_AT_ONCE), "2021-05-01", "2021-05-01", "local_tax_act/15-7/5"),
        (_case(LOAN, RELEASED), "2024-02-01", "2024-02-01", "local_autonomy_order/171-7/1"),
        (_case(OTHER, WAIVED), "2024-03-31", None, ""),
        (_case(OTHER, WAIVED), "2026-01-01", "2024-04-01", "local_autonomy_act/96/1/10"),
    ],
)
def test_a_claim_is_gone_from_the_day_that_law_names(case: Case, on: str, ended_on: str | None, article: str) -> None:
    found = extinct(case, on=date.fromisoformat(on), lawbook=BOOK)
    told = (found.on.isoformat(), found.citation.written) if found else (None, "")
    assert told == (ended_on, article)
