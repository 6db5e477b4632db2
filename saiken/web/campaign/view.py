"""Campaigns: the list with progress, a new one, one with the part of each office.

The one idea: every figure is computed from the ledger when it is shown; the rule by which receipts count stands beside it.
"""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from saiken.domain.states.table import State
from saiken.register.actions.start_campaign import NewCampaign, start_campaign
from saiken.register.queries.campaigns import campaign_page, campaigns_of
from saiken.register.queries.office_choices import offices_to_choose, receivables_to_choose
from saiken.web.components.carry_out import carried_out
from saiken.web.components.choices import day_field, key_field, one_of, text_field, yen_field
from saiken.web.components.measures import measure_choices, measure_names
from saiken.web.context import context_of
from saiken.web.permissions import Permission, works_for
from saiken.web.scope import own


class CampaignForm(forms.Form):
    """A campaign to start."""

    name = text_field(_("名称"), most=100)
    from_on = day_field(_("いつから"))
    until_on = day_field(_("いつまで（最後の日）"))
    further_days = forms.IntegerField(label=_("期間の後も入金を数える日数"), min_value=0, max_value=92, required=False)
    goal_yen = yen_field(_("目標（円）"), least=1)
    least_yen = yen_field(_("対象とする残高（円以上）"), required=False)
    submission = key_field()

    def __init__(
        self, *args: object, on: date, own_offices: frozenset[int], states: tuple[State, ...], **named: object
    ) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        offices = offices_to_choose(on, among=own_offices)
        self.fields["office"] = one_of(_("設ける所属"), offices)
        self.fields["offices"] = forms.TypedMultipleChoiceField(
            label=_("対象の所属"), choices=offices, coerce=int, widget=forms.CheckboxSelectMultiple
        )
        self.fields["receivable"] = one_of(
            _("債権"), receivables_to_choose(on), empty=_("すべての債権"), required=False
        )
        self.fields["states"] = forms.MultipleChoiceField(
            label=_("対象の区分"),
            help_text=_("選ばなければ、すべての区分を対象とします。"),
            choices=[(state.id, f"{state.mark} {state.label}") for state in states],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["measures"] = forms.MultipleChoiceField(
            label=_("行う処理"),
            choices=measure_choices(),
            required=False,
            widget=forms.SelectMultiple(attrs={"size": 12}),
        )


def campaigns(request: HttpRequest) -> HttpResponse:
    """The list with the form, or a campaign started."""
    on, states = localdate(), context_of(request).states
    form = CampaignForm(request.POST or None, on=on, own_offices=works_for(request, Permission.MANAGE), states=states)
    if request.method == "POST" and form.is_valid():
        new, by = _campaign(form, works_for(request, Permission.MANAGE)), request.user.get_username()
        done, campaign_id = carried_out(form, lambda: start_campaign(new=new, by=by, on=on))
        if done and campaign_id is not None:
            return redirect("campaign", campaign_id=campaign_id)
    shown = {"form": form, "campaigns": campaigns_of(own(request), on=on)}
    return render(request, "campaign/list.html", shown, status=422 if form.errors else 200)


def campaign(request: HttpRequest, *, campaign_id: int) -> HttpResponse:
    """One campaign with its result until today."""
    found = campaign_page(campaign_id, on=localdate())
    return render(request, "campaign/page.html", {"found": found, "measures": measure_names(found.measures)})


def _campaign(form: CampaignForm, own_offices: frozenset[int]) -> NewCampaign:
    given = form.cleaned_data
    return NewCampaign(
        office_id=given["office"],
        own=own_offices,
        name=given["name"],
        from_on=given["from_on"],
        until_on=given["until_on"],
        goal_yen=given["goal_yen"],
        office_ids=tuple(given["offices"]),
        submission=given["submission"],
        further_days=given["further_days"] or 0,
        measures=tuple(given["measures"]),
        receivable_id=given["receivable"],
        states=tuple(given["states"]),
        least_yen=given["least_yen"] or 1,
    )
