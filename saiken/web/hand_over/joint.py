"""How the effect of joint investigation is counted in a year: the lines, and the form that sets one.

The one idea: a line is set anew as a whole; what it brings is shown in the year's table.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from saiken.domain.claim.channel import Channel
from saiken.domain.claim.joint_effect import JointBasis, JointStart
from saiken.domain.dates.fiscal_year import first_day, last_day
from saiken.register.actions.set_joint_effect import NewJointRule, set_joint_effect
from saiken.register.queries.joint_effect import JointLine, joint_effect
from saiken.web.components.carry_out import carried_out
from saiken.web.components.parameters import number_of
from saiken.web.context import context_of
from saiken.web.hand_over.asked import Asked, asked_of
from saiken.web.hand_over.joint_form import JointForm
from saiken.web.permissions import Permission, works_for


def joint_rules(request: HttpRequest) -> HttpResponse:
    """The lines of the year with the form, or a line set."""
    asked, on = asked_of(request), localdate()
    lines = joint_effect(asked.office_id, asked.fiscal_year, until_on=on).lines
    line = next((one for one in lines if one.place == number_of(request.GET, "line")), None)
    form = JointForm(request.POST or None, glossary=context_of(request).glossary, on=on, initial=_initial(asked, line))
    if request.method == "POST" and form.is_valid():
        rule, by = _rule(request, asked, form=form), request.user.get_username()
        if carried_out(form, lambda: set_joint_effect(rule=rule, by=by, on=on))[0]:
            return redirect(f"{reverse('hand-over-results')}{asked.query}")
    shown = {"asked": asked, "lines": lines, "line": line, "form": form}
    return render(request, "hand_over/joint.html", shown, status=422 if form.errors else 200)


def _initial(asked: Asked, line: JointLine | None) -> dict[str, object]:
    if line is None:
        year = asked.fiscal_year
        return {"from_on": first_day(year).isoformat(), "until_on": last_day(year).isoformat()}
    return {
        "place": line.place,
        "seen": line.revision,
        "condition": line.condition,
        "basis": line.basis,
        "start": line.start,
        "receivable": line.receivable_id,
        "channels": list(line.channels),
        "from_on": line.from_on.isoformat(),
        "until_on": line.until_on.isoformat(),
        "goal_yen": line.goal_yen,
    }


def _rule(request: HttpRequest, asked: Asked, *, form: JointForm) -> NewJointRule:
    given = form.cleaned_data
    return NewJointRule(
        office_id=asked.office_id,
        fiscal_year=asked.fiscal_year,
        condition=given["condition"],
        basis=JointBasis(given["basis"]),
        start=JointStart(given["start"]),
        from_on=given["from_on"],
        until_on=given["until_on"],
        offices=works_for(request, Permission.MANAGE),
        place=given["place"],
        seen=given["seen"],
        receivable_id=given["receivable"],
        channels=tuple(Channel(one) for one in given["channels"]),
        goal_yen=given["goal_yen"],
        is_dropped=given["is_dropped"],
    )
