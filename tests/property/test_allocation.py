"""Allocation, whatever the debts: no yen is lost, none is paid twice, and shares differ from proportion by less than a yen."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from saiken.domain.claim.entry import Component
from saiken.domain.rules.allocation import (
    Allocation,
    Debt,
    allocate_civil,
    allocate_disposition,
    allocate_tax,
    in_proportion,
)
from saiken.law.lawbook import LawBook
from saiken.law.parameter import Parameter

BOOK = LawBook.load()
DAY = date(2026, 6, 30)


def _with(name: str, value: int) -> LawBook:
    """The book with a setting the other way."""
    known = BOOK.parameter(name)
    values = tuple(type(one)(**{**vars(one), "number": Fraction(value)}) for one in known.values)
    return BOOK.with_parameter(Parameter(**{**vars(known), "values": values}))


debts = st.lists(
    st.builds(
        lambda number, days, owed, benefit: (number, days, owed, benefit),
        st.integers(0, 9),
        st.integers(-2, 2),
        st.dictionaries(st.sampled_from(list(Component)), st.integers(0, 1_000), max_size=5),
        st.integers(0, 1),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda drawn: drawn[0],
).map(
    lambda drawn: [
        Debt(f"{number}号", DAY + timedelta(days=days), owed, DAY if number % 2 else None, benefit)
        for number, days, owed, benefit in drawn
    ]
)


def _holds(found: Allocation, given_debts: list[Debt], payment_yen: int) -> None:
    paid: dict[tuple[str, Component], int] = {}
    for one in found.allotments:
        assert one.yen > 0
        paid[one.key, one.component] = paid.get((one.key, one.component), 0) + one.yen
    owed = {(debt.key, component): yen for debt in given_debts for component, yen in debt.owed_yen.items()}
    assert all(yen <= owed[place] for place, yen in paid.items())
    assert sum(paid.values()) + found.overpaid_yen == payment_yen
    assert found.overpaid_yen == max(0, payment_yen - sum(owed.values()))


@given(debts, st.integers(1, 6_000))
def test_every_yen_goes_somewhere_once(given_debts: list[Debt], payment_yen: int) -> None:
    _holds(allocate_civil(payment_yen, given_debts, on=DAY, lawbook=BOOK).value, given_debts, payment_yen)
    _holds(allocate_tax(payment_yen, given_debts, on=DAY, lawbook=BOOK).value, given_debts, payment_yen)
    _holds(allocate_disposition(payment_yen, given_debts).value, given_debts, payment_yen)


@given(st.integers(0, 10_000), st.lists(st.integers(0, 1_000), max_size=6))
def test_shares_in_proportion_add_up_and_are_within_a_yen(yen: int, weights: list[int]) -> None:
    found, total = in_proportion(yen, weights), sum(weights)
    assert sum(found) == (yen if total else 0)
    assert all(
        abs(share - Fraction(yen * weight, total or 1)) < 1 for share, weight in zip(found, weights, strict=True)
    )


def test_the_settings_decide_fee_or_late_charge_and_the_order_of_instalments() -> None:
    first = Debt("一", DAY, {Component.PRINCIPAL: 1, Component.DEMAND_FEE: 1, Component.LATE_CHARGE: 1})
    late_first = allocate_tax(2, [first], on=DAY, lawbook=_with("fee_before_late_charge", 0)).value
    assert [one.component for one in late_first.allotments] == [Component.PRINCIPAL, Component.LATE_CHARGE]
    second = Debt("二", DAY + timedelta(days=1), {Component.PRINCIPAL: 1}, completes_on=DAY)
    by_due = allocate_tax(1, [second, first], on=DAY, lawbook=_with("untargeted_tax_by_prescription", 0))
    assert [one.key for one in by_due.value.allotments] == ["一"]
    assert "納期限が早い" in by_due.assumptions[1]
