"""The lists of proposals: what waits for me, mine, sent back, approved and not carried out, over.

The one idea: one page, one list at a time, each with its count; the first is whatever the person has to do. The query keeps to the scope.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from saiken.register.queries.proposals import MOST_COUNTED, ProposalList, counts_of, proposals_of
from saiken.web.components.parameters import is_partial, number_of
from saiken.web.permissions import Permission, granted
from saiken.web.scope import scope


def approvals(request: HttpRequest) -> HttpResponse:
    """The chosen list; without a choice what waits for the person, or what he or she drafted; for htmx the list alone."""
    name, after = _chosen(request), number_of(request.GET, "after")
    reader, on = scope(request, purpose="approvals"), localdate()
    found = proposals_of(name, scope=reader, on=on, after=after)
    shown = {
        "found": found,
        "name": name,
        "is_later_page": after is not None,
        "may_decide": Permission.APPROVE in granted(request) and name is ProposalList.WAITING_FOR_ME,
        "total_claims": sum(line.claim_count for line in found.lines),
        "total_yen": sum(line.total_yen for line in found.lines),
        "most": MOST_COUNTED,
    }
    if is_partial(request):
        return render(request, "approvals/_list.html", shown)
    return render(request, "approvals/page.html", {**shown, "tabs": _tabs(request, counts_of(reader, on=on))})


def _chosen(request: HttpRequest) -> ProposalList:
    try:
        return ProposalList(request.GET.get("list", ""))
    except ValueError:
        decides = Permission.APPROVE in granted(request)
        return ProposalList.WAITING_FOR_ME if decides else _first_of_reader(request)


def _first_of_reader(request: HttpRequest) -> ProposalList:
    """An officer begins with what he or she drafted, a reader who drafts nothing with what is to be carried out."""
    return ProposalList.MY_PROPOSALS if Permission.ACT in granted(request) else ProposalList.TO_BE_CARRIED_OUT


def _tabs(request: HttpRequest, counts: dict[ProposalList, int]) -> list[tuple[ProposalList, int | None]]:
    may = granted(request)
    asks = {
        ProposalList.WAITING_FOR_ME: Permission.APPROVE,
        ProposalList.MY_PROPOSALS: Permission.ACT,
        ProposalList.SENT_BACK_TO_ME: Permission.ACT,
    }
    return [(name, counts.get(name)) for name in ProposalList if asks.get(name, Permission.WORK) in may]
