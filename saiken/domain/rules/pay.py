"""What an employer pays: one pay with what is withheld from it, and the period it is paid for.

The one idea: what counts is what is really withheld from this pay, and the period decides the protected sum. Nothing here knows a law.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from saiken.domain.errors import InvalidInput


class PayUnit(StrEnum):
    """What a pay period is counted in: 月, 半月, 旬, 日."""

    MONTH = "month"
    HALF_MONTH = "half_month"
    TEN_DAYS = "ten_days"
    DAY = "day"


@dataclass(frozen=True)
class PayPeriod:
    """How long the pay is for: so many months, half months, tens of days, or days."""

    unit: PayUnit = PayUnit.MONTH
    count: int = 1

    def __post_init__(self) -> None:
        """A period is at least one unit."""
        if self.count < 1:
            raise InvalidInput("支給の期間が正しくありません", place="期間", found=str(self.count), expected="1以上")

    @property
    def is_whole_months(self) -> bool:
        """Whether it is counted in months."""
        return self.unit is PayUnit.MONTH

    def months(self, month_days: Fraction) -> Fraction:
        """Its length in months, a month having so many days where it is counted in less."""
        days = {
            PayUnit.HALF_MONTH: month_days * Fraction(1, 2),
            PayUnit.TEN_DAYS: Fraction(10),
            PayUnit.DAY: Fraction(1),
        }
        return (
            Fraction(self.count)
            if self.is_whole_months
            else days[self.unit] * self.count * Fraction(month_days.denominator, month_days.numerator)
        )


#: Pay for one month.
ONE_MONTH = PayPeriod()


@dataclass(frozen=True)
class Pay:
    """One pay in full and what is withheld from it by law, in yen."""

    gross_yen: int
    income_tax_yen: int = 0
    resident_tax_yen: int = 0
    social_insurance_yen: int = 0

    def __post_init__(self) -> None:
        """No part of a pay is negative."""
        parts = (self.gross_yen, self.income_tax_yen, self.resident_tax_yen, self.social_insurance_yen)
        for label, yen in zip(("支給額", "所得税", "住民税", "社会保険料"), parts, strict=True):
            if yen < 0:
                raise InvalidInput("給料等の額が正しくありません", place=label, found=f"{yen}円", expected="0円以上")

    @property
    def withheld_yen(self) -> int:
        """Taxes and premiums together."""
        return self.income_tax_yen + self.resident_tax_yen + self.social_insurance_yen

    @property
    def net_yen(self) -> int:
        """What is paid out, never below zero."""
        return max(0, self.gross_yen - self.withheld_yen)


def demand_dependents(dependents: int) -> None:
    """Refuse a number of dependents below zero."""
    if dependents < 0:
        raise InvalidInput(
            "扶養する親族の数が正しくありません", place="親族の数", found=str(dependents), expected="0人以上"
        )
