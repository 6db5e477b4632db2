"""States the achievement grade of a portion (表1).

The one idea: B1, B2 and 「－」 are a person's statement; 「－」 needs a reason. Whether the numbers admit it is the checker's word.
"""

from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.grade import Grade
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._versions import next_version
from saiken.register.models import GradeStatement, SheetDefinition


@action
def state_grade(
    *, sheet_id: int, fiscal_year: int, portion: str, grade: Grade, by: str, on: date, reason: str = ""
) -> Done[int]:
    """State the grade of past | current | total on the sheet of `fiscal_year`; returns the version."""
    if grade is Grade.NO_GOAL and not reason:
        raise InvalidInput("「－」とするときは理由が必要です", place="達成状況")
    sheet = found(SheetDefinition, sheet_id, called="様式")
    stamp = take()
    version = next_version(GradeStatement.objects.filter(sheet=sheet, fiscal_year=fiscal_year, portion=portion))
    GradeStatement.objects.create(
        sheet=sheet,
        fiscal_year=fiscal_year,
        portion=portion,
        version=version,
        grade=grade.value,
        reason=reason,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    return Done(version, f"{sheet.key} {fiscal_year} {portion}", {"grade": grade.value, "reason": reason})
