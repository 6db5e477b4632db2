"""Instalment plans, asked of the reference engine.

The one idea: plans are read off as rows of day, yen and rest; the monthly charge of an outlook is a plain number given by the proposition.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from saiken.domain.rules import instalment_breach, instalment_outlook, instalment_plan
from saiken.domain.rules.instalment_plan import PlanTerms, Remainder
from saiken.domain.rules.partial_payment import Payment
from saiken.law.lawbook import LawBook


def months_to_pay_off(book: LawBook, balance_yen: int, instalment_yen: int) -> dict[str, Any]:
    """Months until nothing is left."""
    return {"months": instalment_plan.months_to_pay_off(balance_yen, instalment_yen)}


def equal_instalments(book: LawBook, balance_yen: int, count: int, unit_yen: int = 1) -> dict[str, Any]:
    """A balance in equal parts."""
    return {"instalments_yen": instalment_plan.equal_instalments(balance_yen, count, unit_yen=unit_yen)}


def schedule(book: LawBook, balance_yen: int, **terms: Any) -> dict[str, Any]:
    """A plan: its days and sums."""
    plan = instalment_plan.schedule(balance_yen, _terms(**terms))
    return {
        "months": len(plan.value),
        "due_days": tuple(instalment.due_on for instalment in plan.value),
        "instalments_yen": tuple(instalment.yen for instalment in plan.value),
        "left_yen": tuple(instalment.left_yen for instalment in plan.value),
        "last_on": plan.value[-1].due_on,
        "assumptions": plan.assumptions,
    }


def ten_year_test(book: LawBook, balance_yen: int, instalment_yen: int, on: date) -> dict[str, Any]:
    """On which side of ten years a plan ends."""
    months = instalment_plan.months_to_pay_off(balance_yen, instalment_yen)
    return dict(vars(instalment_plan.ten_year_test(months, on=on, lawbook=book).value))


def breach(
    book: LawBook, balance_yen: int, payments: Sequence[Mapping[str, Any]], on: date, **terms: Any
) -> dict[str, Any]:
    """Whether a plan was kept."""
    plan = instalment_plan.schedule(balance_yen, _terms(**terms)).value
    paid = [Payment(**payment) for payment in payments]
    found = instalment_breach.breach(plan, paid, on=on, lawbook=book)
    broken = vars(found.value) if found.value else {"number": None, "broken_on": None, "lacking_yen": 0}
    return {"broken": found.value is not None, **broken, "assumptions": found.assumptions}


def reviews(book: LawBook, first_on: date, every_months: int, until: date) -> dict[str, Any]:
    """Days of review."""
    return {"review_days": instalment_plan.reviews(first_on, every_months=every_months, until=until)}


def months_with_charge(
    book: LawBook,
    balance_yen: int,
    instalment_yen: int,
    monthly_yen: int,
    charge_yen: int = 0,
    charge_first: bool = False,
) -> dict[str, Any]:
    """Months until principal and charge are paid, with the same charge every month."""
    found = instalment_outlook.months_with_charge(
        balance_yen,
        instalment_yen,
        monthly=lambda principal, month: monthly_yen,
        charge_yen=charge_yen,
        charge_first=charge_first,
    )
    return dict(vars(found.value))


def what_if(book: LawBook, balance_yen: int, choices_yen: Sequence[int], first_on: date) -> dict[str, Any]:
    """Other sums a month side by side."""
    found = instalment_outlook.what_if(balance_yen, choices_yen, first_on=first_on)
    return {"alternatives": tuple(dict(vars(alternative)) for alternative in found)}


def effects_of_pledge(book: LawBook, pledged_on: date) -> dict[str, Any]:
    """What an agreed plan does in law."""
    return dict(vars(instalment_outlook.effects_of_pledge(pledged_on).value))


def _terms(remainder: str = "last_instalment", raises: Sequence[tuple[int, int]] = (), **given: Any) -> PlanTerms:
    return PlanTerms(remainder=Remainder(remainder), raises=dict(raises), **given)
