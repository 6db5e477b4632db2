"""Adapters of the rules of allocation: plain values in, plain values out."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from saiken.domain.claim.entry import Component
from saiken.domain.rules.allocation import (
    Allocation,
    Debt,
    Wish,
    allocate_civil,
    allocate_disposition,
    allocate_tax,
)
from saiken.domain.rules.explanation import Explained
from saiken.law.lawbook import LawBook

Debts = Sequence[Mapping[str, Any]]


def tax_payment(
    book: LawBook, *, payment_yen: int, on: date, debts: Debts, designated: Sequence[str] = ()
) -> Mapping[str, Any]:
    """A voluntary payment of taxes."""
    return _answer(allocate_tax(payment_yen, _debts(debts), on=on, lawbook=book, designated=designated))


def disposition_payment(book: LawBook, *, payment_yen: int, debts: Debts) -> Mapping[str, Any]:
    """Money from a disposition."""
    return _answer(allocate_disposition(payment_yen, _debts(debts)))


def civil_payment(
    book: LawBook, *, payment_yen: int, on: date, debts: Debts, agreed: Sequence[Mapping] = (), **wish: Any
) -> Mapping[str, Any]:
    """A payment of debts of civil law."""
    parts = tuple((one["key"], Component(one["component"])) for one in agreed)
    said = Wish(parts, tuple(wish.get("designated", ())), wish.get("by_creditor", False), wish.get("objected", False))
    return _answer(allocate_civil(payment_yen, _debts(debts), on=on, lawbook=book, wish=said))


def _debts(written: Debts) -> list[Debt]:
    return [
        Debt(
            one["key"],
            one["due_on"],
            {component: one[f"{component}_yen"] for component in Component if f"{component}_yen" in one},
            one.get("completes_on"),
            one.get("benefit", 0),
        )
        for one in written
    ]


def _answer(found: Explained[Allocation]) -> Mapping[str, Any]:
    return {
        "allotments": [
            {"key": one.key, "component": one.component.value, "yen": one.yen} for one in found.value.allotments
        ],
        "overpaid_yen": found.value.overpaid_yen,
        "assumption": "。".join(found.assumptions),
    }
