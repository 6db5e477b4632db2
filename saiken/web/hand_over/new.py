"""Proposing to hand one person's claims over: from which office, which claims, to whom, why.

The one idea: only what the reader's own offices handle is offered; the certificate is written when it is sent.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext

from saiken.register.actions.propose_hand_over import Proposal, propose_hand_over
from saiken.register.queries.hand_over_offer import GivenFile, files_to_give
from saiken.web.components.carry_out import carried_out
from saiken.web.components.parameters import chosen_numbers, number_of
from saiken.web.context import context_of
from saiken.web.hand_over.form import ProposalForm
from saiken.web.permissions import Permission, works_for
from saiken.web.scope import scope


def new_hand_over(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """The form, or the hand-over proposed."""
    asked = request.POST or request.GET
    files = files_to_give(
        obligor_id, offices=works_for(request, Permission.ACT), scope=scope(request, purpose="hand_over")
    )
    office = number_of(asked, "from_office")
    chosen = next((one for one in files if one.office_id == office), files[0] if files else None)
    form = ProposalForm(request.POST or None, on=localdate())
    if request.method == "POST" and chosen is not None and form.is_valid():
        number = _proposed(request, form, chosen=chosen)
        if number is not None:
            return redirect("hand-over", hand_over_id=number)
    shown = {"files": files, "chosen": chosen, "form": form, "ticked": asked.getlist("claim"), "obligor_id": obligor_id}
    return render(request, "hand_over/new.html", shown, status=422 if form.errors else 200)


def _proposed(request: HttpRequest, form: ProposalForm, *, chosen: GivenFile) -> int | None:
    """The number of the hand-over; None, with why at the form, where the office or a claim is not what was looked at."""
    claim_ids, lawbook, by = (
        chosen_numbers(request.POST, "claim"),
        context_of(request).lawbook,
        request.user.get_username(),
    )
    if number_of(request.POST, "from_office") != chosen.office_id or len(claim_ids) < len(
        request.POST.getlist("claim")
    ):
        form.add_error(
            None, gettext("表示した後に、この所属が扱う債権が変わりました。下の債権を確かめて、選び直してください。")
        )
        return None
    proposal = _proposal(request, form, chosen=chosen, claim_ids=tuple(claim_ids))
    return carried_out(form, lambda: propose_hand_over(proposal=proposal, lawbook=lawbook, by=by, on=localdate()))[1]


def _proposal(request: HttpRequest, form: ProposalForm, *, chosen: GivenFile, claim_ids: tuple[int, ...]) -> Proposal:
    given = form.cleaned_data
    return Proposal(
        obligor_id=chosen.obligor_id,
        from_office_id=chosen.office_id,
        to_office_id=given["to_office"],
        condition=given["condition"],
        submission=given["submission"],
        offices=works_for(request, Permission.ACT),
        claim_ids=claim_ids,
        reason=given["reason"],
        attachments=given["attachments"],
    )
