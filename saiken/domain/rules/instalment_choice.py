"""From what is asked at the counter to the terms of a plan: so many times, so much a month, until a day.

The one idea: one of the three is given and the other two follow; a smaller or larger first payment, a rise and bonus months are put on top.
The days and yen themselves are `instalment_plan`'s.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from saiken.domain.claim.plan import PlanMethod
from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.instalment_plan import (
    LONGEST_MONTHS,
    Instalment,
    PlanTerms,
    months_to_pay_off,
    reviews,
    schedule,
)
from saiken.law.citation import cite


@dataclass(frozen=True)
class PlanChoice:
    """What is asked: exactly one of `monthly_yen`, `count` and `end_on`; `unit_yen` is what a month's sum is rounded up to.

    `first_yen` is another first payment; from instalment `rise_from` on `rise_yen` a month is paid; `bonus_yen` comes on top in
    `bonus_months`.
    """

    first_on: date
    monthly_yen: int | None = None
    count: int | None = None
    end_on: date | None = None
    first_yen: int | None = None
    rise_from: int | None = None
    rise_yen: int | None = None
    bonus_months: tuple[int, ...] = ()
    bonus_yen: int = 0
    month_end: bool = False
    unit_yen: int = 1_000

    @property
    def method(self) -> PlanMethod:
        """How the sums are made."""
        has_bonus = bool(self.bonus_months and self.bonus_yen)
        if self.rise_from is not None:
            return PlanMethod.STEP_UP_AND_BONUS if has_bonus else PlanMethod.STEP_UP
        return PlanMethod.BONUS if has_bonus else PlanMethod.EQUAL


@dataclass(frozen=True)
class ChosenPlan:
    """The choice worked out: the sum a month and every instalment."""

    choice: PlanChoice
    monthly_yen: int
    instalments: tuple[Instalment, ...]

    @property
    def total_yen(self) -> int:
        """What is paid in all."""
        return sum(instalment.yen for instalment in self.instalments)

    @property
    def last(self) -> Instalment:
        """The last instalment."""
        return self.instalments[-1]

    @property
    def highest_yen(self) -> int:
        """The largest instalment, which must be affordable too."""
        return max(instalment.yen for instalment in self.instalments)


def chosen_plan(total_yen: int, choice: PlanChoice) -> Explained[ChosenPlan]:
    """分割の額は、回数又は終わりの日を決めたときはそれまでに納め終わる最小の額を単位に切り上げ、額を決めたときはその額とする."""
    _demand_one(choice)
    monthly_yen = choice.monthly_yen
    if monthly_yen is None:
        monthly_yen = _smallest(total_yen, choice, count=_count(choice))
    plan = schedule(total_yen, _terms(choice, monthly_yen))
    found = ChosenPlan(choice, monthly_yen, plan.value)
    step = Step(f"毎月 {monthly_yen:,}円、{len(plan.value)}回", (cite("fraction_act/3"),), yen=monthly_yen)
    return Explained(found, rule_sentence(chosen_plan), (step, *plan.steps), plan.assumptions)


def variants(total_yen: int, choice: PlanChoice, *, limit_months: int) -> tuple[ChosenPlan, ...]:
    """The plan as asked, the same without rise, bonus and odd first payment, and the one that ends within the limit; each once.

    A variant that cannot be made (too many instalments for the sum) is left out.
    """
    asked = chosen_plan(total_yen, choice).value
    plain = replace(
        choice, monthly_yen=None, count=len(asked.instalments), end_on=None, first_yen=None, rise_from=None,
        rise_yen=None, bonus_months=(), bonus_yen=0,
    )  # fmt: skip
    found = [asked]
    for other in (plain, replace(plain, count=limit_months)):
        with suppress(InvalidInput):
            found.append(chosen_plan(total_yen, other).value)
    return tuple({plan.instalments: plan for plan in reversed(found)}.values())[::-1]


def _demand_one(choice: PlanChoice) -> None:
    """回数、毎月の額、終わりの日のうち一つだけを決める."""
    given = [each for each in (choice.monthly_yen, choice.count, choice.end_on) if each is not None]
    if len(given) != 1:
        raise InvalidInput(
            "毎月の額、回数、終わりの日のうち一つだけを決めてください", place="分割の方法", found=f"{len(given)}個"
        )
    if (choice.rise_from is None) is not (choice.rise_yen is None):
        raise InvalidInput("増額の回と増額後の額は、両方を決めてください", place="増額")
    if choice.rise_from is not None and choice.rise_from < 2:
        raise InvalidInput("増額は2回目以後です", place="増額の回", found=str(choice.rise_from), expected="2以上")
    if choice.unit_yen < 1:
        raise InvalidInput("額の単位は1円以上です", place="額の単位", found=f"{choice.unit_yen}円")


def _count(choice: PlanChoice) -> int:
    """The number of instalments asked for, or those that fall on the end day or before."""
    if choice.end_on is None:
        count = choice.count or 0
    elif choice.end_on < choice.first_on:
        count = 0
    else:
        first_on = choice.first_on
        count = 1 + len(reviews(first_on, every_months=1, until=choice.end_on))
    if not 1 <= count <= LONGEST_MONTHS:
        raise InvalidInput(
            "この回数には分けられません", place="分割の回数", found=f"{count}回", expected=f"1から{LONGEST_MONTHS}まで"
        )
    return count


def _terms(choice: PlanChoice, monthly_yen: int) -> PlanTerms:
    raises = {}
    first_yen = monthly_yen
    if choice.first_yen is not None:
        first_yen, raises = choice.first_yen, {2: monthly_yen}
    if choice.rise_from is not None and choice.rise_yen is not None:
        raises[choice.rise_from] = choice.rise_yen
    return PlanTerms(
        choice.first_on,
        first_yen,
        raises=raises,
        bonus_months=choice.bonus_months,
        bonus_yen=choice.bonus_yen,
        month_end=choice.month_end,
    )


def _smallest(total_yen: int, choice: PlanChoice, *, count: int) -> int:
    """The smallest sum a month, in whole units, that pays off within `count` instalments; found by halving."""
    unit = choice.unit_yen
    low, high = 0, max(months_to_pay_off(total_yen, unit), 1)
    if total_yen > 0 and not _pays_off(total_yen, _terms(choice, high * unit), count=count):
        raise InvalidInput(
            "この回数では納め終わりません",
            place="分割の回数",
            found=f"{count}回",
            remedy="最初の回の額を増やすか、回数を増やしてください。",
        )
    while high - low > 1:
        middle = (low + high) // 2
        if _pays_off(total_yen, _terms(choice, middle * unit), count=count):
            high = middle
        else:
            low = middle
    return high * unit


def _pays_off(total_yen: int, terms: PlanTerms, *, count: int) -> bool:
    """Whether so many instalments suffice; a plan that is refused as too long does not."""
    with suppress(InvalidInput):
        return len(schedule(total_yen, terms).value) <= count
    return False
