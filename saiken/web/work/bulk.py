"""Bulk runs on the screen: what is asked, the preview, carrying out with progress, stopping, undoing.

The one idea: the button says that the run goes; the worker beside the server goes on with it, page open or closed, and where nobody does, a
request of whoever started it works for a moment itself. A stop is heard between two persons; only the button starts again.
"""

import time
from collections.abc import Mapping
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from saiken.domain.claim.asset import PropertyKind
from saiken.domain.errors import InvalidInput
from saiken.domain.person.mark import load_mark_kinds
from saiken.register.actions.interrupt_run import interrupt_run
from saiken.register.actions.prepare_run import NewRun, prepare_run
from saiken.register.actions.send_run import send_run
from saiken.register.actions.start_run import start_run
from saiken.register.actions.start_taking_back import start_taking_back
from saiken.register.bulk_kinds import BULK_KINDS, BulkKind
from saiken.register.queries.bulk_candidates import candidates, extracted
from saiken.register.queries.bulk_judgement import Candidate
from saiken.register.queries.bulk_runs import RunPage, run_page, runs_of
from saiken.register.queries.work_extract import Extraction
from saiken.register.queries.work_offices import officers_of
from saiken.register.upkeep.bulk_worker import work_on
from saiken.web.components.parameters import chosen_numbers, is_partial, number_of
from saiken.web.context import context_of
from saiken.web.scope import scope
from saiken.web.work.choice import Choice, choice_of, conditions_of
from saiken.web.work.extract import asked_of
from saiken.web.work.named import EXTRACT, address_of, list_named

#: How long one request works.
_SECONDS = 1.5


@require_POST
def bulk_begin(request: HttpRequest, *, list_id: str) -> HttpResponse:
    """Ask what the kind needs; with everything given, prepare the run and show it."""
    kind = BULK_KINDS.get(request.POST.get("kind", ""))
    if list_named(list_id) is None or kind is None:
        raise Http404
    form = {name: request.POST.get(f"form_{name}", "").strip() for name in kind.asks}
    if "key" not in request.POST:
        return _asked(request, list_id, kind=kind, form=form)
    try:
        return _prepared(request, list_id, kind=kind, form=form)
    except InvalidInput as problem:
        return _asked(request, list_id, kind=kind, form=form, problem=problem)


def _asked(
    request: HttpRequest,
    list_id: str,
    *,
    kind: BulkKind,
    form: Mapping[str, str],
    problem: InvalidInput | None = None,
) -> HttpResponse:
    """The page that asks what the kind needs; with a problem the form as it was filled in."""
    choice = choice_of(request, request.POST, purpose="bulk")
    shown = {
        "list": list_named(list_id),
        "list_address": address_of(list_id, conditions_of(request.POST)),
        "kind": kind,
        "form": form,
        "key": request.POST.get("key") or str(uuid4()),
        "problem": problem.sentence if problem else "",
        "which": request.POST.get("which", ""),
        "chosen": request.POST.getlist("obligor"),
        "carried": conditions_of(request.POST),
        "officers": officers_of(choice.found.offices) if "officer" in kind.asks else (),
        "mark_kinds": load_mark_kinds() if "mark" in kind.asks else (),
        "property_kinds": tuple(PropertyKind) if "property_kind" in kind.asks else (),
    }
    return render(request, "work/bulk_form.html", shown, status=422 if problem else 200)


def _prepared(request: HttpRequest, list_id: str, *, kind: BulkKind, form: Mapping[str, str]) -> HttpResponse:
    choice = choice_of(request, request.POST, purpose=f"bulk:{kind.id}")
    office_id, persons = _persons(request, list_id, choice=choice)
    run = NewRun(
        key=request.POST["key"][:36],
        kind=kind.id,
        list_id=list_id,
        office_id=office_id,
        candidates=persons,
        form=form,
        conditions=conditions_of(request.POST),
    )
    run_id = prepare_run(run=run, lawbook=context_of(request).lawbook, by=choice.scope.by, on=localdate())
    return redirect("bulk-run", run_id=run_id)


def _persons(request: HttpRequest, list_id: str, *, choice: Choice) -> tuple[int, tuple[Candidate, ...]]:
    """Whom the form names, or all whom its conditions find."""
    is_all = request.POST.get("which") == "all"
    chosen = None if is_all else chosen_numbers(request.POST, "obligor")
    if list_id == EXTRACT:
        asked = asked_of(request, request.POST, asked=Extraction(choice.found))
        return extracted(asked, chosen=chosen, scope=choice.scope)
    return candidates(list_id, choice.found, chosen=chosen, scope=choice.scope, sort=choice.sort)


def bulk_run(request: HttpRequest, *, run_id: int) -> HttpResponse:
    """The run with its preview or its progress."""
    return _panel(request, run_id)


def bulk_runs(request: HttpRequest) -> HttpResponse:
    """The runs of the offices in scope, the latest first."""
    found = runs_of(scope(request, purpose="bulk_runs"), before=number_of(request.GET, "before"))
    shown = {"runs": found, "kinds": BULK_KINDS, "next": found[-1].run_id if len(found) == 50 else None}
    return render(request, "work/runs.html", shown | {"is_later_page": "before" in request.GET})


@require_POST
def bulk_go(request: HttpRequest, *, run_id: int) -> HttpResponse:
    """The button: the run goes. The open page: on with it, where nobody works on it."""
    if "start" in request.POST:
        start_run(run_id=run_id, by=request.user.get_username(), on=localdate())
    return _after_a_moment(request, run_id)


@require_POST
def bulk_undo(request: HttpRequest, *, run_id: int) -> HttpResponse:
    """The button: the run is taken back. The open page: on with it, where nobody works on it."""
    if "start" in request.POST:
        start_taking_back(run_id=run_id, by=request.user.get_username(), on=localdate())
    return _after_a_moment(request, run_id)


@require_POST
def bulk_stop(request: HttpRequest, *, run_id: int) -> HttpResponse:
    """Stop between two persons."""
    interrupt_run(run_id=run_id, by=request.user.get_username(), on=localdate())
    return redirect("bulk-run", run_id=run_id)


@require_POST
def bulk_sent(request: HttpRequest, *, run_id: int) -> HttpResponse:
    """The letters are in the post."""
    send_run(run_id=run_id, by=request.user.get_username(), on=localdate())
    return redirect("bulk-run", run_id=run_id)


def _after_a_moment(request: HttpRequest, run_id: int) -> HttpResponse:
    until = time.monotonic() + _SECONDS
    page, by = f"page:{uuid4()}", request.user.get_username()
    work_on(
        run_id, worker=page, only_of=by, lawbook=context_of(request).lawbook, until=lambda: time.monotonic() >= until
    )
    return _panel(request, run_id) if is_partial(request) else redirect("bulk-run", run_id=run_id)


def _panel(request: HttpRequest, run_id: int) -> HttpResponse:
    state, after = request.GET.get("state", ""), number_of(request.GET, "after") or 0
    page = run_page(run_id, scope=scope(request, purpose="bulk_run"), at=now(), state=state, after=after)
    shown = {
        "run": page,
        "kind": BULK_KINDS[page.kind],
        "list": list_named(page.list_id),
        "list_address": address_of(page.list_id, page.conditions),
        "going": _going(page),
        "chosen_state": state,
        "is_later_page": bool(after),
    }
    return render(request, "work/_run.html" if is_partial(request) else "work/run.html", shown)


def _going(page: RunPage) -> str:
    """What the page asks for again by itself while it is open."""
    return {"running": "go", "taking_back": "undo"}.get(page.state, "")
