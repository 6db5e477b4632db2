"""A new version of a proposal that was sent back or withdrawn: title and reason put right, the acts as they were.

The one idea: the document's number stays and the figures are read anew; acts that must be filled in otherwise are drafted from the act's
own form. Drafted and submitted in one go.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from saiken.register.actions.redraft_proposal import NewVersion, redraft_proposal
from saiken.register.queries.proposal import proposal_page
from saiken.web.approvals.form import DraftForm, words_of
from saiken.web.components.carry_out import carried_out
from saiken.web.context import context_of
from saiken.web.scope import scope


def redraft(request: HttpRequest, *, proposal_id: int) -> HttpResponse:
    """The form, or the new version and its page."""
    lawbook, on = context_of(request).lawbook, localdate()
    reader = scope(request, purpose="proposal")
    former = proposal_page(proposal_id, scope=reader, on=on, lawbook=lawbook)
    form = DraftForm(request.POST or None, initial=words_of(former.title, former.reason))
    if request.method == "POST" and form.is_valid():
        version = NewVersion(former_id=proposal_id, **form.cleaned_data)
        done, new_id = carried_out(
            form,
            lambda: redraft_proposal(version=version, scope=reader, lawbook=lawbook, by=reader.by, on=on),
        )
        if done:
            messages.success(request, str(_("新しい版を作りました。内容を確かめて提出してください。")))
            return redirect("approval", proposal_id=new_id)
    shown = {"form": form, "proposal": former}
    return render(request, "approvals/redraft.html", shown, status=422 if form.errors else 200)
