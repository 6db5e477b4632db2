"""A page of what stands behind a figure: claims, acts, persons or plans with their yen, as they were counted.

The one idea: the page names what the counting kept and says beside it what is owed now, so whoever opens a figure finds the cases that it
was made of. It shows persons, so it takes a Scope and leaves rows in the access log.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Max, Sum

from saiken.register.access import log_obligors
from saiken.register.models import Act, Claim, ClaimBalance, Obligor, Office, Plan, WorkFigure
from saiken.register.queries.act_plan import claim_title
from saiken.register.queries.figure_behind import Cell, slice_of
from saiken.register.queries.scope import Scope
from saiken.register.queries.work_offices import names_of
from saiken.register.work_measures import BEHIND_OF

PAGE_SIZE = 50


@dataclass(frozen=True)
class BehindLine:
    """`what` is a claim's title or the id of a kind of act or plan; `yen` as counted, `left_yen` what is owed on the claim now."""

    obligor_id: int
    obligor: str
    protected: bool
    key: int
    what: str
    office: str = ""
    on: date | None = None
    by: str = ""
    yen: int = 0
    left_yen: int | None = None


@dataclass(frozen=True)
class BehindPage:
    """`of` says what the lines are; `on` is the day of counting; `number` and `yen` are those of the figure.

    `lost` of the lines were counted and cannot be shown until they are counted again.
    """

    of: str
    on: date | None
    number: int
    yen: int
    lost: int
    lines: tuple[BehindLine, ...]
    first: int
    next_first: int | None


def behind_page(cell: Cell, *, offices: Collection[int] | None, scope: Scope, first: int = 0) -> BehindPage:
    """The lines from a place on, of the offices in the scope; KeyError for a measure without rows of its own."""
    of = BEHIND_OF[cell.measure]
    seen = scope.offices if offices is None else scope.among(frozenset(offices))
    found = slice_of(cell, offices=seen, places=(first, first + PAGE_SIZE))
    lines = _READ[of]([key for _, key, _ in found.rows])
    names = dict(Office.objects.filter(pk__in={office for office, _, _ in found.rows}).values_list("pk", "name"))
    counted = tuple(
        replace(lines[key], office=names[office], yen=yen) for office, key, yen in found.rows if key in lines
    )
    log_obligors(scope, what="manager_behind", obligor_ids={line.obligor_id for line in counted})
    on = WorkFigure.objects.aggregate(on=Max("on"))["on"]
    later = first + PAGE_SIZE if first + PAGE_SIZE < found.number else None
    return BehindPage(of, on, found.number, found.yen, found.lost, counted, first, later)


_Lines = Mapping[int, BehindLine]


def _claims(keys: Sequence[int]) -> _Lines:
    rows = Claim.objects.select_related("obligor", "receivable").in_bulk(list(keys))
    balances = ClaimBalance.objects.filter(claim_id__in=list(keys)).values_list("claim_id").annotate(Sum("balance_yen"))
    left = dict(balances)
    return {
        pk: replace(_line(row.obligor, pk, what=claim_title(row)), on=row.due_on, left_yen=left.get(pk, 0))
        for pk, row in rows.items()
    }


def _acts(keys: Sequence[int]) -> _Lines:
    rows = Act.objects.select_related("obligor").in_bulk(list(keys))
    names = names_of(row.recorded_by for row in rows.values())
    return {
        pk: replace(_line(row.obligor, pk, what=row.kind), on=row.on, by=names[row.recorded_by])
        for pk, row in rows.items()
    }


def _plans(keys: Sequence[int]) -> _Lines:
    rows = Plan.objects.select_related("obligor").in_bulk(list(keys))
    return {pk: replace(_line(row.obligor, pk, what=row.kind), on=row.agreed_on) for pk, row in rows.items()}


def _persons(keys: Sequence[int]) -> _Lines:
    return {pk: _line(row, pk, what="") for pk, row in Obligor.objects.in_bulk(list(keys)).items()}


def _line(person: Obligor, key: int, *, what: str) -> BehindLine:
    return BehindLine(person.pk, person.name, person.protected, key, what)


_READ: Mapping[str, Callable[[Sequence[int]], _Lines]] = {
    "claim": _claims,
    "act": _acts,
    "plan": _plans,
    "person": _persons,
}
