"""The page of one claim.

The one idea: the queries answer everything and log the reading; the page adds only the words of states and the totals shown. What the law
makes of the claim is explained for the chosen day, else for today.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from saiken.register.queries.claim import claim_page
from saiken.register.queries.claim_acts import acts_of_claim
from saiken.register.queries.explain import explanation_beside
from saiken.web.as_of.choice import moment_of
from saiken.web.claim.explanation import Shown
from saiken.web.context import context_of
from saiken.web.obligor.acts_menu import menu_of
from saiken.web.scope import scope


def claim(request: HttpRequest, *, claim_id: int) -> HttpResponse:
    """The claim as of the chosen clocks."""
    moment, context = moment_of(request.GET), context_of(request)
    page = claim_page(claim_id, scope=scope(request, purpose="claim"), as_of=moment.as_of)
    found = explanation_beside(page, on=moment.on or localdate(), lawbook=context.lawbook, as_of=moment.as_of)
    words = {state.id: f"{state.mark} {state.label_for(page.legal_class)}" for state in context.states}
    shown = {
        "claim": page,
        "acts": acts_of_claim(claim_id, by=request.user.get_username(), as_of=moment.as_of),
        "menu": menu_of(page.obligors[0].obligor_id, (page.legal_class,)),
        "moment": moment,
        "total_yen": sum(page.balances_yen.values()),
        "states": [(words.get(state.state_id, ""), state) for state in page.states],
        "explained": Shown(found, lawbook=context.lawbook, states=context.states),
    }
    return render(request, "claim/page.html", shown)
