"""Sets a goal of a sheet for a fiscal year (当初・修正・努力目標).

The one idea: what is typed into the coloured cells becomes a new version; the columns are those of the edition, in thousand yen.
"""

from collections.abc import Mapping
from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._versions import next_version
from saiken.register.models import GoalVersion, SheetDefinition
from saiken.register.models.goal_version import GOAL_COLUMNS


@action
def set_goal(
    *,
    sheet_id: int,
    fiscal_year: int,
    kind: str,
    columns: Mapping[str, int],
    by: str,
    on: date,
    reason: str = "",
) -> Done[int]:
    """Set first_goal | revised_goal | effort_goal; `columns` are the edition's inputs, and `carried_in_outside` where ア comes from
    outside. Returns the version."""
    unknown = set(columns) - {*GOAL_COLUMNS, "carried_in_outside"}
    if unknown or not all(isinstance(value, int) for value in columns.values()):
        raise InvalidInput("目標の欄は千円単位の整数で入力してください", place="目標", found="、".join(sorted(unknown)))
    sheet = found(SheetDefinition, sheet_id, called="様式")
    stamp = take()
    version = next_version(GoalVersion.objects.filter(sheet=sheet, fiscal_year=fiscal_year, kind=kind))
    given = dict(columns)
    if "past_assessed" not in given:
        given.setdefault("past_reduction", 0)
    GoalVersion.objects.create(
        sheet=sheet,
        fiscal_year=fiscal_year,
        kind=kind,
        version=version,
        set_on=on,
        reason=reason,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
        **given,
    )
    return Done(version, f"{sheet.key} {fiscal_year} {kind}", {"version": version, "columns": given, "reason": reason})
