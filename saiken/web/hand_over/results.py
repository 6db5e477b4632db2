"""The year's table of hand-overs received by an office: cases, yen, goal, collected, progress, last year.

The one idea: figures of the ledger, opened by receivable and condition; goals are set beside them by the office that receives.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from saiken.domain.dates.fiscal_year import fiscal_year_of
from saiken.register.actions.set_hand_over_goal import NewGoal, set_hand_over_goal
from saiken.register.queries.hand_over_results import receiving_offices, results
from saiken.web.components.carry_out import carried_out
from saiken.web.components.parameters import number_of
from saiken.web.hand_over.form import GoalForm
from saiken.web.permissions import Permission, granted
from saiken.web.scope import own

_YEARS_BACK = 6


def hand_over_results(request: HttpRequest) -> HttpResponse:
    """The table of the chosen office and year, or a goal set."""
    on, asked = localdate(), request.POST or request.GET
    this_year = fiscal_year_of(on)
    offices = receiving_offices()
    office_id = number_of(asked, "office") or next(
        (pk for pk, _ in offices if pk in own(request)), offices[0][0] if offices else 0
    )
    year = number_of(asked, "year") or this_year
    form = GoalForm(request.POST or None, on=on)
    may_set = Permission.MANAGE in granted(request) and office_id in own(request)
    if request.method == "POST" and may_set and form.is_valid():
        given, by = form.cleaned_data, request.user.get_username()
        goal = NewGoal(office_id, year, given["receivable"], given["condition"], given["goal_yen"], own(request))
        if carried_out(form, lambda: set_hand_over_goal(goal=goal, by=by, on=on))[0]:
            return redirect(f"{request.path}?office={office_id}&year={year}")
    shown = {
        "table": results(office_id, year, until_on=on),
        "offices": offices,
        "office": office_id,
        "years": range(this_year, this_year - _YEARS_BACK, -1),
        "form": form,
        "may_set": may_set,
    }
    return render(request, "hand_over/results.html", shown, status=422 if form.errors else 200)
