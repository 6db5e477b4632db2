"""Registers a sheet and the receivables it covers.

The one idea: a receivable stands on one sheet in one year, so members that another sheet of these years already covers are refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from saiken.domain.errors import InvalidInput, Refused
from saiken.register.actions._base import Done, action
from saiken.register.models import SheetDefinition, SheetMember
from saiken.register.models.sheet_definition import NUMBER_SEPARATOR


@dataclass(frozen=True)
class NewSheet:
    """What is registered; `key` is the bureau and the printed numbers, `until_fiscal_year` the first year without the sheet."""

    key: str
    bureau_id: int
    section_id: int
    numbers: Sequence[str]
    name: str
    receivable_ids: Sequence[int]
    from_fiscal_year: int
    until_fiscal_year: int | None = None


@action
def register_sheet(*, sheet: NewSheet, by: str, on: date) -> Done[int]:
    """Returns the sheet's id."""
    if not sheet.receivable_ids:
        raise InvalidInput("様式に載せる債権がありません", place=sheet.key)
    rivals = SheetMember.objects.filter(receivable_id__in=sheet.receivable_ids).filter(
        Q(sheet__until_fiscal_year__isnull=True) | Q(sheet__until_fiscal_year__gt=sheet.from_fiscal_year)
    )
    if sheet.until_fiscal_year is not None:
        rivals = rivals.filter(sheet__from_fiscal_year__lt=sheet.until_fiscal_year)
    if rival := rivals.select_related("sheet", "receivable").first():
        raise Refused(f"{rival.receivable} は様式 {rival.sheet.key} に載っています")
    row = SheetDefinition.objects.create(
        key=sheet.key,
        bureau_id=sheet.bureau_id,
        section_id=sheet.section_id,
        numbers=NUMBER_SEPARATOR.join(sheet.numbers),
        name=sheet.name,
        from_fiscal_year=sheet.from_fiscal_year,
        until_fiscal_year=sheet.until_fiscal_year,
    )
    SheetMember.objects.bulk_create(SheetMember(sheet=row, receivable_id=pk) for pk in sheet.receivable_ids)
    return Done(row.pk, sheet.key, {"receivables": list(sheet.receivable_ids)})
