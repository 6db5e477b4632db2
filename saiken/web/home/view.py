"""The first page after signing in: the day's work for whoever works on cases, the city's sheets or the help page for others.

The one idea: counts of every list, one's own or the office's, each a link to the rows. It shows no person; the lists do.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from saiken.register.queries.hand_overs import waiting_count
from saiken.register.queries.proposals import ProposalList, counts_of
from saiken.register.queries.sent_lists import waiting_for
from saiken.register.queries.work_counts import counts
from saiken.register.queries.work_filter import MINE
from saiken.web.permissions import Permission, granted
from saiken.web.work.choice import Choice, choice_of, conditions_of, stood_in_for
from saiken.web.work.searches import searches_of

#: What of the proposals belongs to a day's work.
_WAITING = (ProposalList.WAITING_FOR_ME, ProposalList.SENT_BACK_TO_ME, ProposalList.TO_BE_CARRIED_OUT)


def home(request: HttpRequest) -> HttpResponse:
    """My day, or the page to begin with."""
    may = granted(request)
    if Permission.WORK in may:
        return _day(request)
    return redirect("city" if Permission.FIGURES in may else "help")


def _day(request: HttpRequest) -> HttpResponse:
    choice = choice_of(request, request.GET, purpose="home")
    shown = {
        "choice": choice,
        "groups": counts(choice.found),
        "is_mine": choice.found.officer == MINE,
        "deputies": stood_in_for(request),
        "hand_overs": waiting_count(choice.own),
        "sent_lists": waiting_for(choice.own, choice.found.on),
        "carried": conditions_of(request.GET),
        "searches": searches_of(request),
        "proposals": [line for line in _proposals(choice) if line[1]],
    }
    return render(request, "home/page.html", shown)


def _proposals(choice: Choice) -> list[tuple[str, int]]:
    """The lists of proposals that wait for somebody here, with their lengths."""
    counted = counts_of(choice.scope, on=choice.found.on)
    return [(name.value, counted.get(name, 0)) for name in _WAITING]
