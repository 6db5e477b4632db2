"""Partial payments of a principal: the balance day by day, and the payments that a claim's history holds.

The one idea: a payment on day P still leaves the old balance on P and cuts it from P+1, for late charges and delay damages alike. Which
debt a payment goes to is decided by `domain.rules.allocation`; here it has reached the principal.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from saiken.domain.claim.case import Case
from saiken.domain.claim.case_event import CaseEvent, DeliveryResult, EventKind
from saiken.domain.claim.entry import Account, Component
from saiken.domain.dates.period import next_day
from saiken.domain.errors import InvalidInput


@dataclass(frozen=True)
class Payment:
    """Yen that reached the principal on a day, or was written off of it."""

    on: date
    yen: int
    written_off: bool = False


@dataclass(frozen=True)
class PrincipalHistory:
    """What a claim's principal was by a day: assessed in total since `assessed_on` and what was paid or written off of it."""

    assessed_on: date | None
    principal_yen: int
    payments: tuple[Payment, ...]


def demand_principal(principal_yen: int, *, paid_on: date, assessed_on: date | None) -> None:
    """元本は零以上、納付の日は調定の日以後でなければならない。"""
    if principal_yen < 0:
        raise InvalidInput(
            "元本が負の額です",
            place="元本",
            found=f"{principal_yen:,}円",
            expected="0円以上の額",
            remedy="減額や還付の額でなく、元本の額を与えてください",
        )
    if assessed_on is not None and paid_on < assessed_on:
        raise _before_assessment(paid_on, assessed_on, place="納付の日")


def demand_payments(
    payments: Sequence[Payment], *, principal_yen: int, paid_on: date, assessed_on: date | None
) -> None:
    """一部納付は正の額で、調定の日から計算の終わりの日までにあり、合わせて元本を超えない。"""
    for number, payment in enumerate(payments, start=1):
        _demand_payment(payment, place=f"一部納付{number}", paid_on=paid_on, assessed_on=assessed_on)
    paid_yen = sum(payment.yen for payment in payments)
    if paid_yen > principal_yen:
        raise InvalidInput(
            "一部納付の合計が元本を超えています",
            place="一部納付",
            found=f"{paid_yen:,}円",
            expected=f"元本の{principal_yen:,}円まで",
            remedy="元本に充てた額だけを与えてください",
        )


def _demand_payment(payment: Payment, *, place: str, paid_on: date, assessed_on: date | None) -> None:
    if payment.yen <= 0:
        raise InvalidInput(
            "納付の額が正の数でありません",
            place=place,
            found=f"{payment.yen:,}円",
            expected="1円以上の額",
            remedy="還付や取消しは、もとの納付を除いて与えてください",
        )
    if payment.on > paid_on:
        raise InvalidInput(
            "一部納付の日が、計算の終わりの日より後です",
            place=place,
            found=payment.on.isoformat(),
            expected=f"{paid_on.isoformat()} まで",
            remedy="計算の終わりの日（納付の日）を改めるか、この納付を除いてください",
        )
    if assessed_on is not None and payment.on < assessed_on:
        raise _before_assessment(payment.on, assessed_on, place=place)


def _before_assessment(day: date, assessed_on: date, *, place: str) -> InvalidInput:
    return InvalidInput(
        "調定の日より前の日です",
        place=place,
        found=day.isoformat(),
        expected=f"{assessed_on.isoformat()} 以後",
        remedy="調定の日か、この日を確かめてください",
    )


def balance_yen(principal_yen: int, payments: Sequence[Payment], *, on: date) -> int:
    """The balance that counts for a day: a payment of the day itself does not yet count."""
    if not payments:
        return principal_yen
    return principal_yen - sum(payment.yen for payment in payments if payment.on < on)


def days_of_change(payments: Sequence[Payment]) -> list[date]:
    """The first days of new balances."""
    return [next_day(payment.on) for payment in payments]


def first_demand(case: Case, *, on: date) -> CaseEvent | None:
    """The first formal demand sent by a day that did not come back."""
    sent = (event for event in case.events_until(on) if event.kind is EventKind.FORMAL_DEMAND)
    return next((event for event in sent if event.delivery is not DeliveryResult.RETURNED), None)


def principal_history(case: Case, *, on: date) -> PrincipalHistory:
    """The principal of a claim to a day. A receipt taken back or refunded undoes the latest receipts before it.

    A write-off ends what is owed like a payment. An overpayment counts only up to the principal.
    """
    movements = sorted(
        (entry for entry in case.movements if entry.component is Component.PRINCIPAL and entry.on <= on),
        key=lambda entry: entry.on,
    )
    assessed = [entry for entry in movements if entry.account is Account.ASSESSMENT]
    payments: list[Payment] = []
    for entry in movements:
        if entry.account is not Account.ASSESSMENT:
            payments = _after(payments, Payment(entry.on, entry.yen, entry.account is Account.WRITE_OFF))
    principal_yen = max(0, sum(entry.yen for entry in assessed))
    return PrincipalHistory(
        assessed_on=assessed[0].on if assessed else None,
        principal_yen=principal_yen,
        payments=_up_to(payments, principal_yen),
    )


def _after(payments: list[Payment], entry: Payment) -> list[Payment]:
    """The payments with one entry more; a negative one takes from the latest."""
    if entry.yen >= 0:
        return [*payments, entry]
    kept, taken_yen = list(payments), -entry.yen
    while taken_yen > 0 and kept:
        last = kept.pop()
        if last.yen > taken_yen:
            kept.append(replace(last, yen=last.yen - taken_yen))
        taken_yen = max(0, taken_yen - last.yen)
    return kept


def _up_to(payments: Sequence[Payment], principal_yen: int) -> tuple[Payment, ...]:
    """The payments in order as long as something is owed."""
    kept, open_yen = [], principal_yen
    for payment in payments:
        counted = min(payment.yen, open_yen)
        open_yen -= counted
        if counted:
            kept.append(replace(payment, yen=counted))
    return tuple(kept)
