"""The page of one person.

The one idea: the queries keep to the scope and log the reading; the page only shows what came back. A number that was joined leads to the
number under which the person is kept.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from saiken.web.components.parameters import is_partial
from saiken.web.obligor.contact import contact_part
from saiken.web.obligor.screen import history_part, page_of, seen


def obligor(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """The person, or for htmx further lines of the history alone."""
    found = seen(request, obligor_id)
    if found.person.kept.obligor_id != obligor_id:
        return redirect("obligor", obligor_id=found.person.kept.obligor_id)
    if is_partial(request):
        return render(request, "obligor/_history.html", {"person": found.person, **history_part(request, found)})
    return render(request, "obligor/page.html", page_of(request, found) | contact_part(request, found))
