"""Suspension of disposition and of collection, asked of the reference engine."""

from datetime import date
from typing import Any

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.rules import collection_suspension, disposition_suspension
from saiken.domain.rules.disposition_suspension import DebtorFacts, SuspensionGround, SuspensionQuestion
from saiken.domain.rules.exclusion import ExcludedClaim
from saiken.domain.rules.explanation import Explained
from saiken.domain.rules.permission import Permission, require
from saiken.law.lawbook import LawBook


def may_suspend_disposition(
    book: LawBook,
    ground: str,
    legal_class: str = "public_enforceable",
    all_arrears: bool = True,
    carried_out: bool = False,
    **facts: Any,
) -> dict[str, Any]:
    """Whether a disposition may be suspended."""
    question = SuspensionQuestion(
        LegalClass(legal_class), SuspensionGround(ground), DebtorFacts(**facts), all_arrears=all_arrears
    )
    found = disposition_suspension.may_suspend_disposition(question)
    return _answer(found, book, carried_out=carried_out)


def effects_of_suspension(book: LawBook, ground: str, completes_on: date | None = None, **given: Any) -> dict[str, Any]:
    """When the claim is gone, and what else a suspension brings."""
    found = disposition_suspension.effects_of_suspension(
        SuspensionGround(ground), completes_on=completes_on, lawbook=book, **given
    )
    return dict(vars(found.value))


def may_extinguish_at_once(book: LawBook, ground: str, carried_out: bool = False, **given: Any) -> dict[str, Any]:
    """Whether a suspended claim may be ended at once."""
    found = disposition_suspension.may_extinguish_at_once(SuspensionGround(ground), **given)
    return _answer(found, book, carried_out=carried_out)


def must_cancel_suspension(book: LawBook, suspended_on: date, on: date, **facts: Any) -> dict[str, Any]:
    """Whether a suspension must be cancelled."""
    found = disposition_suspension.must_cancel_suspension(
        DebtorFacts(**facts), suspended_on=suspended_on, on=on, lawbook=book
    )
    return _answer(found, book, carried_out=False)


def may_suspend_collection(book: LawBook, on: date, carried_out: bool = False, **given: Any) -> dict[str, Any]:
    """Whether collection may be suspended."""
    found = collection_suspension.may_suspend_collection(_collection(given), on=on, lawbook=book)
    return _answer(found, book, carried_out=carried_out)


def effects_of_collection_suspension(book: LawBook, suspended_on: date, **given: Any) -> dict[str, Any]:
    """What a suspension of collection brings."""
    found = collection_suspension.effects_of_collection_suspension(
        _collection(given), suspended_on=suspended_on, lawbook=book
    )
    return dict(vars(found.value))


def _collection(given: dict[str, Any]) -> collection_suspension.CollectionSuspensionQuestion:
    excluded = given.pop("excluded", None)
    return collection_suspension.CollectionSuspensionQuestion(
        legal_class=LegalClass(given.pop("legal_class", "private_law")),
        ground=collection_suspension.CollectionSuspensionGround(given.pop("ground")),
        excluded=ExcludedClaim(excluded) if excluded else None,
        **given,
    )


def _answer(found: Explained[Permission], book: LawBook, *, carried_out: bool) -> dict[str, Any]:
    if carried_out:
        require(found, lawbook=book)
    return {
        "allowed": found.value.allowed,
        "failing": tuple(condition.key for condition in found.value.failing),
        "warnings": found.value.warnings,
    }
