"""Instalment plans (分割納付): how long they last, when and how much is paid, what breaks them.

The one idea: a plan is arithmetic over a balance and a month's instalment; the instalments always add up to the balance. A plan is an
acknowledgment, never a grace: late charge and seizure go on. Late charge on the way is in `instalment_outlook`; no money is booked here.
"""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import accumulate

from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook

#: A hundred years: no plan outlives the people who agree on it.
LONGEST_MONTHS = 1_200


class Remainder(StrEnum):
    """Where the odd yen go: 最初の回 (端数計算法 3条), 最後の回."""

    FIRST = "first_instalment"
    LAST = "last_instalment"


@dataclass(frozen=True)
class PlanTerms:
    """What was agreed: the first day of payment and the regular sum a month.

    `raises` gives a new regular sum from an instalment's number on (step-up), `bonus_months` and `bonus_yen` what is paid on top in some
    calendar months, `month_end` that every instalment falls on the last day of its month.
    """

    first_on: date
    instalment_yen: int
    raises: Mapping[int, int] = field(default_factory=dict)
    bonus_months: tuple[int, ...] = ()
    bonus_yen: int = 0
    remainder: Remainder = Remainder.LAST
    month_end: bool = False


@dataclass(frozen=True)
class Instalment:
    """One instalment: number from 1, due day, yen, what is left after it."""

    number: int
    due_on: date
    yen: int
    left_yen: int


def months_to_pay_off(balance_yen: int, instalment_yen: int) -> int:
    """完納までの月数は、残高を毎月の納付額で割り、端数の月を一月とする.

    >>> months_to_pay_off(100_000, 30_000), months_to_pay_off(90_000, 30_000), months_to_pay_off(0, 5_000)
    (4, 3, 0)
    """
    if instalment_yen <= 0:
        raise InvalidInput(
            "毎月の納付額は1円以上でなければなりません",
            place="毎月の納付額",
            found=f"{instalment_yen}円",
            expected="1円以上",
            remedy="納付額のない約束は分割納付ではありません。",
        )
    return -(-max(balance_yen, 0) // instalment_yen)


def equal_instalments(total_yen: int, count: int, *, unit_yen: int = 1) -> tuple[int, ...]:
    """分割した額の端数は、最初の回に合算する: `count` sums that add up to the total, all but the first in whole units."""
    if count < 1 or unit_yen < 1 or total_yen < count * unit_yen:
        raise InvalidInput(
            "この回数には分けられません",
            place="分割の回数",
            found=f"{total_yen:,}円を{count}回（{unit_yen:,}円単位）",
            expected="各回が1単位以上",
        )
    each = total_yen // count // unit_yen * unit_yen
    return (total_yen - each * (count - 1), *[each] * (count - 1))


def schedule(total_yen: int, terms: PlanTerms) -> Explained[tuple[Instalment, ...]]:
    """分割納付の計画は、各回の合計が未納額に一致するよう、毎月の応当日（その日のない月は月末）に納付日を置く.

    Days are not shifted for holidays: the plan names them, and only the slip says when a bank takes the money.
    """
    if total_yen <= 0:
        raise InvalidInput("分割する残高がありません", place="残高", found=f"{total_yen}円", expected="1円以上")
    sums = _sums(total_yen, terms)
    left = accumulate(sums, lambda balance, yen: balance - yen, initial=total_yen)
    next(left)
    plan = tuple(
        Instalment(number, _due_day(terms, number), yen, after)
        for number, (yen, after) in enumerate(zip(sums, left, strict=True), start=1)
    )
    return Explained(plan, rule_sentence(schedule), _steps(plan, terms), ("納付日は休日でも動かさない",))


def _sums(total_yen: int, terms: PlanTerms) -> list[int]:
    _demand_sums(terms)
    sums: list[int] = []
    paid = 0
    while paid < total_yen:
        if len(sums) == LONGEST_MONTHS:
            raise InvalidInput(
                "完納までが長すぎます",
                place="毎月の納付額",
                found=f"{terms.instalment_yen}円",
                expected="百年以内に完納",
            )
        sums.append(_agreed(terms, len(sums) + 1))
        paid += sums[-1]
    excess = paid - total_yen
    place = 0 if terms.remainder is Remainder.FIRST else -1
    if sums[place] <= excess:
        raise InvalidInput(
            "端数を最初の回に寄せると、最初の回の納付額がなくなります",
            place="端数の回",
            found=f"{excess:,}円",
            remedy="端数を最後の回に置いてください。",
        )
    sums[place] -= excess
    return sums


def _demand_sums(terms: PlanTerms) -> None:
    """納付額は1円以上、上乗せは0円以上とする."""
    months_to_pay_off(0, min(terms.instalment_yen, *terms.raises.values(), terms.instalment_yen))
    if terms.bonus_yen < 0 or any(month not in range(1, 13) for month in terms.bonus_months):
        raise InvalidInput(
            "賞与月の上乗せを読めません",
            place="賞与月",
            found=f"{terms.bonus_months}に{terms.bonus_yen}円",
            expected="1から12までの月と0円以上の額",
        )


def _agreed(terms: PlanTerms, number: int) -> int:
    """The sum of an instalment before the remainder: the latest step, and the bonus in its months."""
    begun = [start for start in terms.raises if start <= number]
    regular = terms.raises[max(begun)] if begun else terms.instalment_yen
    return regular + (terms.bonus_yen if _due_day(terms, number).month in terms.bonus_months else 0)


def _due_day(terms: PlanTerms, number: int) -> date:
    years, month = divmod(terms.first_on.month - 1 + number - 1, 12)
    year, month = terms.first_on.year + years, month + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, last if terms.month_end else min(terms.first_on.day, last))


def _steps(plan: Sequence[Instalment], terms: PlanTerms) -> tuple[Step, ...]:
    basis = (cite("fraction_act/3"),)
    whole = Step(
        f"{len(plan)}回、{plan[0].due_on.isoformat()} から {plan[-1].due_on.isoformat()} まで",
        basis,
        yen=sum(instalment.yen for instalment in plan),
    )
    odd = plan[0] if terms.remainder is Remainder.FIRST else plan[-1]
    return (whole, Step(f"端数は第{odd.number}回に置く", basis, odd.due_on, yen=odd.yen))


@dataclass(frozen=True)
class LongTermTest:
    """Whether a plan ends within the years the sheets tell apart: months, the limit in months, and the answer."""

    months: int
    limit_months: int
    within: bool


def ten_year_test(months: int, *, on: date, lawbook: LawBook) -> Explained[LongTermTest]:
    """完納までの月数が百二十月以内の分割納付は十年以内の完納見込み（⑥）、それを超えるものは十年超（⑦）とする."""
    value = lawbook.value("long_instalment_months", on=on)
    limit = int(value.number)
    found = LongTermTest(months, limit, months <= limit)
    sentence = f"完納まで {months} 月、境は {limit} 月"
    return Explained(found, rule_sentence(ten_year_test), (Step(sentence, value.citations),))


def reviews(first_on: date, *, every_months: int, until: date) -> tuple[date, ...]:
    """分割納付の間は、約束した間隔で資力を見直す: the days of review up to a day, the first after one interval."""
    if every_months < 1:
        raise InvalidInput("見直しの間隔は1月以上です", place="見直しの間隔", found=f"{every_months}月")
    terms = PlanTerms(first_on, 1)
    found: list[date] = []
    while (day := _due_day(terms, 1 + every_months * (len(found) + 1))) <= until:
        found.append(day)
    return tuple(found)
