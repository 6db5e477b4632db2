"""The longest time of each form of plan, what a household can afford, and what accrues while a plan is paid."""

from datetime import date

import pytest

from saiken.domain.claim.case import Case, Movement
from saiken.domain.claim.entry import Account, Component
from saiken.domain.claim.kind import ClaimKind
from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.claim.plan import PlanKind
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.delay_damages import delay_damages_of
from saiken.domain.rules.instalment_charge import charge_on_the_way
from saiken.domain.rules.instalment_plan import PlanTerms, schedule
from saiken.domain.rules.late_charge import late_charge_of
from saiken.domain.rules.plan_limits import affordability, plan_limit
from tests.support.law import BOOK

FROM = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("kind", "until", "exceeded", "extension_needed"),
    [
        (PlanKind.COLLECTION_GRACE, date(2027, 3, 31), False, False),
        (PlanKind.COLLECTION_GRACE, date(2027, 4, 1), False, True),
        (PlanKind.CONVERSION_GRACE, date(2028, 3, 31), False, True),
        (PlanKind.CONVERSION_GRACE, date(2028, 4, 1), True, False),
        (PlanKind.DEFERRAL, date(2031, 3, 31), False, False),
        (PlanKind.DEFERRAL, date(2031, 4, 1), True, False),
        (PlanKind.PLEDGE, date(2028, 3, 31), False, False),
        (PlanKind.COURT_SETTLEMENT, date(2028, 4, 1), True, False),
    ],
)
def test_each_form_has_its_longest_time(kind: PlanKind, until: date, exceeded: bool, extension_needed: bool) -> None:
    found = plan_limit(kind, from_on=FROM, until=until, lawbook=BOOK).value
    assert (found.exceeded, found.extension_needed) == (exceeded, extension_needed)
    assert found.is_law is kind.is_grace
    assert (found.extended_on is not None) is kind.is_grace


def test_a_plan_does_not_end_before_it_begins() -> None:
    with pytest.raises(InvalidInput, match="始まりの日より前"):
        plan_limit(PlanKind.PLEDGE, from_on=FROM, until=date(2026, 3, 31), lawbook=BOOK)


def test_what_is_left_a_month_bounds_the_instalment() -> None:
    enough = affordability(200_000, 150_000, instalment_yen=30_000, other_yen=20_000).value
    assert (enough.surplus_yen, enough.lacking_yen, enough.is_enough) == (30_000, 0, True)
    short = affordability(150_000, 160_000, instalment_yen=5_000).value
    assert (short.surplus_yen, short.lacking_yen, short.is_enough) == (-10_000, 5_000, False)
    with pytest.raises(InvalidInput, match="0円以上"):
        affordability(-1, 0, instalment_yen=1)


def case(kind: ClaimKind, legal_class: LegalClass, *, yen: int) -> Case:
    assessed = Movement(date(2024, 4, 1), Account.ASSESSMENT, Component.PRINCIPAL, yen)
    return Case(kind, legal_class, date(2024, 4, 1), date(2024, 6, 30), movements=(assessed,))


def test_instalments_pay_the_principals_in_order_and_the_rules_charge_the_rest() -> None:
    tax = case(ClaimKind.TAX, LegalClass.PUBLIC_ENFORCEABLE, yen=100_000)
    loan = case(ClaimKind.PRIVATE_LOAN, LegalClass.PRIVATE_LAW, yen=50_000)
    plan = schedule(170_000, PlanTerms(date(2025, 7, 31), 60_000)).value
    on = date(2025, 6, 30)
    found = charge_on_the_way([("tax", tax), ("loan", loan)], plan, on=on, lawbook=BOOK)
    last_on = plan[-1].due_on
    receipts = {
        "tax": [(date(2025, 7, 31), 60_000), (date(2025, 8, 31), 40_000)],
        "loan": [(date(2025, 8, 31), 20_000), (date(2025, 9, 30), 30_000)],
    }
    for key, facts, charged in (("tax", tax, late_charge_of), ("loan", loan, delay_damages_of)):
        paid = tuple(
            Movement(day, Account.RECEIPT, Component.PRINCIPAL, yen, voluntary=True) for day, yen in receipts[key]
        )
        by_hand = Case(**{**vars(facts), "movements": (*facts.movements, *paid)})
        assert found.value.by_claim[key] == charged(by_hand, last_on, lawbook=BOOK).value.yen
    accrued = late_charge_of(tax, on, lawbook=BOOK).value.yen + delay_damages_of(loan, on, lawbook=BOOK).value.yen
    assert found.value.accrued_yen == accrued
    assert found.value.added_yen == found.value.yen - accrued > 0
    assert found.assumptions == ()


def test_years_without_a_published_rate_go_on_with_the_last_one_and_the_answer_says_so() -> None:
    tax = case(ClaimKind.TAX, LegalClass.PUBLIC_ENFORCEABLE, yen=100_000)
    plan = schedule(100_000, PlanTerms(date(2026, 12, 25), 10_000)).value
    found = charge_on_the_way([("tax", tax)], plan, on=date(2026, 11, 22), lawbook=BOOK)
    assert found.value.added_yen > 0
    assert found.assumptions == ("公表されていない年の割合は、公表された最後の割合が続くものとして計算しています",)
