"""The search for persons: one field for names, numbers, addresses, telephones and days of birth.

The one idea: the same address answers a typed line with the whole page and htmx, while it is typed, with the list alone; a number that
leads to one person leads straight there. The query keeps to the scope and logs the reading.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from saiken.register.queries.search import MOST, search
from saiken.web.components.parameters import is_partial
from saiken.web.scope import scope


def search_page(request: HttpRequest) -> HttpResponse:
    """The persons found, or for htmx the list alone."""
    line = request.GET.get("q", "")
    who = scope(request, purpose="search")
    found = search(line, scope=who, on=localdate(), after=request.GET.get("after", ""))
    if found.only is not None and not is_partial(request):
        return redirect("obligor", obligor_id=found.only)
    shown = {
        "found": found,
        "most": MOST,
        "is_later_page": "after" in request.GET,
        "is_limited": who.offices is not None,
    }
    return render(request, "search/_found.html" if is_partial(request) else "search/page.html", shown)
