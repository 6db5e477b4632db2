"""Records the measures of a sheet (表4 and 表5) as numbered items.

The one idea: all items of the sheet and year are stated together and make one version; an earlier version stays.
"""

from collections.abc import Sequence
from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.domain.sheets.sheet import Measure
from saiken.register.actions._base import Done, action
from saiken.register.actions._clock import take
from saiken.register.actions._found import found
from saiken.register.actions._versions import next_version
from saiken.register.models import MeasureItem, SheetDefinition


@action
def record_measures(*, sheet_id: int, fiscal_year: int, measures: Sequence[Measure], by: str, on: date) -> Done[int]:
    """Record the items of the sheet of `fiscal_year`; returns the version. Every answer must name a planned item of the list."""
    planned = {(item.portion, item.number) for item in measures if item.kind == "planned"}
    for item in measures:
        if item.answers is not None and (item.portion, item.answers) not in planned:
            raise InvalidInput("対応する取組内容がありません", place=f"取組 {item.number}", found=str(item.answers))
    sheet = found(SheetDefinition, sheet_id, called="様式")
    stamp = take()
    version = next_version(MeasureItem.objects.filter(sheet=sheet, fiscal_year=fiscal_year))
    MeasureItem.objects.bulk_create(
        MeasureItem(
            sheet=sheet,
            fiscal_year=fiscal_year,
            version=version,
            kind=item.kind,
            portion=item.portion,
            number=item.number,
            legal_class=item.legal_class.value if item.legal_class else "",
            answers=item.answers,
            text=item.text,
            recorded_at=stamp.recorded_at,
            recorded_by=by,
        )
        for item in measures
    )
    return Done(version, f"{sheet.key} {fiscal_year}", {"version": version, "items": len(measures)})
