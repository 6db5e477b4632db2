"""Which office's year of hand-overs the address asks for.

The one idea: one's own office first, this year first; what is asked for is taken as it is and judged by what it finds.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.timezone import localdate

from saiken.domain.dates.fiscal_year import fiscal_year_of
from saiken.register.queries.hand_over_results import receiving_offices
from saiken.web.components.parameters import number_of
from saiken.web.permissions import Permission, works_for
from saiken.web.scope import own

_YEARS_BACK = 6
#: A year beyond these has no first day.
_YEARS = range(1900, 9000)


@dataclass(frozen=True)
class Asked:
    """The office and year, what may be chosen instead, and whether the reader sets rules and goals there."""

    office_id: int
    fiscal_year: int
    offices: tuple[tuple[int, str], ...]
    years: range
    may_set: bool

    @property
    def query(self) -> str:
        """The same as an address asks for it."""
        return f"?office={self.office_id}&year={self.fiscal_year}"

    @property
    def office(self) -> str:
        """The name of the office; empty when it never received anything."""
        return dict(self.offices).get(self.office_id, "")


def asked_of(request: HttpRequest) -> Asked:
    """What the address or the form asks for."""
    asked, this_year = request.POST or request.GET, fiscal_year_of(localdate())
    offices = receiving_offices()
    first = next((pk for pk, _ in offices if pk in own(request)), offices[0][0] if offices else 0)
    office_id = number_of(asked, "office") or first
    year = number_of(asked, "year") or this_year
    return Asked(
        office_id=office_id,
        fiscal_year=year if year in _YEARS else this_year,
        offices=offices,
        years=range(this_year, this_year - _YEARS_BACK, -1),
        may_set=office_id in works_for(request, Permission.MANAGE),
    )
