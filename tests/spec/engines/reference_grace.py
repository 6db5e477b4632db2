"""Graces of collection and conversion, asked of the reference engine.

The one idea: one plain set of inputs per grace; nothing is computed here.
"""

from datetime import date
from typing import Any

from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules import collection_grace, conversion_grace, grace, grace_effects
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.permission import Permission, require
from saiken.law.lawbook import LawBook

_TERMS = ("yen", "from_on", "until", "first_from_on", "unavoidable_reason", "has_security", "security_excused")


def may_give_collection_grace(book: LawBook, carried_out: bool = False, **given: Any) -> dict[str, Any]:
    """Whether a grace of collection may be given."""
    question = collection_grace.CollectionGraceQuestion(
        kind=ClaimKind(given.pop("kind", "tax")),
        cause=collection_grace.GraceCause(given.pop("cause")),
        terms=_terms(given),
        **given,
    )
    found = collection_grace.may_give_collection_grace(question, lawbook=book)
    return _answer(found, book, carried_out=carried_out)


def may_give_conversion_grace_by_application(book: LawBook, carried_out: bool = False, **given: Any) -> dict[str, Any]:
    """Whether a grace of conversion may be given on application."""
    found = conversion_grace.may_give_by_application(_conversion(given), lawbook=book)
    return _answer(found, book, carried_out=carried_out)


def may_give_conversion_grace_by_office(book: LawBook, carried_out: bool = False, **given: Any) -> dict[str, Any]:
    """Whether the office may give a grace of conversion."""
    found = conversion_grace.may_give_by_office(_conversion(given), lawbook=book)
    return _answer(found, book, carried_out=carried_out)


def may_cancel_grace(book: LawBook, grace_kind: str, carried_out: bool = False, **given: Any) -> dict[str, Any]:
    """Whether a grace may be cancelled, and for which grounds."""
    kind, facts = grace.GraceKind(grace_kind), grace.CancelFacts(**given)
    found = grace.may_cancel_grace(kind, facts=facts)
    return {**_answer(found, book, carried_out=carried_out), "grounds": grace.cancel_grounds(kind, facts=facts)}


def effects_of_grace(
    book: LawBook,
    grace_kind: str,
    from_on: date,
    until: date,
    kind: str = "tax",
    cause: str = "",
    applied_on: date | None = None,
    cancel_cause_on: date | None = None,
) -> dict[str, Any]:
    """What a grace holds back and waives."""
    given = grace_effects.GivenGrace(
        kind=grace.GraceKind(grace_kind),
        claim_kind=ClaimKind(kind),
        from_on=from_on,
        until=until,
        cause=collection_grace.GraceCause(cause) if cause else None,
        applied_on=applied_on,
    )
    found = grace_effects.effects_of_grace(given, cancel_cause_on=cancel_cause_on)
    return {**vars(found.value), "waiver": found.value.waiver.value, "assumptions": found.assumptions}


def _conversion(given: dict[str, Any]) -> conversion_grace.ConversionGraceQuestion:
    legal_class = LegalClass(given.pop("legal_class", "public_enforceable"))
    return conversion_grace.ConversionGraceQuestion(legal_class=legal_class, terms=_terms(given), **given)


def _terms(given: dict[str, Any]) -> grace.GraceTerms:
    return grace.GraceTerms(**{key: given.pop(key) for key in _TERMS if key in given})


def _answer(found: Explained[Permission], book: LawBook, *, carried_out: bool) -> dict[str, Any]:
    if carried_out:
        require(found, lawbook=book)
    return {
        "allowed": found.value.allowed,
        "failing": tuple(condition.key for condition in found.value.failing),
        "warnings": found.value.warnings,
    }
