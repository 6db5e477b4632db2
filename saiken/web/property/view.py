"""One person's property: what was asked, what was answered, what was found and what became of it.

The one idea: each property leads to what comes next; what is found without an inquiry is written down here, and what no act of the
catalogue tells of it. Seizure and its end are acts with forms of their own.
"""

from uuid import uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from saiken.domain.claim.asset import PropertyKind, PropertyTurn
from saiken.domain.errors import DomainError
from saiken.register.actions.change_property import Change, change_property
from saiken.register.actions.record_property import NewProperty, record_property
from saiken.register.queries.investigation_lists import no_asset_evidence
from saiken.register.queries.person_assets import assets_of
from saiken.register.queries.person_claims import owed_claims, seizable_claims
from saiken.register.queries.scope import Scope
from saiken.web.components.choices import day_field, yen_field
from saiken.web.scope import scope

#: What may be said of a property by hand.
TURNS = (PropertyTurn.WORTHLESS, PropertyTurn.SOLD, PropertyTurn.RELEASED)


class PropertyForm(forms.Form):
    """A property that came to light without an inquiry."""

    kind = forms.ChoiceField(label=_("財産の種類"), choices=[(kind.value, kind.value) for kind in PropertyKind])
    description = forms.CharField(label=_("財産の表示"), max_length=300)
    holder = forms.CharField(label=_("第三債務者・保管者"), max_length=120, required=False)
    estimated_yen = yen_field(_("評価額（円）"), required=False)
    senior_yen = yen_field(_("優先する権利の額（円）"), required=False)
    found_on = day_field(_("判明した日"), has_come=True)
    submission = forms.UUIDField(widget=forms.HiddenInput)


class ChangeForm(forms.Form):
    """What became of a property."""

    property = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**18)
    turn = forms.ChoiceField(label=_("経過"), choices=[(turn.value, turn.value) for turn in TURNS])
    on = day_field(_("日付"), has_come=True)
    note = forms.CharField(label=_("備考"), required=False, max_length=500)


def properties(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """The lists, or what was recorded."""
    asking = scope(request, purpose="assets")
    form, change = PropertyForm(initial=_fresh()), None
    return _page(request, obligor_id, asking=asking, form=form, change=change)


@require_POST
def property_recorded(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """A property written down, or the page with what was refused."""
    asking, form = scope(request, purpose="assets"), PropertyForm(request.POST)
    if form.is_valid() and _recorded(form, obligor_id, asking=asking):
        return redirect("properties", obligor_id=obligor_id)
    return _page(request, obligor_id, asking=asking, form=form, change=None)


@require_POST
def property_changed(request: HttpRequest, *, obligor_id: int) -> HttpResponse:
    """What became of a property recorded, or the page with what was refused."""
    asking, change = scope(request, purpose="assets"), ChangeForm(request.POST)
    if change.is_valid() and _changed(change, asking=asking):
        return redirect("properties", obligor_id=obligor_id)
    return _page(request, obligor_id, asking=asking, form=PropertyForm(initial=_fresh()), change=change)


def _recorded(form: PropertyForm, obligor_id: int, *, asking: Scope) -> bool:
    given = form.cleaned_data
    claim_ids = tuple(claim.claim_id for claim in owed_claims(obligor_id, scope=asking))
    found = NewProperty(
        kind=PropertyKind(given["kind"]),
        description=given["description"],
        holder=given["holder"],
        estimated_yen=given["estimated_yen"],
        senior_yen=given["senior_yen"] or 0,
    )
    try:
        record_property(
            obligor_id=obligor_id,
            claim_ids=claim_ids,
            found=found,
            submission=str(given["submission"]),
            scope=asking,
            by=asking.by,
            on=given["found_on"],
        )
    except DomainError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _changed(form: ChangeForm, *, asking: Scope) -> bool:
    given = form.cleaned_data
    change = Change(PropertyTurn(given["turn"]), note=given["note"])
    try:
        change_property(property_id=given["property"], change=change, scope=asking, by=asking.by, on=given["on"])
    except DomainError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _fresh() -> dict[str, str]:
    return {"found_on": localdate().isoformat(), "submission": str(uuid4())}


def _page(
    request: HttpRequest, obligor_id: int, *, asking: Scope, form: PropertyForm, change: ChangeForm | None
) -> HttpResponse:
    assets = assets_of(obligor_id, scope=asking)
    refused = [each for each in (form, change) if each is not None and each.is_bound and each.errors]
    context = {
        "assets": assets,
        "evidence": no_asset_evidence(obligor_id, by=asking.by),
        "form": form,
        "turns": TURNS,
        "seizable": seizable_claims(obligor_id, scope=asking),
        "on": localdate(),
        "problems": refused,
    }
    return render(request, "property/page.html", context, status=422 if refused else 200)
