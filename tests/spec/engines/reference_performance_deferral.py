"""Deferral of performance and release after ten years, asked of the reference engine."""

from datetime import date
from typing import Any

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules import claim_release, performance_deferral
from saiken.domain.rules.exclusion import ExcludedClaim
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.permission import Permission, require
from saiken.law.lawbook import LawBook


def may_defer(book: LawBook, on: date, carried_out: bool = False, **given: Any) -> dict[str, Any]:
    """Whether performance may be deferred."""
    found = performance_deferral.may_defer(_question(given), on=on)
    return _answer(found, book, carried_out=carried_out)


def effects_of_deferral(
    book: LawBook, deferred_on: date, first_deferred_on: date | None = None, **given: Any
) -> dict[str, Any]:
    """What a deferral changes."""
    found = performance_deferral.effects_of_deferral(
        _question(given), deferred_on=deferred_on, first_deferred_on=first_deferred_on, lawbook=book
    )
    return {**vars(found.value), "form": found.value.form.value}


def release_from(book: LawBook, due_on: date, first_deferred_on: date) -> dict[str, Any]:
    """The first day of a release."""
    return {"release_from": claim_release.release_from(due_on, first_deferred_on, lawbook=book).value}


def may_release(book: LawBook, on: date, carried_out: bool = False, **given: Any) -> dict[str, Any]:
    """Whether a claim may be released."""
    question = claim_release.ReleaseQuestion(**_coded(given))
    found = claim_release.may_release(question, on=on, lawbook=book)
    return _answer(found, book, carried_out=carried_out)


def _question(given: dict[str, Any]) -> performance_deferral.DeferralQuestion:
    ground = performance_deferral.DeferralGround(given.pop("ground"))
    return performance_deferral.DeferralQuestion(ground=ground, **_coded(given))


def _coded(given: dict[str, Any]) -> dict[str, Any]:
    excluded = given.pop("excluded", None)
    legal_class = LegalClass(given.pop("legal_class"))
    return {**given, "legal_class": legal_class, "excluded": ExcludedClaim(excluded) if excluded else None}


def _answer(found: Explained[Permission], book: LawBook, *, carried_out: bool) -> dict[str, Any]:
    if carried_out:
        require(found, lawbook=book)
    return {
        "allowed": found.value.allowed,
        "failing": tuple(condition.key for condition in found.value.failing),
        "warnings": found.value.warnings,
    }
