"""Keeps a search under a name, for oneself or shared by an office.

The one idea: the same person's same name is replaced, so a search is improved by saving it again. What the conditions find is a query's
business.
"""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.models import SavedSearch

_LONGEST_NAME = 80


@action
def save_search(
    *, name: str, list_id: str, conditions: Mapping[str, str], office_id: int | None, by: str, on: date
) -> Done[int]:
    """The id of the saved search; `office_id` shares it. Raises InvalidInput without a name."""
    written = name.strip()
    if not written or len(written) > _LONGEST_NAME:
        raise InvalidInput("名前がありません", place="抽出条件の名前", found=name, expected=f"1〜{_LONGEST_NAME}文字")
    row, _ = SavedSearch.objects.update_or_create(
        recorded_by=by,
        name=written,
        defaults={
            "list_id": list_id,
            "conditions": dict(conditions),
            "office_id": office_id,
            "recorded_at": timezone.now(),
        },
    )
    return Done(row.pk, f"抽出条件 {written}", {"list": list_id, "office": office_id})
