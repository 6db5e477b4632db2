"""Putting marks on a person's file and taking them off.

The one idea: both are one stroke and lead back to the page; what is refused is said beside the form, with the page as it stands now.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from saiken.domain.dates.period import next_day
from saiken.domain.errors import DomainError, InvalidInput
from saiken.register.actions.put_mark import NewMark, put_mark
from saiken.register.actions.remove_mark import remove_mark
from saiken.web.components.parameters import day_of
from saiken.web.obligor.contact import contact_part
from saiken.web.obligor.office import acting_office
from saiken.web.obligor.screen import page_of, seen


@require_POST
def put(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """Put a mark; back to the page, or the page with why not."""
    found = seen(request, obligor_id)
    try:
        put_mark(obligor_id=found.person.kept.obligor_id, mark=_mark(request), by=found.scope.by, on=localdate())
    except DomainError as refused:
        problem = {"mark_problem": str(refused), "mark_typed": request.POST}
        shown = page_of(request, found) | contact_part(request, found) | problem
        return render(request, "obligor/page.html", shown, status=422)
    return redirect("obligor", obligor_id=obligor_id)


def _mark(request: HttpRequest) -> NewMark:
    """The mark as it was typed; raises InvalidInput for a last day that is none."""
    typed, last_on = request.POST.get("last_on", "").strip(), day_of(request.POST, "last_on")
    if typed and last_on is None:
        raise InvalidInput(
            "日付として読めません", place="この日まで", found=typed[:30], expected="2026-11-22 の形の日付"
        )
    return NewMark(
        kind=request.POST.get("kind", ""),
        office_id=acting_office(request),
        until_on=next_day(last_on) if last_on else None,
        note=request.POST.get("note", "")[:200],
    )


@require_POST
def remove(request: HttpRequest, *, obligor_id: int, mark_id: int) -> HttpResponse:
    """Take a mark off that the viewer's office put there."""
    found = seen(request, obligor_id)
    if any(mark.mark_id == mark_id and mark.is_own for mark in found.person.marks):
        remove_mark(mark_id=mark_id, by=found.scope.by, on=localdate())
    return redirect("obligor", obligor_id=obligor_id)
