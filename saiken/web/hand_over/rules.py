"""The rules of hand-over of the reader's offices: set and ended here.

The one idea: which condition, from whom to whom; what is done at night by itself is ticked in so many words.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from saiken.register.actions.end_hand_over_rule import end_hand_over_rule
from saiken.register.actions.set_hand_over_rule import NewRule, set_hand_over_rule
from saiken.register.queries.hand_over_candidates import rules_on
from saiken.web.components.carry_out import carried_out
from saiken.web.hand_over.form import RuleForm
from saiken.web.permissions import Permission, works_for


def hand_over_rules(request: HttpRequest) -> HttpResponse:
    """The rules in force, or a new one set."""
    form, by = RuleForm(request.POST or None, on=localdate()), request.user.get_username()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        rule = NewRule(
            from_office_id=given["from_office"],
            to_office_id=given["to_office"],
            condition=given["condition"],
            offices=works_for(request, Permission.MANAGE),
            receivable_id=given["receivable"],
            months=given["months"],
            least_yen=given["least_yen"],
            proposes=given["proposes"],
            is_automatic=given["is_automatic"],
        )
        if carried_out(form, lambda: set_hand_over_rule(rule=rule, by=by, on=localdate()))[0]:
            return redirect("hand-over-rules")
    shown = {"form": form, "rules": rules_on(localdate(), offices=works_for(request, Permission.MANAGE))}
    return render(request, "hand_over/rules.html", shown, status=422 if form.errors else 200)


@require_POST
def end_rule(request: HttpRequest, *, rule_id: int) -> HttpResponse:
    """End a rule today."""
    end_hand_over_rule(
        rule_id=rule_id, offices=works_for(request, Permission.MANAGE), by=request.user.get_username(), on=localdate()
    )
    return redirect("hand-over-rules")
