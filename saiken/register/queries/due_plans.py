"""Plans whose kept standings are behind a day, for the day roll.

The one idea: a plan in force whose row is of an earlier day is due; a second run of the same day finds none.
"""

from datetime import date

from saiken.register.models import PlanStanding


def due_plans(on: date) -> tuple[int, ...]:
    """The ids of the plans in force whose standing is of an earlier day."""
    return tuple(
        PlanStanding.objects.filter(as_of_on__lt=on).order_by("as_of_on", "plan_id").values_list("plan_id", flat=True)
    )
