"""The versions of a sheet's goal: who set it, when, why, and what was typed.

The one idea: a goal is never overwritten, so a figure of a goal row opens to its history. It shows no persons but staff.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from saiken.register.models import GoalVersion
from saiken.register.models.goal_version import GOAL_COLUMNS
from saiken.register.queries.as_of import NOW, AsOf


@dataclass(frozen=True)
class GoalLine:
    """One version, in thousand yen by column; columns that the edition does not ask are left out."""

    version: int
    set_on: date
    recorded_at: datetime
    recorded_by: str
    reason: str
    columns: Mapping[str, int]
    carried_in_outside: int | None


def goal_versions(sheet_id: int, *, fiscal_year: int, kind: str, as_of: AsOf = NOW) -> tuple[GoalLine, ...]:
    """The versions known as of the moment, newest first."""
    rows = as_of.recorded(GoalVersion.objects.filter(sheet_id=sheet_id, fiscal_year=fiscal_year, kind=kind))
    return tuple(_line(row) for row in rows.order_by("-version"))


def _line(row: GoalVersion) -> GoalLine:
    cells = {column: getattr(row, column) for column in GOAL_COLUMNS}
    return GoalLine(
        version=row.version,
        set_on=row.set_on,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
        reason=row.reason,
        columns={column: value for column, value in cells.items() if value is not None},
        carried_in_outside=row.carried_in_outside,
    )
