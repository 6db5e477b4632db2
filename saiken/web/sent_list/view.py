"""Lists sent and received: the desk, the rows with their answers.

The one idea: a row is answered where it stands, and the page comes back at the next open row, so a list is worked through by the keyboard.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from saiken.domain.errors import DomainError
from saiken.register.actions.answer_row import RowAnswer, answer_row
from saiken.register.queries.sent_lists import (
    lists_received,
    lists_sent,
    sent_list_page,
    waiting_for,
)
from saiken.web.components.parameters import is_partial, number_of
from saiken.web.permissions import Permission, works_for
from saiken.web.scope import own, scope


def sent_lists(request: HttpRequest) -> HttpResponse:
    """What was sent to the reader's offices and by them."""
    on = localdate()
    shown = {
        "received": lists_received(own(request), on=on),
        "sent": lists_sent(own(request), on=on),
        "waiting": waiting_for(own(request), on),
    }
    return render(request, "sent_list/desk.html", shown)


def sent_list(request: HttpRequest, *, list_id: int) -> HttpResponse:
    """The rows of a list; for htmx the table alone."""
    return _page(request, list_id, problem="")


@require_POST
def answer(request: HttpRequest, *, list_id: int) -> HttpResponse:
    """Answer a row; back to the list at the next row, or the list with why not."""
    given = request.POST
    row_id, seen = number_of(given, "row") or 0, number_of(given, "seen") or 0
    answered = RowAnswer(
        row_id, given.get("choice", ""), works_for(request, Permission.ACT), seen, given.get("note", "").strip()[:500]
    )
    try:
        answer_row(answer=answered, by=request.user.get_username(), on=localdate())
    except DomainError as refused:
        return _page(request, list_id, problem=str(refused), typed=answered)
    query = given.get("query", "")
    return redirect(
        f"{reverse('sent-list', kwargs={'list_id': list_id})}?{query}#row-{number_of(given, 'next') or row_id}"
    )


def _page(request: HttpRequest, list_id: int, *, problem: str, typed: RowAnswer | None = None) -> HttpResponse:
    after, only_open = number_of(request.GET, "after"), request.GET.get("open") == "1"
    reader = scope(request, purpose="sent_list")
    found = sent_list_page(
        list_id, offices=own(request), scope=reader, on=localdate(), after=after or 0, only_open=only_open
    )
    following = [*(row.row_id for row in found.rows[1:]), *(row.row_id for row in found.rows[-1:])]
    shown = {
        "found": found,
        "rows": zip(found.rows, following, strict=True),
        "may_answer": found.may_answer & works_for(request, Permission.ACT),
        "only_open": only_open,
        "problem": problem,
        "typed": typed,
        "query": request.GET.urlencode(),
        "is_later_page": after is not None,
    }
    status = 422 if problem else 200
    return render(
        request, "sent_list/_rows.html" if is_partial(request) else "sent_list/page.html", shown, status=status
    )
