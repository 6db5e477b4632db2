"""The page of one plan: every instalment with what was paid, its claims, its reviews, its end; and its paper.

The one idea: what is shown is computed from the ledger today; the forms on the page record a review or the end, each once.
"""

from datetime import date
from uuid import uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from saiken.domain.claim.plan import PlanKind, PlanOutcome
from saiken.domain.errors import DomainError
from saiken.printing.plan_document import plan_document
from saiken.printing.render import render_pdf
from saiken.register.actions.end_plan import Ending, end_plan
from saiken.register.actions.review_plan import Review, review_plan
from saiken.register.queries.person_plans import PlanPage, plan_page
from saiken.register.queries.scope import Scope
from saiken.web.components.choices import day_field, yen_field
from saiken.web.context import context_of
from saiken.web.plan.paper import plan_paper
from saiken.web.scope import scope

#: What an officer may say of the end of a plan; another plan replaces it by being made.
ENDINGS = (PlanOutcome.BROKEN, PlanOutcome.CANCELLED, PlanOutcome.KEPT)

#: The act that ends what a plan belongs to, where that has one of its own.
_ENDED_BY = {
    PlanKind.COLLECTION_GRACE: "collection_grace_cancel",
    PlanKind.CONVERSION_GRACE: "conversion_grace_cancel",
    PlanKind.DEFERRAL: "performance_deferral_end",
}


class EndForm(forms.Form):
    """How it ended, when and why."""

    outcome = forms.ChoiceField(label=_("終わり方"), choices=[(each.value, each.value) for each in ENDINGS])
    on = day_field(_("終わりの日"), has_come=True)
    reason = forms.CharField(label=_("理由"), max_length=300)
    submission = forms.UUIDField(widget=forms.HiddenInput)


class ReviewForm(forms.Form):
    """What was stated at the review."""

    on = day_field(_("見直しの日"), has_come=True)
    income_yen = yen_field(_("毎月の収入（円）"), required=False)
    living_yen = yen_field(_("毎月の生活費（円）"), required=False)
    note = forms.CharField(label=_("結果"), max_length=500)
    submission = forms.UUIDField(widget=forms.HiddenInput)


def plan(request: HttpRequest, *, plan_id: int) -> HttpResponse:
    """The plan today."""
    found = plan_page(plan_id, scope=scope(request, purpose="plan"), on=localdate())
    return _page(request, found, end=_fresh(EndForm, on=localdate()), review=_fresh(ReviewForm, on=localdate()))


@require_POST
def plan_ended(request: HttpRequest, *, plan_id: int) -> HttpResponse:
    """The end recorded, or the page with what was refused."""
    asking = scope(request, purpose="plan")
    form = EndForm(request.POST)
    if form.is_valid() and _ended(request, form, plan_id=plan_id, asking=asking):
        return redirect("plan", plan_id=plan_id)
    found = plan_page(plan_id, scope=asking, on=localdate())
    return _page(request, found, end=form, review=_fresh(ReviewForm, on=localdate()))


@require_POST
def plan_reviewed(request: HttpRequest, *, plan_id: int) -> HttpResponse:
    """The review recorded, or the page with what was refused."""
    asking = scope(request, purpose="plan")
    form = ReviewForm(request.POST)
    if form.is_valid() and _reviewed(form, plan_id, asking=asking):
        return redirect("plan", plan_id=plan_id)
    found = plan_page(plan_id, scope=asking, on=localdate())
    return _page(request, found, end=_fresh(EndForm, on=localdate()), review=form)


def plan_sheet(request: HttpRequest, *, plan_id: int) -> HttpResponse:
    """The paper to sign, as a PDF."""
    found = plan_page(plan_id, scope=scope(request, purpose="plan_sheet"), on=localdate())
    paper = plan_paper(found, glossary=context_of(request).glossary)
    pdf = render_pdf("plan", plan_document(paper), printed_on=localdate())
    headers = {"Content-Disposition": f'inline; filename="plan-{plan_id}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _ended(request: HttpRequest, form: EndForm, *, plan_id: int, asking: Scope) -> bool:
    given = form.cleaned_data
    try:
        end_plan(
            plan_id=plan_id,
            ending=Ending(PlanOutcome(given["outcome"]), given["reason"]),
            submission=str(given["submission"]),
            scope=asking,
            lawbook=context_of(request).lawbook,
            by=asking.by,
            on=given["on"],
        )
    except DomainError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _reviewed(form: ReviewForm, plan_id: int, *, asking: Scope) -> bool:
    given = form.cleaned_data
    review = Review(given["income_yen"], given["living_yen"], given["note"])
    try:
        review_plan(
            plan_id=plan_id,
            review=review,
            submission=str(given["submission"]),
            scope=asking,
            by=asking.by,
            on=given["on"],
        )
    except DomainError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _fresh(form: type[forms.Form], *, on: date) -> forms.Form:
    return form(initial={"on": on.isoformat(), "submission": str(uuid4())})


def _page(request: HttpRequest, found: PlanPage, *, end: forms.Form, review: forms.Form) -> HttpResponse:
    refused = [form for form in (end, review) if form.is_bound and form.errors]
    ended_by = _ENDED_BY.get(PlanKind(found.kind), "")
    context = {"plan": found, "on": localdate(), "end": end, "review": review, "endings": ENDINGS, "problems": refused}
    context |= {"ended_by": ended_by, "ends_here": not ended_by}
    return render(request, "plan/page.html", context, status=422 if refused else 200)
