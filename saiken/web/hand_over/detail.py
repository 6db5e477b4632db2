"""One hand-over: its certificate and history, the steps that are open to the reader, the certificate as a PDF.

The one idea: a step names the last one that was seen; whoever comes second is told so, with what was typed kept.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from saiken.domain.claim.hand_over import HandOverStepKind
from saiken.printing.tables_pdf import tables_pdf
from saiken.register.actions.advance_hand_over import NextStep, advance_hand_over
from saiken.register.papers.certificate_paper import certificate_paper
from saiken.register.queries.hand_overs import HandOverDetail, hand_over_detail
from saiken.web.components.attachment import attachment
from saiken.web.components.carry_out import carried_out
from saiken.web.context import context_of
from saiken.web.hand_over.form import StepForm
from saiken.web.permissions import Permission, granted, works_for
from saiken.web.scope import own, scope


def hand_over(request: HttpRequest, *, hand_over_id: int) -> HttpResponse:
    """The hand-over with its certificate."""
    return _page(request, _found(request, hand_over_id), form=None)


@require_POST
def take_step(request: HttpRequest, *, hand_over_id: int) -> HttpResponse:
    """Take the chosen step; back to the hand-over, or the same page with why not."""
    form = StepForm(request.POST)
    if form.is_valid():
        step = NextStep(
            hand_over_id,
            HandOverStepKind(form.cleaned_data["kind"]),
            offices=works_for(request, Permission.ACT),
            seen=form.cleaned_data["seen"],
            reason=form.cleaned_data["reason"],
            seen_place=form.cleaned_data["seen_place"],
        )
        lawbook, by = context_of(request).lawbook, request.user.get_username()
        done, _ = carried_out(form, lambda: advance_hand_over(step=step, lawbook=lawbook, by=by, on=localdate()))
        if done:
            return redirect("hand-over", hand_over_id=hand_over_id)
    return _page(request, _found(request, hand_over_id), form=form)


def hand_over_file(request: HttpRequest, *, hand_over_id: int) -> HttpResponse:
    """The certificate on A4."""
    found = _found(request, hand_over_id)
    paper = certificate_paper(found, glossary=context_of(request).glossary)
    pdf = tables_pdf(paper, printed_on=localdate())
    return attachment(pdf, name=f"引継書_{found.line.number}.pdf", media_type="application/pdf")


def _found(request: HttpRequest, hand_over_id: int) -> HandOverDetail:
    return hand_over_detail(
        hand_over_id, offices=own(request), scope=scope(request, purpose="hand_over"), on=localdate()
    )


def _page(request: HttpRequest, found: HandOverDetail, *, form: StepForm | None) -> HttpResponse:
    may = found.may if Permission.ACT in granted(request) else ()
    shown = {
        "found": found,
        "plain": [step for step in may if not step.needs_reason],
        "reasoned": [step for step in may if step.needs_reason],
        "main": (HandOverStepKind.PROPOSED, HandOverStepKind.ACCEPTED),
        "form": form,
    }
    return render(request, "hand_over/page.html", shown, status=422 if form is not None else 200)
