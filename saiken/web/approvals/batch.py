"""Approving several proposals at once: the list with its totals, then all of them or none.

The one idea: the page that asks for confirmation names each proposal with the step that was seen; what has moved since stops all of them
and is named. Only what waits for the person is ever in the list.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from saiken.domain.errors import DomainError
from saiken.register.actions.approve_batch import approve_batch
from saiken.register.queries.proposals import chosen_proposals
from saiken.web.components.parameters import whole
from saiken.web.scope import scope


def batch(request: HttpRequest) -> HttpResponse:
    """The chosen proposals to be confirmed; sent, all are approved and the list of what waits is shown again."""
    problem, status = "", 200
    if request.method == "POST":
        try:
            done = approve_batch(
                seen=chosen_steps(request.POST),
                reason=request.POST.get("reason", "").strip()[:1000],
                by=request.user.get_username(),
                on=localdate(),
            )
        except DomainError as refused:
            problem, status = str(refused), 409
        else:
            messages.success(request, _("%(count)s件を承認しました。") % {"count": done})
            return redirect("approvals")
    asked = _numbers(request.POST if request.method == "POST" else request.GET)
    lines = chosen_proposals(asked, scope=scope(request, purpose="approvals"), on=localdate())
    shown = {
        "lines": lines,
        "problem": problem,
        "claims": sum(line.claim_count for line in lines),
        "persons": sum(line.person_count for line in lines),
        "yen": sum(line.total_yen for line in lines),
        "typed": request.POST.get("reason", ""),
    }
    return render(request, "approvals/batch.html", shown, status=status)


def _numbers(sent: QueryDict) -> list[int]:
    """The ids of the boxes that were ticked, with or without the step seen."""
    numbers = (whole(text.partition("-")[0]) for text in sent.getlist("proposal"))
    return [number for number in numbers if number is not None][:500]


def chosen_steps(sent: QueryDict) -> dict[int, int]:
    """The step seen by proposal: each box says `id-step`."""
    boxes = (text.partition("-") for text in sent.getlist("proposal"))
    pairs = [(whole(number), whole(step)) for number, _dash, step in boxes]
    return {number: step for number, step in pairs if number is not None and step is not None}
