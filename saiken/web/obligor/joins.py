"""Joining rows that are one person, and parting them: candidates, both side by side, the reason.

The one idea: what is known of both stands side by side before anybody joins them, and whoever joins says why. It can be undone as long as
anybody remembers, for nothing was moved.
"""

from unicodedata import normalize

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from saiken.domain.errors import DomainError
from saiken.register.actions.join_obligors import Joining, join_obligors
from saiken.register.actions.undo_join import undo_join
from saiken.register.queries.join_candidates import join_candidates, joins_of, likenesses
from saiken.web.components.parameters import whole
from saiken.web.obligor.facts_form import TakeBackForm
from saiken.web.obligor.screen import Seen, seen


def joins(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """The candidates and the joins that stand; with `other` both side by side; what is sent is joined."""
    found = seen(request, obligor_id)
    if found.person.kept.obligor_id != obligor_id:
        return redirect("obligor-joins", obligor_id=found.person.kept.obligor_id)
    typed = normalize("NFKC", (request.POST if request.method == "POST" else request.GET).get("other", "")).strip()
    other = whole(typed)
    problem = _joined(request, found, other=other) if request.method == "POST" and other else ""
    if typed and other is None:
        problem = f"番号として読めません（{typed[:30]}）"
    if problem is None:
        return redirect("obligor", obligor_id=obligor_id)
    return _page(request, found, other=other, problem=problem)


@require_POST
def part(request: HttpRequest, *, obligor_id: int, join_id: int) -> HttpResponse:
    """Undo one join of the person."""
    found = seen(request, obligor_id)
    form = TakeBackForm(request.POST)
    if join_id not in {join.join_id for join in joins_of(obligor_id)}:
        return redirect("obligor-joins", obligor_id=obligor_id)
    if not form.is_valid():
        return _page(request, found, other=None, problem="名寄せを解く理由がありません")
    undo_join(join_id=join_id, reason=form.cleaned_data["reason"], by=found.scope.by, on=localdate())
    return redirect("obligor-joins", obligor_id=obligor_id)


def _joined(request: HttpRequest, found: Seen, *, other: int) -> str | None:
    """None when joined, else why not; only a row that the viewer may see can be joined."""
    kept_id = found.person.kept.obligor_id
    if not likenesses(kept_id, other, scope=found.scope):
        return "債務者がないか、見ることのできる範囲の外にあります"
    joining = Joining(
        kept_id=kept_id,
        joined_id=other,
        reason=request.POST.get("reason", ""),
        confirmed=request.POST.get("confirmed") == "1",
    )
    try:
        join_obligors(joining=joining, by=found.scope.by, on=localdate())
    except DomainError as refused:
        return str(refused)
    return None


def _page(request: HttpRequest, found: Seen, *, other: int | None, problem: str) -> HttpResponse:
    kept_id = found.person.kept.obligor_id
    shown = {
        "person": found.person,
        "candidates": join_candidates(kept_id, scope=found.scope),
        "standing": joins_of(kept_id),
        "other": other,
        "likenesses": likenesses(kept_id, other, scope=found.scope) if other else (),
        "problem": problem,
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "obligor/joins.html", shown, status=422 if problem else 200)
