"""What people stated on a sheet, as of a moment: goals, grades, measures, comparison.

The one idea: of every statement the last version recorded by then counts. Nothing is computed here but the version.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from saiken.domain.claim.legal_class import LegalClass
from saiken.domain.sheets.edition import Edition
from saiken.domain.sheets.sheet import Comparison, Measure
from saiken.register.models import ComparisonFigures, GoalVersion, GradeStatement, MeasureItem
from saiken.register.models.goal_version import GOAL_COLUMNS
from saiken.register.queries.as_of import AsOf


@dataclass(frozen=True)
class Goals:
    """By row id of the edition: the goal's cells in thousand yen, and ア where it comes from outside."""

    columns: Mapping[str, Mapping[str, int]]
    outside: Mapping[str, int]


def goals_of(sheet_id: int, *, sheet_year: int, edition: Edition, as_of: AsOf) -> Goals:
    """The goals that the rows of the sheet of `sheet_year` print."""
    rows = as_of.recorded(GoalVersion.objects.filter(sheet_id=sheet_id)).order_by("version")
    last = {(row.fiscal_year, row.kind): row for row in rows}
    columns: dict[str, dict[str, int]] = {}
    outside: dict[str, int] = {}
    for row in edition.goal_rows:
        goal = last.get((row.fiscal_year(sheet_year), row.kind))
        if goal is None:
            continue
        cells = {column: getattr(goal, column) for column in GOAL_COLUMNS}
        columns[row.id] = {column: value for column, value in cells.items() if value is not None}
        if goal.carried_in_outside is not None:
            outside[row.id] = goal.carried_in_outside
    return Goals(columns, outside)


def grades_of(sheet_id: int, *, fiscal_year: int, as_of: AsOf) -> dict[str, str]:
    """The stated grades by portion."""
    stated = GradeStatement.objects.filter(sheet_id=sheet_id, fiscal_year=fiscal_year)
    return dict(as_of.recorded(stated).order_by("version").values_list("portion", "grade"))


def measures_of(sheet_id: int, *, fiscal_year: int, as_of: AsOf) -> tuple[Measure, ...]:
    """The items of the last version, as printed."""
    stated = as_of.recorded(MeasureItem.objects.filter(sheet_id=sheet_id, fiscal_year=fiscal_year))
    last = stated.order_by("-version").values_list("version", flat=True).first() or 0
    return tuple(
        Measure(
            number=item.number,
            kind=item.kind,
            portion=item.portion,
            text=item.text,
            legal_class=LegalClass(item.legal_class) if item.legal_class else None,
            answers=item.answers,
        )
        for item in stated.filter(version=last).order_by("kind", "portion", "number")
    )


def comparison_of(sheet_id: int, *, fiscal_year: int, as_of: AsOf, own_rates: Mapping[str, str]) -> Comparison:
    """Table 6 with the computed own rates."""
    stated = ComparisonFigures.objects.filter(sheet_id=sheet_id, fiscal_year=fiscal_year)
    row = as_of.recorded(stated).order_by("version").last()
    if row is None:
        return Comparison(own_rates=own_rates)
    averages = {"past": row.past_average, "current": row.current_average, "total": row.total_average}
    return Comparison(
        own_rates=own_rates,
        rank=row.rank,
        averages={portion: average for portion, average in averages.items() if average},
        reason=row.reason,
    )
