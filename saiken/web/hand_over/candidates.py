"""Candidates of a rule: who meets its condition, chosen and proposed together.

The one idea: what is ticked is proposed, each person with a certificate of their own; all or none.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext

from saiken.domain.errors import DomainError
from saiken.register.actions.propose_hand_overs import Proposal, propose_hand_overs
from saiken.register.queries.hand_over_candidates import Candidates, RuleLine, candidates, claims_under, rules_on
from saiken.web.components.parameters import number_of
from saiken.web.context import context_of
from saiken.web.scope import own, scope

#: The most that one page proposes.
_MOST = 50


def hand_over_candidates(request: HttpRequest) -> HttpResponse:
    """The candidates of the chosen rule, or the chosen ones proposed."""
    on, asked = localdate(), request.POST or request.GET
    rules = [rule for rule in rules_on(on, offices=own(request)) if rule.from_office_id in own(request)]
    wanted = number_of(asked, "rule")
    rule = next((one for one in rules if one.rule_id == wanted), rules[0] if rules else None)
    problem = ""
    if request.method == "POST" and rule is not None:
        problem = _proposed(request, rule)
        if not problem:
            return redirect("hand-overs")
    shown = {
        "rules": rules,
        "rule": rule,
        "found": _found(request, rule),
        "ticked": request.POST.getlist("obligor"),
        "problem": problem,
        "is_later_page": "after" in request.GET,
    }
    return render(request, "hand_over/candidates.html", shown, status=422 if problem else 200)


def _found(request: HttpRequest, rule: RuleLine | None) -> Candidates:
    if rule is None:
        return Candidates((), None)
    yen, _, pk = request.GET.get("after", "").partition("-")
    after = (int(yen), int(pk)) if yen.isdecimal() and pk.isdecimal() else None
    return candidates(rule.rule_id, on=localdate(), scope=scope(request, purpose="hand_over_candidates"), after=after)


def _proposed(request: HttpRequest, rule: RuleLine) -> str:
    """Propose the ticked persons; why not, or nothing."""
    ticked = [int(text) for text in request.POST.getlist("obligor") if text.isascii() and text.isdecimal()][:_MOST]
    if not ticked:
        return gettext("引き継ぐ人を選んでください。")
    key = request.POST.get("submission", "")[:36]
    proposals = [_proposal(request, rule, obligor_id=pk, key=key) for pk in ticked]
    lawbook, by = context_of(request).lawbook, request.user.get_username()
    try:
        propose_hand_overs(proposals=proposals, lawbook=lawbook, by=by, on=localdate())
    except DomainError as refused:
        return str(refused)
    return ""


def _proposal(request: HttpRequest, rule: RuleLine, *, obligor_id: int, key: str) -> Proposal:
    return Proposal(
        obligor_id=obligor_id,
        from_office_id=rule.from_office_id,
        to_office_id=rule.to_office_id,
        condition=rule.condition,
        submission=f"{key}-{obligor_id}",
        offices=own(request),
        claim_ids=claims_under(rule.rule_id, obligor_id),
        reason=request.POST.get("reason", "").strip()[:500],
        rule_id=rule.rule_id,
    )
