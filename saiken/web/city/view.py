"""The city page: all sheets of a year, chosen and ordered by the address.

The one idea: the overview is asked for once and only narrowed here, so totals of the city never depend on what is shown.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.dates.fiscal_year import short_label
from saiken.register.queries.city import CityOverview, SheetLine, city_overview
from saiken.register.queries.sheet_years import opening_year, sheet_years
from saiken.web.as_of.choice import moment_of
from saiken.web.city.choice import choice_from
from saiken.web.city.subtotal import subtotal
from saiken.web.components.parameters import is_partial, number_of
from saiken.web.components.trend import Trend
from saiken.web.context import context_of


def city_page(request: HttpRequest) -> HttpResponse:
    """The whole page, or for htmx the list alone."""
    years = sheet_years()
    if not years:
        return render(request, "city/empty.html")
    moment, choice = moment_of(request.GET), choice_from(request.GET)
    asked = number_of(request.GET, "year")
    year = asked if asked in years else opening_year(years)
    context = context_of(request)
    overview = city_overview(year, editions=context.editions, as_of=moment.as_of)
    lines = choice.chosen(overview.lines)
    shown: dict[str, Any] = {
        "years": years,
        "year": year,
        "moment": moment,
        "choice": choice,
        "overview": overview,
        "lines": [(line, _trend(line)) for line in lines],
        "shown_total": subtotal(lines, context.editions[overview.edition_id]),
        "bureaus": [total.name for total in overview.bureaus],
        "classes": [legal_class.value for legal_class in LegalClass],
        "class_totals": _class_totals(overview),
        "kept": list(moment.parameters.items()),
        "kept_by_moment": _kept(request),
    }
    return render(request, "city/_list.html" if is_partial(request) else "city/page.html", shown)


def _trend(line: SheetLine) -> Trend:
    return Trend(tuple((short_label(year), yen) for year, yen in line.trend))


def _class_totals(overview: CityOverview) -> list[tuple[str, Any]]:
    """Class identifier and total; the identifier is empty for what cannot be split."""
    return [(legal_class.value if legal_class else "", total) for legal_class, total in overview.classes.items()]


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What the choice of the clocks must not lose."""
    return [(name, value) for name, value in request.GET.dict().items() if name not in ("on", "upto") and value]
