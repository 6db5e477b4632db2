"""How long a planned claim lives by prescription, as far as a sample must know to place its renewals.

The one idea: renewals are placed well before the period runs out, so the sample needs no more of the law than how many years the period
has. The rules themselves judge the result.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from saiken.domain.claim.kind import ClaimKind

#: From this day on private claims have one period (民法改正の施行日).
_REFORM_ON = date(2020, 4, 1)
_PRIVATE_YEARS = 5
#: Years of the period by kind; for private claims those that arose before the reform.
_YEARS = {
    ClaimKind.TAX: 5,
    ClaimKind.HEALTH_INSURANCE_PREMIUM: 2,
    ClaimKind.LONG_TERM_CARE_PREMIUM: 2,
    ClaimKind.LATE_STAGE_MEDICAL_PREMIUM: 2,
    ClaimKind.CHILD_ALLOWANCE: 2,
    ClaimKind.OTHER_PUBLIC: 5,
    ClaimKind.PRIVATE: 10,
    ClaimKind.PRIVATE_LOAN: 10,
    ClaimKind.PRIVATE_RENT: 5,
    ClaimKind.PRIVATE_MEDICAL: 3,
    ClaimKind.PRIVATE_WATER: 2,
    ClaimKind.PRIVATE_SCHOOL_LUNCH: 2,
}


def period_years(kind: ClaimKind, *, cause_on: date) -> int:
    """Years until such a claim is prescribed when nothing happens."""
    return _PRIVATE_YEARS if kind.is_private and cause_on >= _REFORM_ON else _YEARS[kind]


def years_after(day: date, years: int) -> date:
    """The same day some years later; 2/29 becomes 3/1, a day late rather than early."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


@dataclass
class Clock:
    """The renewals of a claim so far, and the years its period has."""

    years: int
    renewed_on: list[date]

    def renew(self, *days: date) -> None:
        """The period starts again on those days."""
        self.renewed_on = sorted({*self.renewed_on, *days})

    def runs_out_on(self) -> date:
        """The day on which the period has run out when nothing more happens."""
        return years_after(self.renewed_on[-1], self.years) + timedelta(days=2)

    def gaps(self, *, until: date) -> Iterable[tuple[date, date]]:
        """Each renewal with the moment that it must hold to: the next renewal, or `until`."""
        days = [day for day in self.renewed_on if day < until]
        return zip(days, [*days[1:], until], strict=True)
