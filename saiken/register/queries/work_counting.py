"""Counts the figures of the offices' work for a day, with the rows that stand behind them.

The one idea: they are counted from what stands in the register, so counting twice gives the same; where a figure has rows of its own, it is
their number and their yen. Figures of files are counted by the database. No name is read.
"""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q, Sum

from saiken.domain.dates.period import day_months_before
from saiken.register import work_measures as measures
from saiken.register.models import CaseFile
from saiken.register.queries import figure_rows
from saiken.register.queries.figure_cohorts import cohorts
from saiken.register.queries.figure_rows import Place, Row


class Figure(NamedTuple):
    """One row as it is kept."""

    office_id: int
    measure: str
    officer: str = ""
    detail: str = ""
    number: int = 0
    yen: int = 0


@dataclass
class Behind:
    """The rows behind a figure: their numbers and their yen, side by side."""

    keys: "array[int]" = field(default_factory=lambda: array("q"))
    yen: "array[int]" = field(default_factory=lambda: array("q"))


class Counted(NamedTuple):
    """A figure, and what stands behind it where rows of its own do."""

    figure: Figure
    behind: Behind | None = None


_ROWS: tuple[Callable[[date], Iterator[Row]], ...] = (
    figure_rows.acts,
    figure_rows.receipts,
    figure_rows.ageing,
    cohorts,
    figure_rows.promises,
    figure_rows.plans,
    figure_rows.unreached,
)


def figures_of(on: date) -> Iterator[Counted]:
    """Every figure of the day."""
    for figure in (*_cases(on), *_chased(on)):
        yield Counted(figure)
    for rows in _ROWS:
        yield from _together(rows(on))


def _together(rows: Iterator[Row]) -> Iterator[Counted]:
    found: dict[Place, Behind] = {}
    for row in rows:
        behind = found.setdefault(row.place, Behind())
        behind.keys.append(row.key)
        behind.yen.append(row.yen)
    for place, behind in found.items():
        yield Counted(Figure(*place, len(behind.keys), sum(behind.yen)), behind)


def _cases(on: date) -> Iterator[Figure]:
    """Files with open claims; those untouched for long; those whose next day is over."""
    old = day_months_before(on, measures.UNTOUCHED_MONTHS)
    files = CaseFile.objects.filter(open_claims__gt=0)
    untouched = files.filter(Q(last_act_on__isnull=True) | Q(last_act_on__lte=old))
    for measure, rows in (
        (measures.CASES, files),
        (measures.UNTOUCHED, untouched),
        (measures.OVERDUE, files.filter(next_on__lt=on)),
    ):
        counted = (
            rows.order_by().values("office_id", "officer__username").annotate(cases=Count("pk"), yen=Sum("balance_yen"))
        )
        for row in counted:
            yield Figure(row["office_id"], measure, row["officer__username"] or "", "", row["cases"], row["yen"])
    claims = files.order_by().values("office_id", "officer__username").annotate(claims=Sum("open_claims"))
    for each in claims:
        yield Figure(each["office_id"], measures.CLAIMS, each["officer__username"] or "", "", each["claims"])


def _chased(on: date) -> Iterator[Figure]:
    """Persons about whom several offices acted this month: a row for each of the offices, with how often it acted."""
    month = figure_rows.acts_of_month(on)
    several = month.values("obligor_id").annotate(offices=Count("office_id", distinct=True))
    persons = several.filter(offices__gt=1).values("obligor_id")
    rows = month.filter(obligor_id__in=persons).values("office_id", "obligor_id").annotate(acts=Count("pk"))
    for row in rows:
        yield Figure(row["office_id"], measures.SEVERAL_OFFICES, "", str(row["obligor_id"]), row["acts"])
