"""The page of one obligor.

The one idea: the query keeps to the scope and logs the reading; the page only shows what came back.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.register.queries.obligor import obligor_page
from saiken.web.components.parameters import is_partial, number_of
from saiken.web.scope import scope


def obligor(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """The obligor, or for htmx the next claims alone."""
    before = number_of(request.GET, "before")
    page = obligor_page(obligor_id, scope=scope(request, purpose="obligor"), before=before)
    shown = {"obligor": page, "is_later_page": before is not None}
    return render(request, "obligor/_claims.html" if is_partial(request) else "obligor/page.html", shown)
