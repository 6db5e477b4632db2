"""The loads of an office's officers, and sharing cases out: preview, apply, take back.

The one idea: the preview carries a seal; applying works it out again and refuses when anything has changed since.
"""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from saiken.domain.errors import DomainError
from saiken.register.actions.assign_officers import Allotment, Move, assign_officers
from saiken.register.actions.undo_assignments import undo_assignments
from saiken.register.queries.assignment import Preview, loads_of, preview, recent_runs
from saiken.register.queries.office_choices import offices_to_choose
from saiken.web.assignment.form import AssignmentForm
from saiken.web.components.carry_out import carried_out
from saiken.web.components.parameters import number_of
from saiken.web.context import context_of
from saiken.web.permissions import Permission, works_for


def assignments(request: HttpRequest) -> HttpResponse:
    """The loads with the form; with its fields in the address the preview; sent, the assignment."""
    office_id = _office(request)
    form, planned = _asked(request, office_id), None
    if form.is_bound and form.is_valid():
        try:
            planned = preview(form.choice())
        except DomainError as refused:
            form.add_error(None, str(refused))
    if request.method == "POST" and planned is not None and _applied(request, form, planned=planned):
        return redirect(f"{reverse('assignments')}?office={office_id}")
    return _page(request, office_id, form=form, planned=planned)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take a run of assignments back; the page with why not."""
    office_id, by, run = _office(request), request.user.get_username(), request.POST.get("run", "")
    try:
        undo_assignments(
            run=run, new_run=str(uuid4()), own=works_for(request, Permission.MANAGE), by=by, on=localdate()
        )
    except DomainError as refused:
        return _page(request, office_id, form=_form(request, None, office_id=office_id), problem=str(refused))
    return redirect(f"{reverse('assignments')}?office={office_id}")


def _office(request: HttpRequest) -> int:
    """The office asked for among the reader's own, else the first; 0 without any."""
    offices = offices_to_choose(localdate(), among=works_for(request, Permission.MANAGE))
    wanted = number_of(request.POST or request.GET, "office")
    return next((pk for pk, _ in offices if pk == wanted), offices[0][0] if offices else 0)


def _page(
    request: HttpRequest, office_id: int, *, form: AssignmentForm, planned: Preview | None = None, problem: str = ""
) -> HttpResponse:
    shown = {
        "offices": offices_to_choose(localdate(), among=works_for(request, Permission.MANAGE)),
        "office": office_id,
        "loads": form.loads,
        "runs": recent_runs(office_id),
        "form": form,
        "planned": planned,
        "problem": problem,
    }
    return render(request, "assignment/page.html", shown, status=422 if form.errors or problem else 200)


def _asked(request: HttpRequest, office_id: int) -> AssignmentForm:
    given = request.POST or (request.GET if "from_on" in request.GET else None)
    return _form(request, given, office_id=office_id)


def _form(request: HttpRequest, given: QueryDict | None, *, office_id: int) -> AssignmentForm:
    on = localdate()
    return AssignmentForm(
        given,
        office_id=office_id,
        loads=loads_of(office_id, on=on),
        glossary=context_of(request).glossary,
        on=on,
        initial={"from_on": on.isoformat(), "holder": request.GET.get("holder", "0")},
    )


def _applied(request: HttpRequest, form: AssignmentForm, *, planned: Preview) -> bool:
    if request.POST.get("seal") != planned.seal:
        form.add_error(None, gettext("表示した後に案件が変わりました。新しい案を確かめてください。"))
        return False
    given, by = form.cleaned_data, request.user.get_username()
    moves = tuple(Move(move.file_id, move.before_id, move.after_id) for move in planned.changed)
    allotment = Allotment(
        form.office_id, works_for(request, Permission.MANAGE), moves, given["from_on"], given["reason"], given["run"]
    )
    return carried_out(form, lambda: assign_officers(allotment=allotment, by=by, on=localdate()))[0]
