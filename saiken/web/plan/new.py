"""The plan generator: what if, side by side, and the plan saved as a pledge.

The one idea: looking is an address that can be sent round and printed; saving sends the same fields, the total that was looked at and a
one-time key, and is refused when the total has changed meanwhile.
"""

from datetime import date
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from saiken.domain.claim.plan import PlanKind
from saiken.domain.errors import DomainError
from saiken.law.errors import LawError
from saiken.register.actions.agree_plan import NewPlan, agree_plan
from saiken.register.plan_forms import plan_as_text
from saiken.register.queries.person_claims import OwedClaim, PersonHead, owed_claims, person_head
from saiken.register.queries.plan_offer import Offer, Variant, offer
from saiken.web.components.parameters import whole
from saiken.web.context import context_of
from saiken.web.plan.form import PlanForm, offered
from saiken.web.scope import scope

#: A plan that may be agreed on by word and signature here; the others go through their acts.
_HERE = (PlanKind.PLEDGE, PlanKind.COURT_SETTLEMENT)


def new_plan(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """The generator: empty, worked out, or saved."""
    found = person_head(obligor_id, scope=scope(request, purpose="plan_offer"))
    claims = owed_claims(obligor_id, scope=found.scope)
    sent = request.POST if request.method == "POST" else request.GET
    if "first_on" not in sent:
        kind = sent.get("kind", PlanKind.PLEDGE.value)
        begun = offered(localdate(), lawbook=context_of(request).lawbook)
        form = PlanForm(initial=begun | ({"kind": kind} if kind in set(PlanKind) else {}))
        return _page(request, found, claims=claims, form=form)
    form = PlanForm(sent)
    worked_out = _worked_out(request, form, claims=claims, found=found)
    if request.method == "POST" and worked_out is not None:
        plan_id = _saved(request, form, worked_out=worked_out, found=found)
        if plan_id is not None:
            return redirect("plan", plan_id=plan_id)
    return _page(request, found, claims=claims, form=form, offer=worked_out)


def _worked_out(
    request: HttpRequest, form: PlanForm, *, claims: tuple[OwedClaim, ...], found: PersonHead
) -> Offer | None:
    """The variants; None where the form or the rules refuse, with the sentence on the form."""
    if not form.is_valid():
        return None
    try:
        return offer(
            claims,
            form.asked(claims, _chosen(request)),
            on=form.cleaned_data["agreed_on"],
            scope=found.scope,
            lawbook=context_of(request).lawbook,
        )
    except (DomainError, LawError) as refused:
        form.add_error(None, str(refused))
        return None


def _chosen(request: HttpRequest) -> list[str]:
    """The claims that were ticked."""
    return (request.POST if request.method == "POST" else request.GET).getlist("claim")


def _saved(request: HttpRequest, form: PlanForm, *, worked_out: Offer, found: PersonHead) -> int | None:
    """The id of the plan; None where it is refused."""
    number = request.POST.get("variant", "0")
    places = {str(place): variant for place, variant in enumerate(worked_out.variants)}
    if request.POST.get("seen_yen") != str(worked_out.total_yen) or number not in places:
        form.add_error(None, _("計画を確かめた後に残高が変わりました。下の計画を確かめて、もう一度保存してください。"))
        return None
    try:
        return agree_plan(
            obligor_id=found.obligor_id,
            plan=_plan(form, worked_out, variant=places[number]),
            submission=request.POST.get("submission", "")[:36],
            scope=found.scope,
            lawbook=context_of(request).lawbook,
            by=found.scope.by,
            on=form.cleaned_data["agreed_on"],
        )
    except DomainError as refused:
        form.add_error(None, str(refused))
        return None


def _plan(form: PlanForm, worked_out: Offer, *, variant: Variant) -> NewPlan:
    given, replaces = form.cleaned_data, form.data.get("replaces", "")
    return NewPlan(
        kind=PlanKind(given["kind"]),
        method=variant.plan.choice.method,
        claim_ids=tuple(claim.claim_id for claim in worked_out.claims),
        instalments=variant.plan.instalments,
        monthly_yen=variant.plan.monthly_yen,
        charge_yen=worked_out.charge_yen,
        order=form.asked(worked_out.claims, []).order,
        tolerance=form.tolerance(),
        review_every_months=given["review_every_months"] or 0,
        income_yen=given["income_yen"],
        living_yen=given["living_yen"],
        replaces_id=whole(replaces),
        note=given["note"],
    )


def _drafts(form: object, worked_out: object) -> tuple[tuple[Variant, str], ...]:
    """Each variant of a grace or a deferral with its text, as the form of the act takes it."""
    if not isinstance(form, PlanForm) or not isinstance(worked_out, Offer):
        return ()
    return tuple((each, plan_as_text(_plan(form, worked_out, variant=each))) for each in worked_out.variants)


def _offered(claims: tuple[OwedClaim, ...], on: date) -> list[str]:
    """All that can still be paid."""
    return [str(claim.claim_id) for claim in claims if not claim.is_gone(on)]


def _page(request: HttpRequest, found: PersonHead, *, claims: tuple[OwedClaim, ...], **shown: object) -> HttpResponse:
    sent = request.POST if request.method == "POST" else request.GET
    form, worked_out = shown["form"], shown.get("offer")
    chosen = sent.getlist("claim") if "first_on" in sent else sent.getlist("claim") or _offered(claims, localdate())
    variants = worked_out.variants if isinstance(worked_out, Offer) else ()
    means = [form.means(each.plan.highest_yen) for each in variants] if isinstance(form, PlanForm) else []
    kind = sent.get("kind", PlanKind.PLEDGE.value)
    context = {
        "person": found,
        "claims": [(claim, claim.is_gone(localdate())) for claim in claims],
        "chosen": chosen,
        "replaces": sent.get("replaces", ""),
        "asked_for": list(sent.lists()),
        "compared": tuple(zip(variants, means, strict=True)),
        "may_save": kind in _HERE,
        "drafts": _drafts(form, worked_out) if kind not in _HERE else (),
        "submission": str(uuid4()),
        **shown,
    }
    has_errors = isinstance(form, PlanForm) and bool(form.is_bound and form.errors)
    return render(request, "plan/new.html", context, status=422 if has_errors else 200)
