"""The two logs, one page of fifty rows at a time.

The one idea: both have the same shape, so one template shows them; nothing here can change a row.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.register.queries.logs import LogFilter, LogPage, accesses, operations
from saiken.web.components.parameters import day_of, is_partial, number_of


def operation_log(request: HttpRequest) -> HttpResponse:
    """What was done, by whom."""
    chosen = _chosen(request)
    return _shown(request, template="logs/operations.html", found=operations(chosen), chosen=chosen)


def access_log(request: HttpRequest) -> HttpResponse:
    """Who looked at what."""
    chosen = _chosen(request)
    return _shown(request, template="logs/accesses.html", found=accesses(chosen), chosen=chosen)


def _chosen(request: HttpRequest) -> LogFilter:
    asked = request.GET
    return LogFilter(before=number_of(asked, "before"), by=asked.get("by", "").strip(), until=day_of(asked, "until"))


def _shown(request: HttpRequest, *, template: str, found: LogPage, chosen: LogFilter) -> HttpResponse:
    return render(request, "logs/_list.html" if is_partial(request) else template, {"found": found, "chosen": chosen})
