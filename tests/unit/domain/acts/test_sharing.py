"""How the money of one act falls on claims and components, and what it may not exceed."""

from datetime import date
from typing import Any

import pytest

from saiken.domain.acts.form import Form
from saiken.domain.acts.sharing import shares_of
from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.entry import Account, Component, EntryKind
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.errors import InvalidInput, Refused
from tests.support.law import BOOK

ON = date(2024, 3, 31)
PRINCIPAL, LATE, FEE = Component.PRINCIPAL, Component.LATE_CHARGE, Component.DEMAND_FEE
CLASSES = {ClaimKind.TAX: LegalClass.PUBLIC_ENFORCEABLE, ClaimKind.PRIVATE_LOAN: LegalClass.PRIVATE_LAW}


def _case(kind: ClaimKind = ClaimKind.TAX, *, year: int = 2023, late_yen: int = 0, fee_yen: int = 0) -> Case:
    due_on = date(year, 6, 30)
    owed = {PRINCIPAL: 1_000, LATE: late_yen, FEE: fee_yen}
    movements = tuple(Movement(due_on, Account.ASSESSMENT, component, yen) for component, yen in owed.items() if yen)
    return Case(kind, CLASSES[kind], due_on, due_on, movements=movements)


LOAN = _case(ClaimKind.PRIVATE_LOAN, late_yen=200)


def _shares(entry: EntryKind, *cases: Case, **values: Any) -> dict[int, dict[Component, int]]:
    found = shares_of(entry, Form(values), cases=dict(enumerate(cases, start=1)), on=ON, lawbook=BOOK)
    return {claim_id: dict(yen) for claim_id, yen in found.items()}


def test_tax_money_pays_the_principals_and_then_the_late_charges() -> None:
    received = _shares(EntryKind.RECEIVED, _case(year=2022, late_yen=300), _case(), yen=2_100)
    assert received == {1: {PRINCIPAL: 1_000, LATE: 100}, 2: {PRINCIPAL: 1_000}}


def test_money_out_of_a_seizure_follows_the_order_of_dispositions() -> None:
    cases = (_case(year=2022, late_yen=300, fee_yen=100), _case())
    voluntary = _shares(EntryKind.RECEIVED, *cases, yen=1_250, channel="counter")
    seized = _shares(EntryKind.RECEIVED, *cases, yen=1_250, channel="seizure")
    assert voluntary == {1: {PRINCIPAL: 1_000}, 2: {PRINCIPAL: 250}}
    assert seized == {1: {FEE: 100, PRINCIPAL: 1_000}, 2: {PRINCIPAL: 150}}


def test_money_for_private_claims_pays_the_interest_first_even_out_of_a_seizure() -> None:
    for channel in ("counter", "seizure"):
        assert _shares(EntryKind.RECEIVED, LOAN, yen=500, channel=channel) == {1: {LATE: 200, PRINCIPAL: 300}}


def test_public_and_private_claims_are_not_paid_together() -> None:
    for channel in ("counter", "seizure"):
        with pytest.raises(Refused, match="充当の順序が違います"):
            _shares(EntryKind.RECEIVED, _case(), LOAN, yen=500, channel=channel)


def test_a_write_off_without_a_sum_takes_every_balance() -> None:
    assert _shares(EntryKind.WRITTEN_OFF, _case(late_yen=300), LOAN) == {
        1: {PRINCIPAL: 1_000, LATE: 300},
        2: {PRINCIPAL: 1_000, LATE: 200},
    }


def test_a_named_sum_falls_on_one_component_of_one_claim() -> None:
    for entry, component, yen in (
        (EntryKind.REDUCED, "late_charge", 300),
        (EntryKind.WRITTEN_OFF, "", 1_000),
        (EntryKind.INCREASED, "", 9_000),
        (EntryKind.REFUNDED, "principal", 9_000),
    ):
        expected = {1: {Component(component or "principal"): yen}}
        assert _shares(entry, _case(late_yen=300), yen=yen, component=component) == expected


def test_nothing_goes_beyond_what_is_owed() -> None:
    for entry, yen in ((EntryKind.REDUCED, 1_001), (EntryKind.WRITTEN_OFF, 1_001), (EntryKind.RECEIVED, 1_001)):
        with pytest.raises(Refused, match="残高を1円超えています"):
            _shares(entry, _case(), yen=yen)


def test_a_named_sum_needs_its_yen_and_its_one_claim() -> None:
    for entry in (EntryKind.REDUCED, EntryKind.INCREASED, EntryKind.RECEIVED):
        for yen in ({}, {"yen": 0}):
            with pytest.raises(InvalidInput, match="額がありません"):
                _shares(entry, _case(), **yen)
    with pytest.raises(Refused, match="一件ずつ"):
        _shares(EntryKind.REDUCED, _case(), _case(), yen=1)
