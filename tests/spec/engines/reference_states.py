"""The sixteen states, asked of the reference engine.

The one idea: a proposition writes a claim as plain values; this module makes the case and reads the answer off, states by their marks. It
computes nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import SOLE_PRINCIPAL, Party, PartyRole
from saiken.domain.states.classify import TABLE, classify, state_spans
from saiken.domain.states.table import LATEST_EDITION, load_table
from saiken.law.lawbook import LawBook

_KINDS = {
    LegalClass.PUBLIC_ENFORCEABLE: ClaimKind.TAX,
    LegalClass.PUBLIC_UNENFORCEABLE: ClaimKind.OTHER_PUBLIC,
    LegalClass.PRIVATE_LAW: ClaimKind.PRIVATE_LOAN,
}
_MARKS = {state.id: state.mark for state in TABLE.states.values()} | {"": ""}


def claim_state(book: LawBook, *, on: date, edition: str = LATEST_EDITION, **facts: Any) -> dict[str, Any]:
    """Where a claim stands on a day, whose condition decides, and which others hold."""
    answer = classify(_case(**facts), on, lawbook=book, table=load_table(edition))
    return {
        "standing": answer.standing.value,
        "state": _MARKS[answer.state_id],
        "party": answer.proof.party if answer.proof else "",
        "since": answer.proof.since if answer.proof else None,
        "lost": tuple(_MARKS[lost.state_id] for lost in answer.lost),
        "contradictions": tuple(found.rule for found in answer.contradictions),
        "next_change_on": answer.next_change_on,
        "next_states": tuple(_MARKS[change.state_id] for change in answer.next_changes if change.state_id),
        "completes_on": answer.completes_on,
        "extinct_on": answer.extinct_on,
    }


def claim_state_steps(book: LawBook, *, until: date, **facts: Any) -> dict[str, Any]:
    """The days from which each answer holds, up to but not including `until`."""
    spans = state_spans(_case(**facts), until=until, lawbook=book)
    return {"steps": tuple({"from_on": day, "state": _MARKS[state] or standing} for day, state, standing in spans)}


def _case(
    *,
    legal_class: str,
    due_on: date,
    balance_yen: int,
    cause_on: date | None = None,
    parties: Sequence[Mapping[str, Any]] = (),
    **rest: Any,
) -> Case:
    claim_class = LegalClass(legal_class)
    assessed = Movement(cause_on or due_on, Account.ASSESSMENT, Component.PRINCIPAL, balance_yen)
    receipts = (
        Movement(entry["on"], Account.RECEIPT, Component.PRINCIPAL, entry["yen"]) for entry in rest.get("receipts", ())
    )
    return Case(
        _KINDS[claim_class],
        claim_class,
        cause_on or due_on,
        due_on,
        parties=tuple(map(_party, parties)) or SOLE_PRINCIPAL,
        movements=(assessed, *receipts),
        events=tuple(map(_event, rest.get("events", ()))),
    )


def _party(entry: Mapping[str, Any]) -> Party:
    share = entry.get("share")
    return Party(
        entry["key"],
        PartyRole(entry["role"]),
        share=Fraction(share) if share else None,
        is_corporation=entry.get("is_corporation", False),
        from_on=entry.get("from_on"),
    )


def _event(entry: Mapping[str, Any]) -> CaseEvent:
    return CaseEvent(
        EventKind(entry["event"]),
        entry["on"],
        until=entry.get("until"),
        outcome=Outcome(entry["outcome"]) if "outcome" in entry else None,
        obligors=tuple(entry.get("obligors", ())),
        delivered_on=entry.get("delivered_on"),
        delivery=DeliveryResult(entry["delivery"]) if "delivery" in entry else None,
        designated_on=entry.get("designated_on"),
        instalment_yen=entry.get("instalment_yen"),
        reason=entry.get("reason", ""),
        document_number=entry.get("document_number", ""),
    )
