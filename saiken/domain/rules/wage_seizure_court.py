"""What of pay may be seized with a court's title (民事執行法 152条): a quarter, or all above the cap.

The one idea: three quarters of what is paid out are protected, but no more than the cap of the pay period; dependents do not count. Claims
that the city may enforce itself follow another act (`wage_seizure`).
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.pay import ONE_MONTH, Pay, PayPeriod, PayUnit
from saiken.law.citation import cite
from saiken.law.lawbook import LawBook

_HUNDRED = 100
#: The parameter of the cap and its item in the cabinet order; whole months and days may be several.
_CAPS = {
    PayUnit.MONTH: ("court_exempt_month_yen", (1, 4)),
    PayUnit.HALF_MONTH: ("court_exempt_half_month_yen", (2, 2)),
    PayUnit.TEN_DAYS: ("court_exempt_ten_days_yen", (3, 3)),
    PayUnit.DAY: ("court_exempt_day_yen", (5, 6)),
}


@dataclass(frozen=True)
class CourtExemption:
    """What is paid out, and the protected part of it."""

    net_yen: int
    exempt_yen: int

    @property
    def seizable_yen(self) -> int:
        """What may be seized."""
        return self.net_yen - self.exempt_yen


def court_wage_exemption(
    pay: Pay, *, on: date, lawbook: LawBook, period: PayPeriod = ONE_MONTH
) -> Explained[CourtExemption]:
    """債務名義による給料等の差押えは、手取額の4分の1まで、又は政令の額を超える部分について、することができる."""
    parameter, (item_of_one, item_of_several) = _CAPS[period.unit]
    cap_yen = int(lawbook.value(parameter, on=on).number) * period.count
    order = f"civil_execution_order/2/1/{item_of_one if period.count == 1 else item_of_several}"
    protected = _protected(pay, on=on, lawbook=lawbook)
    return _explained(pay, protected, cap_yen=cap_yen, order=order, rule=court_wage_exemption)


def court_bonus_exemption(bonus: Pay, *, on: date, lawbook: LawBook) -> Explained[CourtExemption]:
    """債務名義による賞与の差押えは、手取額の4分の1まで、又は政令の額を超える部分について、することができる."""
    cap_yen = int(lawbook.value("court_exempt_bonus_yen", on=on).number)
    protected = _protected(bonus, on=on, lawbook=lawbook)
    return _explained(bonus, protected, cap_yen=cap_yen, order="civil_execution_order/2/2", rule=court_bonus_exemption)


def court_retirement_exemption(allowance: Pay, *, on: date, lawbook: LawBook) -> Explained[CourtExemption]:
    """債務名義による退職手当の差押えは、手取額の4分の1までに限り、することができる."""
    exempt_yen = _protected(allowance, on=on, lawbook=lawbook)
    found = CourtExemption(allowance.net_yen, exempt_yen)
    article = cite("civil_execution_act/152/2")
    steps = (
        Step("手取額（支給額から税と社会保険料を引いた額）", (article,), yen=found.net_yen),
        Step("手取額の4分の3（1円未満は差押禁止に含める。上限はない）", (article,), yen=exempt_yen),
        Step("差し押さえることができる額", (article,), yen=found.seizable_yen),
    )
    return Explained(found, rule_sentence(court_retirement_exemption), steps)


def _protected(pay: Pay, *, on: date, lawbook: LawBook) -> int:
    """Three quarters of what is paid out; the seizable quarter is cut to a whole yen, so the fraction stays protected."""
    share = lawbook.value("court_exempt_percent", on=on).number
    return int(-(-pay.net_yen * share * Fraction(1, _HUNDRED) // 1))


def _explained(pay: Pay, protected_yen: int, *, cap_yen: int, order: str, rule: object) -> Explained[CourtExemption]:
    found = CourtExemption(pay.net_yen, min(protected_yen, cap_yen))
    article = cite("civil_execution_act/152/1")
    steps = (
        Step("手取額（支給額から税と社会保険料を引いた額）", (article,), yen=found.net_yen),
        Step("手取額の4分の3（1円未満は差押禁止に含める）", (article,), yen=protected_yen),
        Step("政令の定める上限", (cite(order),), yen=cap_yen),
        Step("差し押さえることができる額", (article,), yen=found.seizable_yen),
    )
    return Explained(found, rule_sentence(rule), steps)
