"""The page of one claim.

The one idea: the query answers everything and logs the reading; the page adds only the words of states and the totals shown.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from saiken.register.queries.claim import claim_page
from saiken.web.as_of.choice import moment_of
from saiken.web.context import context_of
from saiken.web.scope import scope


def claim(request: HttpRequest, *, claim_id: int) -> HttpResponse:
    """The claim as of the chosen clocks."""
    moment = moment_of(request.GET)
    page = claim_page(claim_id, scope=scope(request, purpose="claim"), as_of=moment.as_of)
    words = {state.id: f"{state.mark} {state.label_for(page.legal_class)}" for state in context_of(request).states}
    shown = {
        "claim": page,
        "moment": moment,
        "total_yen": sum(page.balances_yen.values()),
        "states": [(words[state.state_id], state) for state in page.states],
    }
    return render(request, "claim/page.html", shown)
