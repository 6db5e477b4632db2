"""Records typed or imported figures of receivables that are kept as figures only.

The one idea: the same cells the ledger would give, with their source; a correction is a new version.
"""

from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._versions import next_version
from saiken.register.models import FiguresVersion, SheetDefinition
from saiken.register.typed_figures import TypedFigures, to_json


@action
def record_figures(
    *, sheet_id: int, fiscal_year: int, figures: TypedFigures, source: str, by: str, on: date, reason: str = ""
) -> Done[int]:
    """Record one fiscal year of one sheet; returns the version. Raises InvalidInput without a source."""
    if not source:
        raise InvalidInput("数値の出所がありません", place="出所")
    sheet = SheetDefinition.objects.get(pk=sheet_id)
    stamp = take()
    version = next_version(FiguresVersion.objects.filter(sheet=sheet, fiscal_year=fiscal_year))
    stored = to_json(figures)
    FiguresVersion.objects.create(
        sheet=sheet,
        fiscal_year=fiscal_year,
        version=version,
        reason=reason,
        source=source,
        figures=stored,
        recorded_at=stamp.recorded_at,
        recorded_by=by,
    )
    return Done(version, f"{sheet.key} {fiscal_year}", {"version": version, "source": source, "figures": stored})
