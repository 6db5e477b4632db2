"""Putting marks on a person's file and taking them off.

The one idea: both are one stroke and lead back to the page; what is refused is said beside the form, with the page as it stands now.
"""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from saiken.domain.errors import DomainError
from saiken.register.actions.put_mark import NewMark, put_mark
from saiken.register.actions.remove_mark import remove_mark
from saiken.web.components.parameters import day_of
from saiken.web.obligor.contact import contact_part
from saiken.web.obligor.office import acting_office
from saiken.web.obligor.screen import page_of, seen


@require_POST
def put(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """Put a mark; back to the page, or the page with why not."""
    found, last_on = seen(request, obligor_id), day_of(request.POST, "last_on")
    mark = NewMark(
        kind=request.POST.get("kind", ""),
        office_id=acting_office(request),
        until_on=last_on + timedelta(days=1) if last_on else None,
        note=request.POST.get("note", "")[:200],
    )
    try:
        put_mark(obligor_id=found.person.kept.obligor_id, mark=mark, by=found.scope.by, on=localdate())
    except DomainError as refused:
        shown = page_of(request, found) | contact_part(request, found) | {"mark_problem": str(refused)}
        return render(request, "obligor/page.html", shown, status=422)
    return redirect("obligor", obligor_id=obligor_id)


@require_POST
def remove(request: HttpRequest, *, obligor_id: int, mark_id: int) -> HttpResponse:
    """Take a mark off that the viewer's office put there."""
    found = seen(request, obligor_id)
    if any(mark.mark_id == mark_id and mark.is_own for mark in found.person.marks):
        remove_mark(mark_id=mark_id, by=found.scope.by, on=localdate())
    return redirect("obligor", obligor_id=obligor_id)
