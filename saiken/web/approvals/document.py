"""The document of decision: reading it, deciding on it, carrying it out.

The one idea: whoever acts sends back the number of the step he or she saw; a refusal stands above the document as it is now, with the
reason that was typed still there. What may be done is offered, what is done the actions decide.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from saiken.domain.acts.routes import Level
from saiken.domain.errors import DomainError
from saiken.register.actions.approve_proposal import approve_proposal
from saiken.register.actions.carry_out_proposal import carry_out_proposal
from saiken.register.actions.confirm_proposal import confirm_proposal
from saiken.register.actions.lapse_proposal import lapse_proposal
from saiken.register.actions.return_proposal import return_proposal
from saiken.register.actions.submit_proposal import submit_proposal
from saiken.register.actions.withdraw_proposal import withdraw_proposal
from saiken.register.queries.deciders import decides_for, place_of
from saiken.register.queries.proposal import ProposalPage, proposal_page
from saiken.register.queries.proposal_plan import proposal_plan
from saiken.web.components.parameters import number_of
from saiken.web.context import context_of
from saiken.web.permissions import Permission, granted
from saiken.web.scope import scope

#: The longest reason that a step holds.
_REASON = 1000


@dataclass(frozen=True)
class Offered:
    """What the person may do with the document now."""

    submit: bool
    withdraw: bool
    decide: bool
    confirm: bool
    carry_out: bool
    lapse: bool
    redraft: bool

    @property
    def anything(self) -> bool:
        """Whether there is anything to offer."""
        return any(vars(self).values())


@dataclass(frozen=True)
class _Asked:
    """What was sent: for which proposal, which step was seen, the reason typed."""

    proposal_id: int
    seen: int
    reason: str


def document(request: HttpRequest, *, proposal_id: int) -> HttpResponse:
    """The document as it stands today."""
    return _shown(request, proposal_id)


def paper(request: HttpRequest, *, proposal_id: int) -> HttpResponse:
    """The document for printing, with boxes for seals."""
    found = _page(request, proposal_id)
    return render(request, "approvals/paper.html", {"proposal": found, "orders": found.orders[:1]})


@require_POST
def decide(request: HttpRequest, *, proposal_id: int) -> HttpResponse:
    """Approve, send back or confirm; back to the document."""
    doers = {"approve": _approve, "return": _return, "confirm": _confirm}
    return _done(request, proposal_id, doers=doers)


@require_POST
def move(request: HttpRequest, *, proposal_id: int) -> HttpResponse:
    """Submit, withdraw, carry out or let lapse; back to the document."""
    doers = {"submit": _submit, "withdraw": _withdraw, "carry_out": _carry_out, "lapse": _lapse}
    return _done(request, proposal_id, doers=doers)


_Doer = Callable[[HttpRequest, _Asked], str | Promise]


def _done(request: HttpRequest, proposal_id: int, *, doers: Mapping[str, _Doer]) -> HttpResponse:
    doer = doers.get(request.POST.get("step", ""))
    asked = _Asked(proposal_id, number_of(request.POST, "seen") or 0, _words(request))
    _page(request, proposal_id)
    if doer is None:
        return redirect("approval", proposal_id=proposal_id)
    try:
        told = doer(request, asked)
    except DomainError as refused:
        return _shown(request, proposal_id, problem=str(refused), typed=asked.reason, answer_code=409)
    messages.success(request, str(told))
    return redirect("approval", proposal_id=proposal_id)


def _words(request: HttpRequest) -> str:
    """The reason with the line ends that the field counted, so that none of it is cut off."""
    return request.POST.get("reason", "").replace("\r\n", "\n").strip()[:_REASON]


def _approve(request: HttpRequest, asked: _Asked) -> str | Promise:
    approve_proposal(
        proposal_id=asked.proposal_id,
        seen=asked.seen,
        reason=asked.reason,
        by=request.user.get_username(),
        on=localdate(),
    )
    return _("承認しました。")


def _return(request: HttpRequest, asked: _Asked) -> str | Promise:
    return_proposal(
        proposal_id=asked.proposal_id,
        seen=asked.seen,
        reason=asked.reason,
        by=request.user.get_username(),
        on=localdate(),
    )
    return _("差し戻しました。")


def _confirm(request: HttpRequest, asked: _Asked) -> str | Promise:
    confirm_proposal(
        proposal_id=asked.proposal_id,
        seen=asked.seen,
        reason=asked.reason,
        lawbook=context_of(request).lawbook,
        by=request.user.get_username(),
        on=localdate(),
    )
    return _("変わった点を確認しました。実行できます。")


def _submit(request: HttpRequest, asked: _Asked) -> str | Promise:
    submit_proposal(proposal_id=asked.proposal_id, seen=asked.seen, by=request.user.get_username(), on=localdate())
    return _("提出しました。")


def _withdraw(request: HttpRequest, asked: _Asked) -> str | Promise:
    withdraw_proposal(
        proposal_id=asked.proposal_id,
        seen=asked.seen,
        reason=asked.reason,
        by=request.user.get_username(),
        on=localdate(),
    )
    return _("取り下げました。")


def _lapse(request: HttpRequest, asked: _Asked) -> str | Promise:
    lapse_proposal(
        proposal_id=asked.proposal_id,
        seen=asked.seen,
        reason=asked.reason,
        by=request.user.get_username(),
        on=localdate(),
    )
    return _("実行しないこととしました。")


def _carry_out(request: HttpRequest, asked: _Asked) -> str | Promise:
    outcome = carry_out_proposal(
        proposal_id=asked.proposal_id,
        seen=asked.seen,
        scope=scope(request, purpose="proposal"),
        lawbook=context_of(request).lawbook,
        by=request.user.get_username(),
        on=localdate(),
    )
    if outcome.differences:
        return _("起案の時と事実が違うため、実行していません。決裁者の再確認を待ちます。")
    return _("決裁のとおりに実行しました。")


def _page(request: HttpRequest, proposal_id: int) -> ProposalPage:
    return proposal_page(
        proposal_id,
        scope=scope(request, purpose="proposal"),
        on=localdate(),
        lawbook=context_of(request).lawbook,
        after=number_of(request.GET, "after") or 0,
    )


def _shown(
    request: HttpRequest, proposal_id: int, *, problem: str = "", typed: str = "", answer_code: int = 200
) -> HttpResponse:
    found = _page(request, proposal_id)
    words = {state.id: f"{state.mark}" for state in context_of(request).states}
    shown = {
        "proposal": found,
        "offered": _offered(request, found),
        "problem": problem,
        "typed": typed,
        "marks": words,
        "is_later_page": "after" in request.GET,
        "plan": proposal_plan(found, on=localdate(), lawbook=context_of(request).lawbook),
    }
    return render(request, "approvals/document.html", shown, status=answer_code)


def _offered(request: HttpRequest, found: ProposalPage) -> Offered:
    may, me = granted(request), request.user.get_username()
    is_mine = found.drafted_by == me and Permission.ACT in may
    decides = Permission.APPROVE in may and found.drafted_by != me and _is_mine_to_decide(me, found)
    is_approved = found.standing == "proposal_approved"
    return Offered(
        submit=is_mine and found.standing == "being_drafted",
        withdraw=is_mine and found.standing in ("being_drafted", "awaiting_approval"),
        decide=decides and found.standing == "awaiting_approval" and not Level(found.level).is_recorded,
        confirm=decides and found.standing == "awaiting_confirmation",
        carry_out=is_approved and Permission.ACT in may,
        lapse=is_mine and found.standing in ("proposal_approved", "awaiting_confirmation"),
        redraft=is_mine and found.standing in ("sent_back", "proposal_withdrawn") and found.later_id is None,
    )


def _is_mine_to_decide(me: str, found: ProposalPage) -> bool:
    if not found.level:
        return False
    return place_of(Level(found.level), found.office_id, on=localdate()) in decides_for(me, on=localdate())
