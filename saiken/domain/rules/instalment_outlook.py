"""How long a plan lasts when late charge accrues on the way, and what another sum a month would change.

The one idea: month by month what accrues is added and what is paid is taken off, principal first for taxes, charge first where the
Civil Code decides. What accrues in a month is asked of the caller, who asks the rule of the late charge; nothing of it is computed
here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from saiken.domain.dates.period import next_day
from saiken.domain.errors import Refused
from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.instalment_plan import LONGEST_MONTHS, PlanTerms, months_to_pay_off, schedule
from saiken.law.citation import cite

#: Yen that accrue in one month on a principal: (principal left, number of the month from 1).
MonthlyCharge = Callable[[int, int], int]


@dataclass(frozen=True)
class Outlook:
    """Months until nothing is left, and the late charge that accrued on the way, that owed at the start included."""

    months: int
    charge_yen: int


def months_with_charge(
    principal_yen: int, instalment_yen: int, *, monthly: MonthlyCharge, charge_yen: int = 0, charge_first: bool = False
) -> Explained[Outlook]:
    """完納までの月数は、納付を本税から（民法によるときは遅延損害金から）充て、その間に生じる延滞金も納め終わるまでを数える."""
    months_to_pay_off(principal_yen, instalment_yen)
    principal, charge, accrued, month = principal_yen, charge_yen, charge_yen, 0
    while principal > 0 or charge > 0:
        month += 1
        new = monthly(principal, month) if principal > 0 else 0
        charge, accrued = charge + new, accrued + new
        if month > LONGEST_MONTHS or (charge_first and new >= instalment_yen):
            raise Refused(f"毎月 {instalment_yen:,} 円では、生じる延滞金等を含めて完納になりません")
        principal, charge = _paid(principal, charge, instalment_yen=instalment_yen, charge_first=charge_first)
    basis = (cite("civil_code/489/1"),) if charge_first else (cite("local_tax_act/20-9-4/2"),)
    step = Step(f"{month} 月で完納、その間の延滞金等を含む", basis, yen=accrued)
    return Explained(
        Outlook(month, accrued), rule_sentence(months_with_charge), (step,), ("延滞金は月ごとの額の見込みによる",)
    )


def _paid(principal: int, charge: int, *, instalment_yen: int, charge_first: bool) -> tuple[int, int]:
    """What is left of principal and charge after one instalment."""
    if charge_first:
        to_charge = min(charge, instalment_yen)
        return max(0, principal - (instalment_yen - to_charge)), charge - to_charge
    to_principal = min(principal, instalment_yen)
    return principal - to_principal, max(0, charge - (instalment_yen - to_principal))


@dataclass(frozen=True)
class Alternative:
    """One sum a month and where it leads: months, last day, the odd last instalment."""

    instalment_yen: int
    months: int
    last_on: date
    last_yen: int


def what_if(total_yen: int, instalments_yen: Sequence[int], *, first_on: date) -> tuple[Alternative, ...]:
    """納付額を変えたときの月数と最後の納付日を並べる: one line for each sum a month, late charge left out."""
    return tuple(_alternative(total_yen, yen, first_on=first_on) for yen in instalments_yen)


def _alternative(total_yen: int, instalment_yen: int, *, first_on: date) -> Alternative:
    plan = schedule(total_yen, PlanTerms(first_on, instalment_yen)).value
    return Alternative(instalment_yen, len(plan), plan[-1].due_on, plan[-1].yen)


@dataclass(frozen=True)
class PledgeEffects:
    """What an agreed plan does in law: it acknowledges, and it holds nothing back."""

    prescription_restarts_on: date
    late_charge_waived: bool
    seizure_held_back: bool
    demand_held_back: bool


def effects_of_pledge(pledged_on: date) -> Explained[PledgeEffects]:
    """分割納付の約束は債務の承認として時効を更新するが、猶予ではなく、延滞金も督促も差押えも妨げない."""
    restart = next_day(pledged_on)
    steps = (
        Step("約束は承認であり、翌日から新たな時効期間が始まる", (cite("civil_code/152/1"),), restart),
        Step("猶予ではないので、延滞金は免除されず、督促と差押えは妨げられない", (cite("local_tax_act/15-9/1"),)),
    )
    return Explained(PledgeEffects(restart, False, False, False), rule_sentence(effects_of_pledge), steps)
