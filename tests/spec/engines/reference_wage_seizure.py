"""Adapters of the wage-seizure rules: plain values in, plain values out."""

from collections.abc import Mapping
from typing import Any

from saiken.domain.rules.pay import Pay, PayPeriod, PayUnit
from saiken.domain.rules.wage_seizure import EXTRA, LIVING, Part, WageExemption, wage_exemption
from saiken.domain.rules.wage_seizure_cases import (
    paid_out_exemption,
    pays_by_ratio,
    pays_in_turn,
    retirement_exemption,
)
from saiken.domain.rules.wage_seizure_court import (
    CourtExemption,
    court_bonus_exemption,
    court_retirement_exemption,
    court_wage_exemption,
)
from saiken.law.lawbook import LawBook


def wage_seizure(book: LawBook, *, consent: bool = False, **given: Any) -> Mapping[str, Any]:
    """One pay of one employer."""
    answer = wage_exemption(
        _pay(given),
        dependents=given["dependents"],
        on=given["on"],
        lawbook=book,
        period=_period(given),
        consent=consent,
    )
    return _parts(answer.value)


def two_pays(
    book: LawBook, *, method: str, first: Mapping[str, Any], second: Mapping[str, Any], **given: Any
) -> Mapping:
    """Two pays of one month, in turn or by ratio."""
    pays = (_pay(first), _pay(second))
    if method == "in_turn":
        found = pays_in_turn(*pays, dependents=given["dependents"], on=given["on"], lawbook=book)
    else:
        found = pays_by_ratio(pays, dependents=given["dependents"], on=given["on"], lawbook=book)
    keys = ("part_4_yen", "part_5_yen", "seizable_yen")
    first_parts, second_parts = (_parts(each) for each in found.value)
    return {"first": {key: first_parts[key] for key in keys}, "second": {key: second_parts[key] for key in keys}}


def retirement_seizure(book: LawBook, *, years: int, **given: Any) -> Mapping[str, Any]:
    """A retirement allowance."""
    found = retirement_exemption(
        _pay(given), dependents=given["dependents"], years=years, on=given["on"], lawbook=book
    ).value
    return {
        "allowance_part_3_yen": found.parts_yen[2],
        "allowance_part_4_yen": found.parts_yen[3],
        "exempt_yen": found.exempt_yen,
        "seizable_yen": found.seizable_yen,
    }


def paid_out_money(
    book: LawBook, *, living_yen: int, extra_yen: int, period_days: int, days_to_next_pay: int
) -> Mapping[str, Any]:
    """Money of pay already handed over."""
    pay = WageExemption(0, (Part(LIVING, living_yen), Part(EXTRA, extra_yen)))
    found = paid_out_exemption(pay, period_days=period_days, days_to_next_pay=days_to_next_pay)
    return {"protected_yen": found.value}


def court_wage(book: LawBook, **given: Any) -> Mapping[str, Any]:
    """Pay seized with a title."""
    return _court(court_wage_exemption(_pay(given), on=given["on"], lawbook=book, period=_period(given)).value)


def court_bonus(book: LawBook, **given: Any) -> Mapping[str, Any]:
    """A bonus seized with a title."""
    return _court(court_bonus_exemption(_pay(given), on=given["on"], lawbook=book).value)


def court_retirement(book: LawBook, **given: Any) -> Mapping[str, Any]:
    """A retirement allowance seized with a title."""
    return _court(court_retirement_exemption(_pay(given), on=given["on"], lawbook=book).value)


def _pay(given: Mapping[str, Any]) -> Pay:
    parts = ("gross_yen", "income_tax_yen", "resident_tax_yen", "social_insurance_yen")
    return Pay(*(given.get(part, 0) for part in parts))


def _period(given: Mapping[str, Any]) -> PayPeriod:
    return PayPeriod(PayUnit(given.get("period_unit", "month")), given.get("period_count", 1))


def _parts(found: WageExemption) -> Mapping[str, Any]:
    return {
        "wage_yen": found.wage_yen,
        **{f"part_{part.item}_yen": part.yen for part in found.parts},
        "withheld_parts_yen": sum(part.yen for part in found.parts if part.item < LIVING),
        "exempt_yen": found.exempt_yen,
        "seizable_yen": found.seizable_yen,
    }


def _court(found: CourtExemption) -> Mapping[str, Any]:
    return {"net_yen": found.net_yen, "exempt_yen": found.exempt_yen, "seizable_yen": found.seizable_yen}
