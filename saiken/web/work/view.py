"""A worklist on the screen.

The one idea: the address is the condition, the query keeps to the scope and logs the reading; the order of the persons shown is remembered,
so the person's page leads on to the next of them and back to the same row.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.domain.person.mark import load_mark_kinds
from saiken.register.bulk_kinds import BULK_KINDS
from saiken.register.queries.work_list import WorkPage, work_page
from saiken.register.queries.work_offices import officers_of, receivables
from saiken.register.queries.work_rows import catalogue
from saiken.web.components.parameters import is_partial
from saiken.web.work.choice import Choice, choice_of, conditions_of, place_text, stood_in_for
from saiken.web.work.searches import searches_of
from saiken.web.work.through import remember


def work_list(request: HttpRequest, *, list_id: str) -> HttpResponse:
    """The list as narrowed by the address; for htmx the rows alone."""
    if list_id not in catalogue().lists:
        raise Http404
    choice = choice_of(request, request.GET, purpose=f"work:{list_id}")
    page = work_page(list_id, choice.found, scope=choice.scope, sort=choice.sort, after=choice.after)
    remember(request, list_id, obligor_ids=[line.obligor_id for line in page.lines])
    shown = _shown(request, choice, page=page)
    return render(request, "work/_list.html" if is_partial(request) else "work/page.html", shown)


def _shown(request: HttpRequest, choice: Choice, *, page: WorkPage) -> dict[str, object]:
    return {
        "choice": choice,
        "found": choice.found,
        "page": page,
        "list": page.work_list,
        "next": place_text(page.next_place),
        "is_later_page": choice.after is not None,
        "many_offices": len(choice.found.offices) > 1,
        "officers": officers_of(choice.found.offices),
        "deputies": stood_in_for(request),
        "receivables": receivables(),
        "mark_kinds": load_mark_kinds(),
        "carried": conditions_of(request.GET),
        "bulk_kinds": tuple(BULK_KINDS.values()),
        "searches": searches_of(request, page.work_list.id),
    }
