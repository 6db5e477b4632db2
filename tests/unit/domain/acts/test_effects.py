"""What an act would change: the case as it is and as it would be, judged by the same rules."""

from datetime import date

from saiken.domain.acts.effects import End, effects_of, with_end, with_event, with_movement
from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from tests.support.law import BOOK

ON = date(2024, 3, 31)
DEMAND = CaseEvent(EventKind.FORMAL_DEMAND, date(2023, 7, 20))
SEIZED = CaseEvent(EventKind.SEIZURE, date(2023, 9, 1))
OWED = Case(
    ClaimKind.TAX,
    LegalClass.PUBLIC_ENFORCEABLE,
    date(2023, 6, 1),
    date(2023, 6, 30),
    movements=(Movement(date(2023, 6, 1), Account.ASSESSMENT, Component.PRINCIPAL, 60_000),),
    events=(DEMAND, SEIZED),
)


def test_nothing_done_changes_nothing() -> None:
    assert not effects_of(OWED, OWED, on=ON, lawbook=BOOK).changes


def test_money_lowers_the_balance() -> None:
    paid = with_movement(OWED, Movement(ON, Account.RECEIPT, Component.PRINCIPAL, 20_000))
    found = effects_of(OWED, paid, on=ON, lawbook=BOOK)
    assert found.changes
    assert (found.before.balance_yen, found.after.balance_yen) == (60_000, 40_000)


def test_a_suspension_foretells_the_day_of_extinction() -> None:
    suspended = with_event(OWED, CaseEvent(EventKind.DISPOSITION_SUSPENSION, ON, reason="15-7/1/1"))
    found = effects_of(OWED, suspended, on=ON, lawbook=BOOK)
    assert (found.before.extinct_on, found.after.extinct_on) == (None, date(2027, 4, 1))
    assert found.after.state_id == "S14"


def test_an_end_touches_the_event_that_ends_alone() -> None:
    ended = with_end(OWED, End(SEIZED, ON, Outcome.RELEASED, None, None))
    assert ended.events[0] == DEMAND
    assert (ended.events[1].until, ended.events[1].outcome) == (ON, Outcome.RELEASED)


def test_what_became_of_a_document_ends_nothing() -> None:
    told = with_end(OWED, End(DEMAND, ON, None, DeliveryResult.DELIVERED, date(2023, 7, 22)))
    assert (told.events[0].until, told.events[0].outcome) == (None, None)
    assert (told.events[0].delivery, told.events[0].delivered_on) == (DeliveryResult.DELIVERED, date(2023, 7, 22))
