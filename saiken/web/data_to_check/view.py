"""Claims whose state cannot be told from what is recorded, with the reason, per office.

The one idea: a contradiction or a missing term is put before the people who can look into the file, and nothing is guessed meanwhile. It
shows persons, so the query keeps to the scope and logs the reading.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from saiken.register.queries.data_to_check import claims_to_check
from saiken.web.components.parameters import is_partial, number_of
from saiken.web.context import context_of
from saiken.web.scope import scope


def data_to_check(request: HttpRequest) -> HttpResponse:
    """The list as narrowed by the address; for htmx the list alone."""
    after, office = number_of(request.GET, "after"), number_of(request.GET, "office")
    found = claims_to_check(
        scope=scope(request, purpose="data_to_check"),
        on=localdate(),
        lawbook=context_of(request).lawbook,
        office_id=office,
        after=after or 0,
    )
    shown = {"found": found, "office": office, "is_later_page": after is not None}
    return render(request, "data_to_check/_list.html" if is_partial(request) else "data_to_check/page.html", shown)
