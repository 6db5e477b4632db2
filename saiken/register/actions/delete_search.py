"""Deletes a saved search of one's own.

The one idea: a search is a convenience, not history; nobody deletes another's.
"""

from datetime import date

from saiken.domain.errors import InvalidInput
from saiken.register.actions._base import Done, action
from saiken.register.models import SavedSearch


@action
def delete_search(*, search_id: int, by: str, on: date) -> Done[None]:
    """Raises InvalidInput when there is no such search of the person's own."""
    row = SavedSearch.objects.filter(pk=search_id, recorded_by=by).first()
    if row is None:
        raise InvalidInput("自分の抽出条件ではありません", place="抽出条件", found=str(search_id))
    row.delete()
    return Done(None, f"抽出条件 {row.name}", {"list": row.list_id})
