"""Records the comparison with the other designated cities (表6).

The one idea: rank and averages are outside figures; without them the reason why not. The own rates are computed, never typed.
"""

from datetime import date

from saiken.domain.sheets.sheet import Comparison
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._versions import next_version
from saiken.register.models import ComparisonFigures, SheetDefinition


@action
def record_comparison(*, sheet_id: int, fiscal_year: int, comparison: Comparison, by: str, on: date) -> Done[int]:
    """Record rank, averages and reason for the sheet of `fiscal_year`; `own_rates` is ignored. Returns the version."""
    sheet = found(SheetDefinition, sheet_id, called="様式")
    stamp = take()
    version = next_version(ComparisonFigures.objects.filter(sheet=sheet, fiscal_year=fiscal_year))
    averages = {f"{portion}_average": comparison.averages.get(portion, "") for portion in ("past", "current", "total")}
    ComparisonFigures.objects.create(
        sheet=sheet,
        fiscal_year=fiscal_year,
        version=version,
        rank=comparison.rank,
        reason=comparison.reason,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
        **averages,
    )
    return Done(version, f"{sheet.key} {fiscal_year}", {"version": version, "rank": comparison.rank, **averages})
