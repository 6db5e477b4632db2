"""What of pay may be seized for taxes and public claims (国税徴収法 76条): five protected parts, and the rest.

The one idea: pay is cut down to the unit, every protected part is raised to it, so rounding always favours the obligor. Seizure with a
court's title follows another act (`wage_seizure_court`); two pays in one month and lump sums are in `wage_seizure_cases`.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from saiken.domain.rules.explanation import Explained, Step, rule_sentence
from saiken.domain.rules.pay import ONE_MONTH, Pay, PayPeriod, demand_dependents
from saiken.law.citation import Citation, cite
from saiken.law.lawbook import LawBook

_HUNDRED = 100
#: Each part with the item of 76条1項 that protects it.
INCOME_TAX, RESIDENT_TAX, SOCIAL_INSURANCE, LIVING, EXTRA = 1, 2, 3, 4, 5
LABELS = {
    INCOME_TAX: "源泉所得税",
    RESIDENT_TAX: "特別徴収の住民税",
    SOCIAL_INSURANCE: "社会保険料",
    LIVING: "最低生活費",
    EXTRA: "体面維持費",
}
CONSENTED = "滞納者の書面による承諾があるものとして、最低生活費と体面維持費を差押禁止としていません"


@dataclass(frozen=True)
class Part:
    """One protected part: the item of the paragraph, and yen after rounding."""

    item: int
    yen: int

    @property
    def citation(self) -> Citation:
        """The item that protects it."""
        return cite(f"national_tax_collection_act/76/1/{self.item}")


@dataclass(frozen=True)
class WageExemption:
    """The pay as cut, its protected parts in the order of the items; what is left may be seized."""

    wage_yen: int
    parts: tuple[Part, ...]

    @property
    def exempt_yen(self) -> int:
        """The parts together."""
        return sum(part.yen for part in self.parts)

    @property
    def seizable_yen(self) -> int:
        """What may be seized, never below zero."""
        return max(0, self.wage_yen - self.exempt_yen)

    def yen(self, item: int) -> int:
        """One part."""
        return sum(part.yen for part in self.parts if part.item == item)


@dataclass(frozen=True)
class Standard:
    """The sums that count on a day for one obligor: the living part before rounding, the extra part's share and cap, the unit."""

    living_yen: Fraction
    extra_share: Fraction
    extra_cap: Fraction
    unit_yen: int
    assumptions: tuple[str, ...]


def wage_exemption(
    pay: Pay, *, dependents: int, on: date, lawbook: LawBook, period: PayPeriod = ONE_MONTH, consent: bool = False
) -> Explained[WageExemption]:
    """給料等は、税、社会保険料、最低生活費及び体面維持費の合計を超える部分に限り差し押さえることができる.

    A bonus is pay for one month (76条3項). With the obligor's consent only what is withheld stays protected (76条5項).
    """
    standard = standard_on(on, dependents=dependents, lawbook=lawbook, period=period)
    unit_yen = standard.unit_yen
    wage_yen, withheld = cut(pay.gross_yen, unit_yen), withheld_parts(pay, unit_yen)
    living_yen, extra_yen = (0, 0)
    if not consent:
        living_yen = raised(standard.living_yen, unit_yen)
        rest_yen = wage_yen - sum(part.yen for part in withheld) - living_yen
        extra_yen = extra(rest_yen, living_yen, standard=standard)
    found = WageExemption(wage_yen, (*withheld, Part(LIVING, living_yen), Part(EXTRA, extra_yen)))
    assumptions = (CONSENTED,) if consent else standard.assumptions
    return Explained(found, rule_sentence(wage_exemption), steps_of(found), assumptions)


def standard_on(day: date, *, dependents: int, lawbook: LawBook, period: PayPeriod = ONE_MONTH) -> Standard:
    """The sums in force on a day for a number of dependents and a pay period."""
    demand_dependents(dependents)
    own, each = (lawbook.value(f"wage_living_{who}_yen", on=day) for who in ("self", "dependent"))
    month_days = lawbook.value("wage_month_days", on=day)
    assumptions = []
    if not own.verified:
        sums = f"本人{own.number}円、親族1人{each.number}円"
        assumptions.append(f"最低生活費を {own.from_on.isoformat()} から{sums}とする施行日は、確認できていません")
    if not period.is_whole_months:
        assumptions.append(f"1月未満の期間は、1月を{month_days.number}日として日割りで計算しています")
    unit = "wage_unit_yen" if period.is_whole_months else "wage_short_unit_yen"
    return Standard(
        living_yen=(own.number + each.number * dependents) * period.months(month_days.number),
        extra_share=lawbook.value("wage_extra_percent", on=day).number,
        extra_cap=lawbook.value("wage_extra_cap_multiple", on=day).number,
        unit_yen=int(lawbook.value(unit, on=day).number),
        assumptions=tuple(assumptions),
    )


def withheld_parts(pay: Pay, unit_yen: int) -> tuple[Part, Part, Part]:
    """Taxes and premiums, each raised to the unit."""
    return (
        Part(INCOME_TAX, raised(pay.income_tax_yen, unit_yen)),
        Part(RESIDENT_TAX, raised(pay.resident_tax_yen, unit_yen)),
        Part(SOCIAL_INSURANCE, raised(pay.social_insurance_yen, unit_yen)),
    )


def extra(rest_yen: int, living_yen: int, *, standard: Standard) -> int:
    """The extra part of what is left after the other four: its share, at most the cap, raised to the unit."""
    share_yen = max(0, rest_yen) * standard.extra_share * Fraction(1, _HUNDRED)
    return raised(min(share_yen, living_yen * standard.extra_cap), standard.unit_yen)


def cut(yen: int, unit_yen: int) -> int:
    """Rounded down to the unit."""
    return yen // unit_yen * unit_yen


def raised(yen: int | Fraction, unit_yen: int) -> int:
    """Rounded up to the unit."""
    return int(-(-yen // unit_yen)) * unit_yen


def steps_of(found: WageExemption) -> tuple[Step, ...]:
    """The pay as cut, each part, and the rest."""
    paragraph, unit = cite("national_tax_collection_act/76/1"), cite("national_tax_collection_circular/k76-3")
    return (
        Step("給料等の額（端数切捨て）", (paragraph, unit), yen=found.wage_yen),
        *(Step(f"{LABELS[part.item]}（端数切上げ）", cited(part), yen=part.yen) for part in found.parts),
        Step("差し押さえることができる額", (paragraph,), yen=found.seizable_yen),
    )


def cited(part: Part) -> tuple[Citation, ...]:
    """Where a part stands; the living part's sum is set by the cabinet order."""
    order = (cite("national_tax_collection_order/34"),) if part.item == LIVING else ()
    return (part.citation, *order)
