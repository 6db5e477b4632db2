"""How an instalment plan is being kept: every instalment with what was paid of it, how often it was broken, what is due next.

The one idea: whatever is paid fills the instalments in their order, and an instalment is kept when the sum of all until then is there by
its
last tolerated day. A breach is a fact that follows from the money; that a plan is cancelled for it is decided by people.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from saiken.domain.dates.period import next_day
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.instalment_plan import Instalment
from saiken.domain.rules.partial_payment import Payment
from saiken.law.citation import cite


class InstalmentStanding(StrEnum):
    """納付済み, 遅れて納付, 一部納付で期限経過, 未納で期限経過, これから."""

    KEPT = "instalment_kept"
    LATE = "instalment_late"
    PARTLY = "instalment_partly"
    MISSED = "instalment_missed"
    TO_COME = "instalment_to_come"

    @property
    def is_broken(self) -> bool:
        """Whether the instalment was not kept in time, though it may have been made up later."""
        return self in (InstalmentStanding.LATE, InstalmentStanding.PARTLY, InstalmentStanding.MISSED)


@dataclass(frozen=True)
class Tolerance:
    """Days and yen by which an instalment may be late or short and still counts as kept."""

    days: int = 0
    yen: int = 0


@dataclass(frozen=True)
class InstalmentLine:
    """One instalment: what was paid of it, the day on which it was full (None: not yet), how it stands, the day it was broken."""

    number: int
    due_on: date
    yen: int
    paid_yen: int
    settled_on: date | None
    standing: InstalmentStanding
    broken_on: date | None

    @property
    def lacking_yen(self) -> int:
        """What is still lacking of it."""
        return self.yen - self.paid_yen


@dataclass(frozen=True)
class Performance:
    """The plan on a day. `arrears_yen` is what should have been paid by then and was not; `following` the next instalment not yet full."""

    lines: tuple[InstalmentLine, ...]
    paid_yen: int
    arrears_yen: int
    following: InstalmentLine | None

    @property
    def times_broken(self) -> int:
        """How many instalments were not kept in time."""
        return sum(line.standing.is_broken for line in self.lines)

    @property
    def last_broken(self) -> InstalmentLine | None:
        """The latest instalment that was not kept in time."""
        return next((line for line in reversed(self.lines) if line.standing.is_broken), None)

    @property
    def is_paid_off(self) -> bool:
        """Whether every instalment is full."""
        return self.following is None


def performance(
    plan: Sequence[Instalment], payments: Sequence[Payment], *, on: date, tolerance: Tolerance = Tolerance()
) -> Explained[Performance]:
    """納付は納付日の早い回から充て、納付日までに納めるべき累計に許された日数と額を超えて足りない回を、守られなかった回とする.

    Payments after the day do not exist for it; a payment taken back is a negative one on its own day.
    """
    known = sorted((payment for payment in payments if payment.on <= on), key=lambda payment: payment.on)
    paid_yen = max(0, sum(payment.yen for payment in known))
    lines = tuple(_lines(plan, known, on=on, tolerance=tolerance))
    due_yen = sum(line.yen for line in lines if line.due_on <= on)
    following = next((line for line in lines if line.lacking_yen > 0), None)
    found = Performance(lines, paid_yen, max(0, due_yen - paid_yen), following)
    return Explained(found, rule_sentence(performance), _steps(found, on), _assumed(tolerance))


def _lines(
    plan: Sequence[Instalment], payments: Sequence[Payment], *, on: date, tolerance: Tolerance
) -> Iterator[InstalmentLine]:
    paid_yen, before_yen = max(0, sum(payment.yen for payment in payments)), 0
    for instalment in plan:
        owed_yen = before_yen + instalment.yen
        tolerated_until = instalment.due_on + timedelta(days=tolerance.days)
        settled_on = _reached(payments, owed_yen)
        kept_by = _reached(payments, owed_yen - tolerance.yen)
        is_in_time = kept_by is not None and kept_by <= tolerated_until
        of_this_yen = min(instalment.yen, max(0, paid_yen - before_yen))
        standing = _standing(of_this_yen, instalment, is_in_time=is_in_time, is_over=tolerated_until < on)
        yield InstalmentLine(
            instalment.number,
            instalment.due_on,
            instalment.yen,
            of_this_yen,
            settled_on,
            standing,
            next_day(tolerated_until) if standing.is_broken else None,
        )
        before_yen = owed_yen


def _standing(paid_yen: int, instalment: Instalment, *, is_in_time: bool, is_over: bool) -> InstalmentStanding:
    is_full = paid_yen == instalment.yen
    if is_in_time and (is_full or is_over):
        return InstalmentStanding.KEPT
    if not is_over:
        return InstalmentStanding.TO_COME
    if is_full:
        return InstalmentStanding.LATE
    return InstalmentStanding.PARTLY if paid_yen else InstalmentStanding.MISSED


def _reached(payments: Sequence[Payment], owed_yen: int) -> date | None:
    """The day since which the sum of the payments has been enough; None while it is not."""
    reached_on: date | None = None
    paid_yen = 0
    for payment in payments:
        paid_yen += payment.yen
        if paid_yen < owed_yen:
            reached_on = None
        elif reached_on is None:
            reached_on = payment.on
    return reached_on


def _steps(found: Performance, on: date) -> tuple[Step, ...]:
    basis = (cite("civil_code/152/1"),)
    steps = [Step(f"{on.isoformat()} までに納付された額", basis, yen=found.paid_yen)]
    if found.arrears_yen:
        steps.append(Step("納付日を過ぎて足りない額", (cite("local_tax_act/15-3/1/2"),), yen=found.arrears_yen))
    broken = found.last_broken
    if broken is not None:
        sentence = f"守られなかった回は {found.times_broken} 回、最後は第{broken.number}回"
        steps.append(Step(sentence, (cite("local_tax_act/15-3/1/2"),), broken.broken_on, yen=broken.lacking_yen))
    return tuple(steps)


def _assumed(tolerance: Tolerance) -> tuple[str, ...]:
    return (f"許す遅れは {tolerance.days} 日、許す不足は {tolerance.yen:,} 円とする計画の定めによる",)
