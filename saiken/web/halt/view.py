"""Halts of measures: those that last, those that ended, a new one.

The one idea: a halt is shown as it will be said in every refusal, so that whoever orders it reads its words first.
"""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from saiken.domain.errors import InvalidInput
from saiken.register.actions.end_halt import end_halt
from saiken.register.actions.order_halt import NewHalt, order_halt
from saiken.register.queries.halts import halt_lines
from saiken.register.queries.office_choices import offices_to_choose, receivables_to_choose
from saiken.register.roles import Role
from saiken.web.components.carry_out import carried_out
from saiken.web.components.choices import day_field, one_of, text_field
from saiken.web.components.measures import measure_choices, measure_names
from saiken.web.permissions import Permission, viewer, works_for


class HaltForm(forms.Form):
    """A halt to order."""

    reason = text_field(_("理由"), most=300)
    from_on = day_field(_("いつから"))
    until_on = day_field(_("いつまで（最後の日）"), required=False, help_text=_("決まっていなければ空欄にします。"))

    def __init__(self, *args: object, on: date, among: frozenset[int] | None, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self.fields["office"] = one_of(
            _("所属"),
            offices_to_choose(on, among=among),
            empty=_("すべての所属") if among is None else "",
            required=among is not None,
        )
        self.fields["receivable"] = one_of(
            _("債権"), receivables_to_choose(on), empty=_("すべての債権"), required=False
        )
        self.fields["measures"] = forms.MultipleChoiceField(
            label=_("停止する処理"),
            help_text=_("選ばなければ、すべての処理を停止します。"),
            choices=measure_choices(),
            required=False,
            widget=forms.SelectMultiple(attrs={"size": 12}),
        )
        self.order_fields(["office", "receivable", "from_on", "until_on", "reason", "measures"])


def halts(request: HttpRequest) -> HttpResponse:
    """The list with the form, or a halt ordered."""
    on, among = localdate(), _among(request)
    form = HaltForm(request.POST or None, on=on, among=among, initial={"from_on": on.isoformat()})
    if request.method == "POST" and form.is_valid():
        given, by = form.cleaned_data, request.user.get_username()
        halt = NewHalt(
            reason=given["reason"],
            from_on=given["from_on"],
            offices=among,
            until_on=given["until_on"],
            measures=tuple(given["measures"]),
            receivable_id=given["receivable"],
            office_id=given["office"],
        )
        if carried_out(form, lambda: order_halt(halt=halt, by=by, on=on))[0]:
            return redirect("halts")
    return _page(request, form=form)


@require_POST
def end(request: HttpRequest, *, halt_id: int) -> HttpResponse:
    """End a halt today."""
    on, among = localdate(), _among(request)
    reason, by = request.POST.get("reason", "").strip()[:300], request.user.get_username()
    try:
        end_halt(halt_id=halt_id, reason=reason, offices=among, by=by, on=on)
    except InvalidInput as refused:
        form = HaltForm(on=on, among=among, initial={"from_on": on.isoformat()})
        return _page(request, form=form, problem=str(refused))
    return redirect("halts")


def _page(request: HttpRequest, *, form: HaltForm, problem: str = "") -> HttpResponse:
    among = _among(request)
    lines = [
        (line, measure_names(line.measures), among is None or line.office_id in among)
        for line in halt_lines(localdate())
    ]
    shown = {"form": form, "lines": lines, "problem": problem}
    return render(request, "halt/page.html", shown, status=422 if form.errors or problem else 200)


def _among(request: HttpRequest) -> frozenset[int] | None:
    """For whose measures the person may order halts; None is every office, which the recovery office alone may."""
    return None if Role.RECOVERY_OFFICE in viewer(request).roles else works_for(request, Permission.MANAGE)
