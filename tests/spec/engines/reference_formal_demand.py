"""Formal demands, seizure after them and advance demands, asked of the reference engine.

The one idea: a proposition names the kind and the events in plain words; this module makes a case of them and reads the answer off.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules import advance_demand, formal_demand, seizure_start
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.permission import Permission, require
from saiken.law.lawbook import LawBook

_BY_KIND = {"other_public": "public_unenforceable"}


def demand_dates(book: LawBook, sent_on: date, designated_on: date | None = None, **claim: Any) -> dict[str, Any]:
    """Deadline, designated day and fee of a demand."""
    found = formal_demand.demand_dates(_case(**claim), sent_on=sent_on, designated_on=designated_on, lawbook=book)
    return {**vars(found.value), "assumptions": found.assumptions}


def secondary_demand_deadline(book: LawBook, notice_due_on: date) -> dict[str, Any]:
    """Until when a secondary obligor is sent the demand of his own kind."""
    return {"deadline_on": formal_demand.secondary_demand_deadline(notice_due_on, lawbook=book).value}


def may_demand(book: LawBook, on: date, carried_out: bool = False, **claim: Any) -> dict[str, Any]:
    """Whether a demand is due on a day."""
    return _answer(formal_demand.may_demand(_case(**claim), on=on, lawbook=book), book, carried_out=carried_out)


def force_dates(
    book: LawBook, sent_on: date, designated_on: date | None = None, advance_on: date | None = None, **claim: Any
) -> dict[str, Any]:
    """The first day of seizure or court action after a demand."""
    case = _case(**claim)
    dates = formal_demand.demand_dates(case, sent_on=sent_on, designated_on=designated_on, lawbook=book).value
    found = seizure_start.force_dates(
        case, sent_on=sent_on, designated_on=dates.designated_on, advance_on=advance_on, lawbook=book
    )
    return {**vars(found.value), "designated_on": dates.designated_on, "assumptions": found.assumptions}


def may_seize(book: LawBook, on: date, carried_out: bool = False, **claim: Any) -> dict[str, Any]:
    """Whether property may be seized on a day."""
    return _answer(seizure_start.may_seize(_case(**claim), on=on, lawbook=book), book, carried_out=carried_out)


def may_take_to_court(book: LawBook, on: date, special_reason: bool = False, **claim: Any) -> dict[str, Any]:
    """Whether the claim is to be taken to court on a day."""
    case = _case(**claim)
    found = seizure_start.may_take_to_court(case, on=on, lawbook=book, special_reason=special_reason)
    return _answer(found, book)


def may_advance(book: LawBook, on: date, **given: Any) -> dict[str, Any]:
    """Whether a due day may be brought forward."""
    ground = given.pop("ground", None)
    question = advance_demand.AdvanceQuestion(
        kind=ClaimKind(given.pop("kind")), ground=advance_demand.AdvanceGround(ground) if ground else None, **given
    )
    return _answer(advance_demand.may_advance(question, on=on), book)


def _case(
    due_on: date,
    kind: str = "tax",
    legal_class: str = "",
    balance_yen: int = 10_000,
    profile: str = "default",
    events: Sequence[Mapping[str, Any]] = (),
) -> Case:
    private = "private_law" if kind.startswith("private") else "public_enforceable"
    assessed_on = due_on - timedelta(days=30)
    return Case(
        kind=ClaimKind(kind),
        legal_class=LegalClass(legal_class or _BY_KIND.get(kind, private)),
        cause_on=due_on,
        due_on=due_on,
        profile=profile,
        movements=(Movement(assessed_on, Account.ASSESSMENT, Component.PRINCIPAL, balance_yen),) if balance_yen else (),
        events=tuple(_event(**event) for event in events),
    )


def _event(event: str, outcome: str = "", delivery: str = "", **given: Any) -> CaseEvent:
    return CaseEvent(
        kind=EventKind(event),
        outcome=Outcome(outcome) if outcome else None,
        delivery=DeliveryResult(delivery) if delivery else None,
        **given,
    )


def _answer(found: Explained[Permission], book: LawBook, *, carried_out: bool = False) -> dict[str, Any]:
    if carried_out:
        require(found, lawbook=book)
    return {
        "allowed": found.value.allowed,
        "failing": tuple(condition.key for condition in found.value.failing),
        "warnings": found.value.warnings,
    }
