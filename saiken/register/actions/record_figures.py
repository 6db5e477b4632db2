"""Records typed or imported figures of receivables that are kept as figures only.

The one idea: the same cells the ledger would give, with their source; a correction is a new version.
"""

from datetime import date

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._versions import next_version
from saiken.register.models import FiguresVersion, SheetDefinition
from saiken.register.typed_figures import TypedFigures, to_json


@action
def record_figures(
    *, sheet_id: int, fiscal_year: int, figures: TypedFigures, source: str, by: str, on: date, reason: str = ""
) -> Done[int]:
    """Record one fiscal year of one sheet; returns the version. Raises InvalidInput without a source or outside the sheet's years."""
    if not source:
        raise InvalidInput("数値の出所がありません", place="出所")
    sheet = found(SheetDefinition, sheet_id, called="様式")
    _demand_place(sheet, fiscal_year)
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


def _demand_place(sheet: SheetDefinition, fiscal_year: int) -> None:
    """The sheet must exist in the year, with a receivable that is not in claims then."""
    until = sheet.until_fiscal_year
    if fiscal_year < sheet.from_fiscal_year or (until is not None and fiscal_year >= until):
        raise InvalidInput("様式のない年度です", place=sheet.key, found=f"{fiscal_year}年度")
    if not sheet.receivables.exclude(claim_based_from__lte=fiscal_year).exists():
        raise Refused(f"{sheet.key} の {fiscal_year}年度は台帳から算出されるため、数値では記録できません")
