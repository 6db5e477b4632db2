"""All findings of a year's sheets, to be narrowed by rule, severity and bureau.

The one idea: the sheets are computed from the register and pass the same checks as a published paper; a finding links to its
sheet, where it stands beside the cell.
"""

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.domain.sheets.check import Finding, Rule, Severity
from saiken.domain.sheets.form import numbers_text
from saiken.register.queries.sheet_years import opening_year, sheet_years
from saiken.web.as_of.choice import Moment, moment_of
from saiken.web.components.parameters import is_partial, number_of
from saiken.web.context import WebContext, context_of
from saiken.web.sheet.kept import checked_sheets


@dataclass(frozen=True)
class Found:
    """A finding and the sheet it is about."""

    key: str
    numbers: str
    name: str
    bureau: str
    finding: Finding


def findings_page(request: HttpRequest) -> HttpResponse:
    """The findings as chosen by the address."""
    years, moment = sheet_years(), moment_of(request.GET)
    if not years:
        return render(request, "city/empty.html")
    asked = number_of(request.GET, "year")
    year = asked if asked in years else opening_year(years)
    found = _found(year, moment=moment, context=context_of(request))
    rule, severity, bureau = (request.GET.get(name, "") for name in ("rule", "severity", "bureau"))
    chosen = [
        one
        for one in found
        if rule in ("", one.finding.rule) and severity in ("", one.finding.severity) and bureau in ("", one.bureau)
    ]
    shown = {
        "years": years,
        "year": year,
        "moment": moment,
        "found": chosen,
        "whole": len(found),
        "rules": [(rule.value, count) for rule in Rule if (count := _per_rule(found)[rule.value])],
        "severities": [severity.value for severity in Severity],
        "bureaus": sorted({one.bureau for one in found}),
        "chosen": {"rule": rule, "severity": severity, "bureau": bureau},
    }
    return render(request, "findings/_list.html" if is_partial(request) else "findings/page.html", shown)


def _per_rule(found: tuple[Found, ...]) -> Counter[str]:
    return Counter(one.finding.rule.value for one in found)


def _found(year: int, *, moment: Moment, context: WebContext) -> tuple[Found, ...]:
    return tuple(
        Found(checked.entry.key, numbers_text(checked.sheet), checked.entry.name, checked.entry.bureau, finding)
        for checked in checked_sheets(year, context=context, as_of=moment.as_of)
        for finding in checked.findings
    )
