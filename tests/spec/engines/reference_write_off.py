"""Write-off, asked of the reference engine."""

from datetime import date
from typing import Any

from saiken.domain.claim.case_event import EventKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.write_off_cause import WriteOffCause
from saiken.domain.rules import write_off
from saiken.domain.rules.permission import require
from saiken.law.lawbook import LawBook


def may_write_off(book: LawBook, on: date, carried_out: bool = False, **given: Any) -> dict[str, Any]:
    """Whether a claim may be written off for a cause."""
    basis = given.pop("waiver_basis", None)
    question = write_off.WriteOffQuestion(
        cause=WriteOffCause(given.pop("cause")),
        kind=ClaimKind(given.pop("kind")),
        legal_class=LegalClass(given.pop("legal_class")),
        waiver_basis=write_off.WaiverBasis(basis) if basis else None,
        **given,
    )
    found = write_off.may_write_off(question, on=on)
    if carried_out:
        require(found, lawbook=book)
    failing = tuple(condition.key for condition in found.value.failing)
    return {"allowed": found.value.allowed, "failing": failing}


def write_off_year(book: LawBook, cause_on: date) -> dict[str, Any]:
    """The fiscal year of a write-off."""
    return {"fiscal_year": write_off.write_off_year(cause_on).value}


def write_off_cause_of(book: LawBook, event: str, legal_class: str) -> dict[str, Any]:
    """Whether an event ends a claim, and why."""
    found = write_off.cause_of(EventKind(event), legal_class=LegalClass(legal_class))
    return {"cause": found.value.value if found.value else None, "reason": found.steps[0].sentence}
