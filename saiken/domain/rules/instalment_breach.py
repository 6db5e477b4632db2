"""When an instalment plan is broken (分割納付の不履行).

The one idea: what was paid by a day is held against what should have been paid by it, with the days and yen of tolerance that the
municipality sets (none unless it does). What follows from a breach is decided by people and by the rules of the grace.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.instalment_plan import Instalment
from saiken.domain.rules.partial_payment import Payment
from saiken.law.lawbook import LawBook

_DAYS, _YEN = "instalment_tolerance_days", "instalment_tolerance_yen"


@dataclass(frozen=True)
class Breach:
    """The first instalment that was not kept, the day after the last day on which it could have been, what was lacking then and now."""

    number: int
    broken_on: date
    lacking_yen: int
    arrears_yen: int


def breach(
    plan: Sequence[Instalment], payments: Sequence[Payment], *, on: date, lawbook: LawBook
) -> Explained[Breach | None]:
    """分割納付の不履行とは、納付日までに納めるべき累計に、許された日数と額を超えて足りないことをいう.

    A breach stays one when it is made up later; `arrears_yen` says whether it was. None: kept so far.
    """
    days, yen = (int(lawbook.value(parameter, on=on).number) for parameter in (_DAYS, _YEN))
    due_now = sum(instalment.yen for instalment in plan if instalment.due_on <= on)
    arrears = max(0, due_now - _paid(payments, on))
    found = None
    owed = 0
    for instalment in plan:
        owed += instalment.yen
        last_on = instalment.due_on + timedelta(days=days)
        lacking = owed - _paid(payments, last_on)
        if last_on < on and lacking > yen:
            found = Breach(instalment.number, last_on + timedelta(days=1), lacking, arrears)
            break
    return Explained(
        found, rule_sentence(breach), (_step(found, arrears, lawbook=lawbook, on=on),), _assumed(days, yen)
    )


def _paid(payments: Sequence[Payment], on: date) -> int:
    return sum(payment.yen for payment in payments if payment.on <= on)


def _step(found: Breach | None, arrears: int, *, lawbook: LawBook, on: date) -> Step:
    basis = lawbook.value(_DAYS, on=on).citations
    if found is None:
        return Step("納付日までの累計に不足はない", basis, yen=arrears)
    return Step(f"第{found.number}回までの累計に不足がある", basis, found.broken_on, yen=found.lacking_yen)


def _assumed(days: int, yen: int) -> tuple[str, ...]:
    return (f"許す遅れは {days} 日、許す不足は {yen:,} 円とする設定による",)
