"""Lists of instalment plans at offices: broken, due soon, review overdue.

The one idea: the kept standings say which rows, by their indexes and in pages; the rows of the page are computed anew, so nothing is listed
for a reason that has gone since. They show persons, so each takes a Scope and leaves a row in the access log.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from saiken.register.access import log_obligors
from saiken.register.models import PlanStanding
from saiken.register.queries.plan_performance import PlanState, plan_states
from saiken.register.queries.scope import Scope

PAGE_SIZE = 50
#: A count goes no further.
COUNTED = 10_000


@dataclass(frozen=True)
class PlanLine:
    """A plan on a list. `since_on` is the day it is listed for: broken, due, or to be reviewed."""

    plan_id: int
    obligor_id: int
    obligor: str
    office: str
    kind: str
    since_on: date
    times_broken: int
    arrears_yen: int
    next_due_on: date | None
    next_yen: int
    owed_yen: int


@dataclass(frozen=True)
class PlanList:
    """A page; `count` stops at `COUNTED`, `after` continues (day and plan), None at the end."""

    lines: tuple[PlanLine, ...]
    count: int
    after: tuple[date, int] | None


def broken_plans(
    *, scope: Scope, on: date, after: tuple[date, int] | None = None, only_today: bool = False
) -> PlanList:
    """Plans that are behind, the earliest broken first; with `only_today` those that broke on the very day (this morning's list)."""
    rows = PlanStanding.objects.filter(is_behind=True, broken_on__lte=on)
    if only_today:
        rows = rows.filter(broken_on=on)
    return _page(rows, "broken_on", scope=scope, on=on, after=after)


def plans_due(*, scope: Scope, on: date, within_days: int, after: tuple[date, int] | None = None) -> PlanList:
    """Plans whose first instalment that is not full falls due from the day within so many days."""
    rows = PlanStanding.objects.filter(next_due_on__gte=on, next_due_on__lte=on + timedelta(days=within_days))
    return _page(rows, "next_due_on", scope=scope, on=on, after=after)


def reviews_overdue(*, scope: Scope, on: date, after: tuple[date, int] | None = None) -> PlanList:
    """Plans whose agreed review has come and was not held, the oldest first."""
    return _page(PlanStanding.objects.filter(next_review_on__lte=on), "next_review_on", scope=scope, on=on, after=after)


def _page(
    rows: QuerySet[PlanStanding], day: str, *, scope: Scope, on: date, after: tuple[date, int] | None
) -> PlanList:
    if scope.offices is not None:
        rows = rows.filter(office_id__in=scope.offices)
    count = rows.values("pk")[:COUNTED].count()
    if after is not None:
        rows = rows.filter(Q(**{f"{day}__gt": after[0]}) | Q(**{day: after[0], "plan_id__gt": after[1]}))
    page = list(rows.select_related("plan", "obligor", "office").order_by(day, "plan_id")[: PAGE_SIZE + 1])
    shown = page[:PAGE_SIZE]
    log_obligors(scope, what="plan_list", obligor_ids={row.obligor_id for row in shown}, asked=_subject(shown))
    states = {state.plan_id: state for state in plan_states([row.plan_id for row in shown], on=on)}
    lines = tuple(_line(row, states[row.plan_id], since_on=getattr(row, day)) for row in shown)
    last = shown[-1] if len(page) > PAGE_SIZE else None
    return PlanList(
        tuple(line for line in lines if _still(line, day)),
        count,
        (getattr(last, day), last.plan_id) if last is not None else None,
    )


def _still(line: PlanLine, day: str) -> bool:
    """Whether the reason stands with the money known now."""
    return line.owed_yen > 0 and (day != "broken_on" or line.arrears_yen > 0)


def _line(row: PlanStanding, state: PlanState, *, since_on: date) -> PlanLine:
    return PlanLine(
        plan_id=row.plan_id,
        obligor_id=row.obligor_id,
        obligor=row.obligor.name,
        office=row.office.name,
        kind=row.plan.kind,
        since_on=since_on,
        times_broken=state.performance.times_broken,
        arrears_yen=state.arrears_yen,
        next_due_on=state.next_due_on,
        next_yen=state.next_yen,
        owed_yen=state.owed_yen,
    )


def _subject(shown: Sequence[PlanStanding]) -> str:
    return f"分納の計画 {len(shown)}件" + (f"（{shown[0].plan_id}から）" if shown else "")
