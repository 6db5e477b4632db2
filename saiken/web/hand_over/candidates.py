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
from saiken.web.components.parameters import chosen_numbers, number_of, whole
from saiken.web.context import context_of
from saiken.web.permissions import Permission, works_for
from saiken.web.scope import scope

#: The most that one page proposes.
_MOST = 50


def hand_over_candidates(request: HttpRequest) -> HttpResponse:
    """The candidates of the chosen rule, or the chosen ones proposed."""
    on, asked = localdate(), request.POST or request.GET
    rules = [
        rule
        for rule in rules_on(on, offices=works_for(request, Permission.ACT))
        if rule.from_office_id in works_for(request, Permission.ACT)
    ]
    wanted = number_of(asked, "rule")
    asked_for = next((one for one in rules if one.rule_id == wanted), None)
    problem = ""
    if request.method == "POST":
        problem = _proposed(request, asked_for)
        if not problem:
            return redirect("hand-overs")
    rule = asked_for or (rules[0] if rules else None)
    shown = {
        "rules": rules,
        "rule": rule,
        "found": _found(request, rule),
        "ticked": request.POST.getlist("obligor"),
        "reason": request.POST.get("reason", ""),
        "problem": problem,
        "is_later_page": "after" in request.GET,
    }
    return render(request, "hand_over/candidates.html", shown, status=422 if problem else 200)


def _found(request: HttpRequest, rule: RuleLine | None) -> Candidates:
    if rule is None:
        return Candidates((), None)
    yen, _, pk = request.GET.get("after", "").partition("-")
    place = whole(yen), whole(pk)
    after = None if place[0] is None or place[1] is None else (place[0], place[1])
    return candidates(rule.rule_id, on=localdate(), scope=scope(request, purpose="hand_over_candidates"), after=after)


def _proposed(request: HttpRequest, rule: RuleLine | None) -> str:
    """Propose the ticked persons; why not, or nothing."""
    if rule is None:
        return gettext("選んだ引継ぎの定めは、今は効力がありません。下の候補は別の定めのものです。")
    ticked, key = chosen_numbers(request.POST, "obligor")[:_MOST], request.POST.get("submission", "")[:36]
    if not ticked or not key:
        return gettext("引き継ぐ人を選んでください。")
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
        offices=works_for(request, Permission.ACT),
        claim_ids=claims_under(rule.rule_id, obligor_id),
        gives_all=False,
        reason=request.POST.get("reason", "").strip()[:500],
        rule_id=rule.rule_id,
    )
