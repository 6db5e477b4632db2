"""The year's table of an office that receives cases: what was handed over one by one (1), what joint investigation brought (2), both.

The one idea: figures of the ledger, opened by receivable and condition; goals are set beside them by the office that receives. No receipt
counts in both parts.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from saiken.formats.list_table.write import to_csv, to_workbook
from saiken.register.actions.set_hand_over_goal import NewGoal, set_hand_over_goal
from saiken.register.papers.hand_over_year import hand_over_year
from saiken.register.queries.collected import percent
from saiken.register.queries.hand_over_results import results
from saiken.register.queries.joint_effect import joint_effect
from saiken.web.components.attachment import attachment
from saiken.web.components.carry_out import carried_out
from saiken.web.hand_over.asked import Asked, asked_of
from saiken.web.hand_over.form import GoalForm
from saiken.web.permissions import Permission, works_for
from saiken.web.sheet.download import WORKBOOK_TYPE


def hand_over_results(request: HttpRequest) -> HttpResponse:
    """The table of the chosen office and year, or a goal set."""
    on, asked = localdate(), asked_of(request)
    form = GoalForm(request.POST or None, on=on)
    if request.method == "POST" and asked.may_set and form.is_valid():
        given, by = form.cleaned_data, request.user.get_username()
        goal = NewGoal(
            asked.office_id,
            asked.fiscal_year,
            given["receivable"],
            given["condition"],
            given["goal_yen"],
            works_for(request, Permission.MANAGE),
        )
        if carried_out(form, lambda: set_hand_over_goal(goal=goal, by=by, on=on))[0]:
            return redirect(f"{request.path}{asked.query}")
    shown = _tables(asked) | {"asked": asked, "form": form}
    return render(request, "hand_over/results.html", shown, status=422 if form.errors else 200)


def hand_over_results_file(request: HttpRequest) -> HttpResponse:
    """The same table as CSV or a workbook; it names nobody."""
    asked, on = asked_of(request), localdate()
    found = results(asked.office_id, asked.fiscal_year, until_on=on)
    joint = joint_effect(asked.office_id, asked.fiscal_year, until_on=on)
    table = hand_over_year(found, joint, office=asked.office, on=on)
    name = f"引継ぎの成果_{asked.office}_{asked.fiscal_year}年度_{on:%Y%m%d}"
    if request.GET.get("format") == "xlsx":
        return attachment(to_workbook(table), name=f"{name}.xlsx", media_type=WORKBOOK_TYPE)
    return attachment(to_csv(table), name=f"{name}.csv", media_type="text/csv")


def _tables(asked: Asked) -> dict[str, object]:
    on = localdate()
    found = results(asked.office_id, asked.fiscal_year, until_on=on)
    joint = joint_effect(asked.office_id, asked.fiscal_year, until_on=on)
    goal_yen, collected_yen = found.goal_yen + joint.goal_yen, found.collected_yen + joint.effect_yen
    return {
        "table": found,
        "joint": joint,
        "goal_yen": goal_yen,
        "collected_yen": collected_yen,
        "progress": percent(collected_yen, goal_yen),
    }
