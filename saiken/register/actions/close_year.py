"""Closes a fiscal year of one receivable and carries over what is owed (出納閉鎖・滞納繰越).

The one idea: the balances of that moment are frozen with the last sequence number; a year closed before is left as it is. Refused before
the accounts close and while an entry does not tie out.
"""

from datetime import date

from django.db import connection

from saiken.domain.errors import Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.models import Receivable, YearClose
from saiken.register.queries.close_plan import CARRIED, ClosePlan, plan_of

#: At most so many faults are named in the refusal.
_NAMED = 10


@action
def close_year(*, receivable_id: int, fiscal_year: int, by: str, on: date) -> Done[ClosePlan]:
    """Close the year; returns what was done. `on` must lie after the closing day. Closing twice changes nothing."""
    stamp = take()
    receivable = found(Receivable, receivable_id, called="債権")
    plan = plan_of(receivable, fiscal_year)
    subject = f"{plan.bureau} {plan.number} {fiscal_year}年度"
    if plan.faults:
        named = "; ".join(f"{fault.subject}: {fault.message}" for fault in plan.faults[:_NAMED])
        raise Refused(f"{subject}は締められません（{len(plan.faults)}件）。{named}")
    if plan.already:
        return Done(plan, subject, {"already": True})
    if on <= plan.closes_on:
        raise Refused(f"{subject}の出納閉鎖は {plan.closes_on} です。締められるのは翌日からです")
    close = YearClose.objects.create(
        receivable=receivable,
        fiscal_year=fiscal_year,
        closed_on=on,
        last_sequence=stamp.first_sequence - 1,
        carried_in_yen=plan.carried_in_yen,
        carried_yen=plan.carried_yen,
        carried_count=plan.carried_count,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
        **plan.figures_yen,
    )
    _carry_over(close)
    return Done(plan, subject, {"carried_yen": plan.carried_yen, "carried_count": plan.carried_count})


def _carry_over(close: YearClose) -> None:
    statement = (
        "INSERT INTO register_carryover (year_close_id, claim_id, component, carried_yen) "
        f"SELECT %(close)s, claim_id, component, carried_yen FROM ({CARRIED}) carried"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, {"close": close.pk, "receivable": close.receivable_id, "year": close.fiscal_year})
