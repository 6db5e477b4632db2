"""Pay that is not one month's pay of one employer: two pays at once, a retirement allowance, money already paid out.

The one idea: the living part is granted once per obligor and month, however many employers pay. One pay alone is in `wage_seizure`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from saiken.domain.errors import InvalidInput
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.pay import Pay
from saiken.domain.rules.wage_seizure import (
    EXTRA,
    LIVING,
    Part,
    WageExemption,
    cut,
    extra,
    raised,
    standard_on,
    steps_of,
    wage_exemption,
    withheld_parts,
)
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook

_HUNDRED = 100
_RETIREMENT_ITEMS = {1: "源泉所得税", 2: "住民税と社会保険料", 3: "最低生活費の3月分", 4: "勤続年数による加算"}

_TOGETHER = (cite("national_tax_collection_act/76/1"), cite("national_tax_collection_circular/k76-9"))


@dataclass(frozen=True)
class RetirementExemption:
    """A retirement allowance: yen of the four protected parts by item of 76条4項."""

    allowance_yen: int
    parts_yen: tuple[int, int, int, int]

    @property
    def exempt_yen(self) -> int:
        """The parts together."""
        return sum(self.parts_yen)

    @property
    def seizable_yen(self) -> int:
        """What may be seized, never below zero."""
        return max(0, self.allowance_yen - self.exempt_yen)


def pays_in_turn(
    first: Pay, second: Pay, *, dependents: int, on: date, lawbook: LawBook
) -> Explained[tuple[WageExemption, WageExemption]]:
    """同じ期間に二以上の給料等があるときは、最低生活費と体面維持費の限度を合計額について計算する.

    The first pay is judged alone; the second takes what the two together are granted beyond it. So also a month's pay and its bonus.
    """
    alone = wage_exemption(first, dependents=dependents, on=on, lawbook=lawbook)
    standard = standard_on(on, dependents=dependents, lawbook=lawbook)
    withheld = withheld_parts(second, standard.unit_yen)
    used_yen = min(alone.value.yen(LIVING), _left(alone.value))
    own_yen = max(0, cut(second.gross_yen, standard.unit_yen) - sum(part.yen for part in withheld))
    living_yen = alone.value.yen(LIVING)
    together_yen = extra(_left(alone.value) + own_yen - living_yen, living_yen, standard=standard)
    other = WageExemption(
        cut(second.gross_yen, standard.unit_yen),
        (*withheld, Part(LIVING, living_yen - used_yen), Part(EXTRA, together_yen - alone.value.yen(EXTRA))),
    )
    granted = Step(
        f"合計額についての最低生活費 {living_yen:,}円と体面維持費 {together_yen:,}円から、先の給料等で使った額を引いて後の給料等に充てる",
        _TOGETHER,
        yen=living_yen + together_yen,
    )
    both = (alone.value, other)
    return Explained(both, rule_sentence(pays_in_turn), (*alone.steps, granted, *steps_of(other)), standard.assumptions)


def _left(found: WageExemption) -> int:
    """What a pay leaves after what is withheld, never below zero."""
    withheld_yen = sum(part.yen for part in found.parts if part.item < LIVING)
    return max(0, found.wage_yen - withheld_yen)


def pays_by_ratio(
    pays: Sequence[Pay], *, dependents: int, on: date, lawbook: LawBook
) -> Explained[tuple[WageExemption, ...]]:
    """二以上の給料等の差押禁止額は、合計額について計算した限度を、税と社会保険料を引いた額の比で分けることができる."""
    standard = standard_on(on, dependents=dependents, lawbook=lawbook)
    withheld = [withheld_parts(pay, standard.unit_yen) for pay in pays]
    wages_yen = [cut(pay.gross_yen, standard.unit_yen) for pay in pays]
    rests_yen = [
        max(0, wage - sum(part.yen for part in parts)) for wage, parts in zip(wages_yen, withheld, strict=True)
    ]
    total_yen = sum(rests_yen)
    if total_yen == 0:
        raise InvalidInput("税と社会保険料を引いた額がないため、比で分けることができません", place="給料等")
    living_yen = raised(standard.living_yen, standard.unit_yen)
    extra_yen = extra(total_yen - living_yen, living_yen, standard=standard)
    found = tuple(
        WageExemption(
            wage_yen,
            (
                *parts,
                Part(LIVING, raised(living_yen * Fraction(rest_yen, total_yen), standard.unit_yen)),
                Part(EXTRA, raised(extra_yen * Fraction(rest_yen, total_yen), standard.unit_yen)),
            ),
        )
        for wage_yen, parts, rest_yen in zip(wages_yen, withheld, rests_yen, strict=True)
    )
    granted = Step(
        f"合計額についての最低生活費 {living_yen:,}円と体面維持費 {extra_yen:,}円を、税と社会保険料を引いた額の比で分ける",
        _TOGETHER,
        yen=living_yen + extra_yen,
    )
    steps = (granted, *(step for each in found for step in steps_of(each)))
    return Explained(found, rule_sentence(pays_by_ratio), steps, standard.assumptions)


def retirement_exemption(
    allowance: Pay, *, dependents: int, years: int, on: date, lawbook: LawBook
) -> Explained[RetirementExemption]:
    """退職手当等は、税、社会保険料、最低生活費の3月分及び5年を超える勤続1年ごとの加算を超える部分に限り差し押さえることができる.

    `years` are completed years of service.
    """
    if years < 0:
        raise InvalidInput("勤続年数が正しくありません", place="勤続年数", found=str(years), expected="0年以上")
    standard = standard_on(on, dependents=dependents, lawbook=lawbook)
    months, free_years, share = (
        lawbook.value(name, on=on).number
        for name in ("retirement_living_months", "retirement_service_years", "retirement_extra_percent")
    )
    living_yen = standard.living_yen * months
    added_yen = living_yen * share * Fraction(1, _HUNDRED) * max(Fraction(0), years - free_years)
    parts = (
        allowance.income_tax_yen,
        allowance.resident_tax_yen + allowance.social_insurance_yen,
        raised(living_yen, 1),
        raised(added_yen, 1),
    )
    found = RetirementExemption(allowance.gross_yen, parts)
    steps = [Step("退職手当等の額", (cite("national_tax_collection_act/76/4"),), yen=allowance.gross_yen)]
    for item, label in _RETIREMENT_ITEMS.items():
        steps.append(Step(label, (cite(f"national_tax_collection_act/76/4/{item}"),), yen=parts[item - 1]))
    assumptions = (*standard.assumptions, "勤続年数の1年未満の端数は数えていません")
    return Explained(found, rule_sentence(retirement_exemption), tuple(steps), assumptions)


def paid_out_exemption(found: WageExemption, *, period_days: int, days_to_next_pay: int) -> Explained[int]:
    """支払を受けた給料等の金銭は、最低生活費と体面維持費のうち差押えの日から次の支払日までの日数に応ずる額まで差し押さえることができない.

    The protected yen, raised to a whole yen.
    """
    if not 0 <= days_to_next_pay <= period_days or period_days == 0:
        raise InvalidInput(
            "日数が正しくありません",
            place="次の支払日までの日数",
            found=str(days_to_next_pay),
            expected=f"0から{period_days}まで",
        )
    granted_yen = found.yen(LIVING) + found.yen(EXTRA)
    yen = raised(granted_yen * Fraction(days_to_next_pay, period_days), 1)
    step = Step(
        f"最低生活費と体面維持費の計 {granted_yen:,}円 × {days_to_next_pay}日 ÷ {period_days}日（1円未満切上げ）",
        (cite("national_tax_collection_act/76/2"),),
        days=days_to_next_pay,
        yen=yen,
    )
    return Explained(yen, rule_sentence(paid_out_exemption), (step,))
