"""Extinctive prescription, asked of the reference engine.

The one idea: a proposition writes a case as CASE.json does; this module makes the case and reads the answer off, days as text. It computes
nothing.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind, Outcome
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.party import PRINCIPAL_KEY, SOLE_PRINCIPAL, Party, PartyRole
from saiken.domain.rules.prescription import prescription as prescription_with_reasons
from saiken.domain.rules.prescription import remedies as remedies_of
from saiken.law.lawbook import LawBook

_UNENFORCEABLE = (ClaimKind.OTHER_PUBLIC,)
_DAYS = ("until", "delivered_on", "applied_on", "designated_on")


def prescription(book: LawBook, *, on: str, party: str = PRINCIPAL_KEY, **facts: Any) -> dict[str, Any]:
    """Where prescription stands on a day against a party, and what each event did."""
    explained = prescription_with_reasons(_case(**facts), date.fromisoformat(on), lawbook=book, party=party)
    answer = explained.value
    days = ("commences_on", "completes_on", "invoked_on", "extinct_on", "next_change_on")
    plain = ("complete", "needs_invocation", "barred_by", "regime", "period_years")
    return {
        **{name: _written(getattr(answer, name)) for name in days},
        **{name: getattr(answer, name) for name in plain},
        "effects": [moment.effect.value for moment in answer.timeline if moment.event],
        "assumptions": list(explained.assumptions),
    }


def _case(kind: str, cause_on: str, due_on: str, legal_class: str = "", profile: str = "default", **rest: Any) -> Case:
    claim_kind = ClaimKind(kind)
    return Case(
        kind=claim_kind,
        legal_class=LegalClass(legal_class) if legal_class else _class_of(claim_kind),
        cause_on=date.fromisoformat(cause_on),
        due_on=date.fromisoformat(due_on),
        profile=profile,
        parties=tuple(map(_party, rest.get("parties", ()))) or SOLE_PRINCIPAL,
        movements=tuple(map(_receipt, rest.get("receipts", ()))),
        events=tuple(map(_event, rest.get("events", ()))),
    )


def _class_of(kind: ClaimKind) -> LegalClass:
    if kind.is_private:
        return LegalClass.PRIVATE_LAW
    return LegalClass.PUBLIC_UNENFORCEABLE if kind in _UNENFORCEABLE else LegalClass.PUBLIC_ENFORCEABLE


def _party(entry: Mapping[str, Any]) -> Party:
    return Party(entry["key"], PartyRole(entry["role"]), from_on=_day(entry, "from_on"))


def _receipt(entry: Mapping[str, Any]) -> Movement:
    on = date.fromisoformat(entry["on"])
    return Movement(on, Account.RECEIPT, Component.PRINCIPAL, entry["yen"], voluntary=entry["voluntary"])


def _event(entry: Mapping[str, Any]) -> CaseEvent:
    return CaseEvent(
        EventKind(entry["event"]),
        date.fromisoformat(entry["on"]),
        outcome=Outcome(entry["outcome"]) if "outcome" in entry else None,
        delivery=DeliveryResult(entry["delivery"]) if "delivery" in entry else None,
        obligors=tuple(entry.get("obligors", ())),
        reason=entry.get("reason", ""),
        document_number=entry.get("document_number", ""),
        **{name: _day(entry, name) for name in _DAYS},
    )


def _day(entry: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(entry[name]) if name in entry else None


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def remedies(book: LawBook, *, on: str, party: str = PRINCIPAL_KEY, **facts: Any) -> dict[str, Any]:
    """Each remedy with its last day, and the day of completion when it is done on the day asked."""
    found = remedies_of(_case(**facts), date.fromisoformat(on), lawbook=book, party=party)
    return {
        "remedies": [remedy.kind.value for remedy in found],
        "last_days": [{"event": remedy.kind.value, "last_on": _written(remedy.last_on)} for remedy in found],
        "done_today": [{"event": remedy.kind.value, "completes_on": _written(remedy.completes_on)} for remedy in found],
        "works_today": [remedy.kind.value for remedy in found if remedy.works],
    }
